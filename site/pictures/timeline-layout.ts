/**
 * Where everything on the timeline is: lanes, marks with their labels, the squares of statements.
 * Nothing is drawn.
 */
import {
  agreements,
  dataset,
  meetings,
  people,
  statements,
  visits,
  type Agreement,
  type Meeting,
  type Statement,
  type Visit,
} from "#dataset";
import { axisOf, axisStart, toDayNumber, type Axis } from "./axis.ts";
import { sides, type Side } from "./sides.ts";

export interface TimelineLook {
  readonly width: number;
  /** With names beside the marks; without them the rows are closer. */
  readonly labels: boolean;
  /** Only the statements, without the marks of visits, meetings and agreements. */
  readonly statementsOnly?: boolean;
  /** The class of a picture that is part of a page; undefined for a picture of its own. */
  readonly pageClass?: string;
}

/** What has a mark of its own. */
export type Event = Visit | Meeting | Agreement;

/** A mark in a lane. Positions are in the units of the picture. */
export interface PlacedMark {
  readonly event: Event;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The span of its date. */
  readonly from: number;
  readonly to: number;
  /** The length of a bar for a visit that lasts; 0 for any other mark. */
  readonly length: number;
  /** Where its label is, and on which side of the mark. */
  readonly labelX: number;
  readonly labelIsLeft: boolean;
}

export interface Lane {
  readonly name: string;
  readonly headY: number;
  readonly marks: readonly PlacedMark[];
  /** The line below the lane. */
  readonly lineY: number;
}

export interface Square {
  readonly statement: Statement;
  readonly day: string;
  readonly side: Side;
  readonly x: number;
  readonly y: number;
}

/** The number of statements of a side on a day. */
export interface SquareCount {
  readonly day: string;
  readonly side: Side;
  readonly count: number;
  readonly x: number;
  readonly y: number;
}

export interface TimelineLayout {
  readonly axis: Axis;
  readonly lanes: readonly Lane[];
  readonly undated?: Lane;
  /** The line between the statements of the two sides. */
  readonly zeroY: number;
  readonly squaresHeadY: number;
  readonly squares: readonly Square[];
  readonly counts: readonly SquareCount[];
  readonly axisBottom: number;
  readonly bottom: number;
}

/** Without sides all statements are above the line. */
const all: Side = { country: "all", short: "", hue: "side-a", name: "all" };
const shownSides: readonly Side[] = sides.length === 0 ? [all] : sides;

const rowHeight = 21;
const squareSize = 6;
const longestLabel = 52;

/** About how wide a text is, in 12 px of a common sans-serif. */
function widthOf(text: string): number {
  return Array.from(text).length * 6.1;
}

function shorten(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= longestLabel) return text;
  return `${characters
    .slice(0, longestLabel - 1)
    .join("")
    .trimEnd()}…`;
}

/**
 * A label without what the axis and the lane already say: family names are enough, and the axis has
 * the date.
 */
function toShortLabel({ label }: Event): string {
  const withFamilyNames = [...people].reduce(
    (text, person) => text.replaceAll(person.label, person.label.split(" ").at(-1)!),
    label,
  );
  return withFamilyNames
    .replace(/, (planned for )?[A-Z][a-z]+ \d{4}$/, (_, planned: string | undefined) =>
      planned === undefined ? "" : ", planned",
    )
    .replace(/^(?:Talks|Meeting) of (.+?) and (.+?) in /, "$1–$2, ")
    .replace(/^Joint press conference of .+? in /, "Press conference, ");
}

function hasDifferentAccounts({ accounts }: Event): boolean {
  return new Set(accounts.map(({ value }) => value)).size > 1;
}

function toText(event: Event): string {
  return `${shorten(toShortLabel(event))}${hasDifferentAccounts(event) ? " ≠" : ""}`;
}

/** A mark whose row is not chosen yet. */
interface UnplacedMark {
  readonly event: Event;
  readonly text: string;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

function toDatedMark(event: Event, { x }: Axis): UnplacedMark {
  const { earliest, latest } = event.date!;
  const [firstDay, lastDay] = [earliest ?? latest!, latest ?? earliest!];
  const [from, to] = [x(toDayNumber(firstDay)), x(toDayNumber(lastDay))];
  const isBeforeAxis = toDayNumber(lastDay) < axisStart;
  const lasts = event.kind === "visit" && to > from;
  return {
    event,
    text: isBeforeAxis ? `‹ ${firstDay.slice(0, 4)}: ${toText(event)}` : toText(event),
    at: (from + to) / 2,
    from: lasts ? from - 2 : from,
    to: lasts ? to + 2 : to,
    length: lasts ? Math.max(5, to - from) : 0,
  };
}

/** Undated events are side by side, in no order of time. */
function toUndatedMarks(events: readonly Event[], axis: Axis, labels: boolean): UnplacedMark[] {
  let filled = axis.left + 6;
  return events.map((event) => {
    const text = toText(event);
    const step = labels ? widthOf(text) + 48 : 26;
    if (filled + step > axis.right) filled = axis.left + 6;
    const at = filled;
    filled += step;
    return { event, text, at, from: at, to: at, length: 0 };
  });
}

/** Finds rows for marks, from left to right, so that no label is over another. */
class RowFinder {
  /** How far each row is filled. */
  readonly #filled: number[] = [];
  readonly #axis: Axis;
  readonly #labels: boolean;

  constructor(axis: Axis, labels: boolean) {
    this.#axis = axis;
    this.#labels = labels;
  }

  get count(): number {
    return Math.max(1, this.#filled.length);
  }

  /** The first row with room from a position on; -1 when there is none. */
  #rowWithRoom(start: number): number {
    return this.#filled.findIndex((end) => end < start - 8);
  }

  /** To the right, unless the label would leave the picture, or a row can be saved. */
  #goesLeft({ from, at }: UnplacedMark, leftStart: number, size: number): boolean {
    if (!this.#labels || leftStart <= this.#axis.left) return false;
    const leavesPicture = at + 12 + size > this.#axis.right;
    const savesRow =
      this.#rowWithRoom(Math.min(from, at - 6)) === -1 && this.#rowWithRoom(leftStart) !== -1;
    return leavesPicture || savesRow;
  }

  place(mark: UnplacedMark, top: number): PlacedMark {
    const { event, text, at, from, to, length } = mark;
    const size = this.#labels ? widthOf(text) : 0;
    const leftEnd = Math.min(from - 6, at - 12);
    const labelIsLeft = this.#goesLeft(mark, leftEnd - size, size);
    const isApproximate = /[~%]/.test(event.date?.edtf ?? "");
    const rightStart = Math.max(to + 6, at + (isApproximate ? 22 : 12));
    const start = labelIsLeft ? leftEnd - size : Math.min(from, at - 6);
    const markEnd = Math.max(to, at + 6);
    const end = labelIsLeft || !this.#labels ? markEnd : rightStart + size;

    let row = this.#rowWithRoom(start);
    if (row === -1) row = this.#filled.push(0) - 1;
    this.#filled[row] = end;
    return {
      event,
      text,
      x: at,
      y: top + row * rowHeight,
      from,
      to,
      length,
      labelX: labelIsLeft ? leftEnd : rightStart,
      labelIsLeft,
    };
  }
}

/** A lane from `top` on, and where the next one starts. */
function placeLane(
  name: string,
  marks: readonly UnplacedMark[],
  top: number,
  axis: Axis,
  labels: boolean,
): { lane: Lane; bottom: number } {
  const marksTop = labels ? top : top + 18;
  const rows = new RowFinder(axis, labels);
  const sorted = [...marks].sort((a, b) => a.from - b.from);
  const placed = sorted.map((mark) => rows.place(mark, marksTop));
  const bottom = marksTop + rows.count * rowHeight + 12;
  return { lane: { name, headY: top, marks: placed, lineY: bottom - 16 }, bottom };
}

/** The statements of each dated day. */
function statementsByDay(): Map<string, Statement[]> {
  const byDay = new Map<string, Statement[]>();
  for (const statement of statements) {
    const day = statement.date?.earliest;
    if (day) byDay.set(day, [...(byDay.get(day) ?? []), statement]);
  }
  return new Map([...byDay].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Where the squares of each day start: around the day; days that would overlap move apart. */
function startsOfDays(days: readonly string[], { x }: Axis, width: number): number[] {
  const starts = days.map((day) => x(toDayNumber(day)) - width / 2);
  for (let i = 1; i < starts.length; i++) {
    const overlap = starts[i - 1]! + width + 3 - starts[i]!;
    if (overlap <= 0) continue;
    starts[i - 1]! -= overlap / 2;
    starts[i]! += overlap / 2;
  }
  return starts;
}

function ofSide(list: readonly Statement[], side: Side): Statement[] {
  if (side === all) return [...list];
  return list.filter((statement) => statement.sides.some((one) => one === side.country));
}

/** Squares: one side's above the line, the other's below; a joint statement has one on each. */
function placeSquares(
  byDay: ReadonlyMap<string, readonly Statement[]>,
  columns: number,
  zeroY: number,
  axis: Axis,
): { squares: Square[]; counts: SquareCount[] } {
  const width = columns * squareSize;
  const starts = startsOfDays([...byDay.keys()], axis, width);
  const squares: Square[] = [];
  const counts: SquareCount[] = [];
  [...byDay].forEach(([day, list], i) => {
    for (const side of shownSides) {
      const own = ofSide(list, side);
      const isAbove = side === shownSides[0];
      own.forEach((statement, n) => {
        const row = Math.floor(n / columns) * squareSize;
        const x = starts[i]! + (n % columns) * squareSize;
        squares.push({ statement, day, side, x, y: isAbove ? zeroY - 8 - row : zeroY + 3 + row });
      });
      const stack = Math.ceil(own.length / columns) * squareSize;
      const y = isAbove ? zeroY - 8 - stack : zeroY + 16 + stack;
      if (own.length > 0)
        counts.push({ day, side, count: own.length, x: starts[i]! + width / 2, y });
    }
  });
  return { squares, counts };
}

/** The rows of squares that the fullest day needs on one side. */
function tallestStack(byDay: ReadonlyMap<string, readonly Statement[]>, columns: number): number {
  const stacks = [...byDay.values()].flatMap((list) =>
    shownSides.map((side) => Math.ceil(ofSide(list, side).length / columns)),
  );
  return Math.max(...stacks);
}

/** The events of each lane, without kinds that the dataset does not have. */
function laneGroups({ statementsOnly }: TimelineLook): [name: string, events: readonly Event[]][] {
  if (statementsOnly === true) return [];
  const groups: [kind: string, name: string, events: readonly Event[]][] = [
    ["visit", "Visits", [...visits]],
    ["meeting", "Meetings", [...meetings]],
    ["agreement", "Agreements", [...agreements]],
  ];
  return groups
    .filter(([kind]) => !dataset.without.includes(kind))
    .map(([, name, events]) => [name, events]);
}

/** The lane of events without a date; undefined when there are none. */
function placeUndated(look: TimelineLook, axis: Axis, top: number) {
  const events = laneGroups(look).flatMap(([, all]) =>
    all.filter(({ date }) => date === undefined),
  );
  if (events.length === 0) return undefined;
  const marks = toUndatedMarks(events, axis, look.labels);
  return placeLane("No date", marks, top, axis, look.labels);
}

/** The layout of the timeline. */
export function layOutTimeline(look: TimelineLook): TimelineLayout {
  const { labels } = look;
  const inPage = look.pageClass !== undefined;
  const axis = axisOf({ width: look.width, labels, inPage });
  const lanes: Lane[] = [];
  let y = inPage ? 60 : 48;
  for (const [name, events] of laneGroups(look)) {
    const dated = events.filter(({ date }) => date !== undefined);
    const marks = dated.map((event) => toDatedMark(event, axis));
    const { lane, bottom } = placeLane(name, marks, y, axis, labels);
    lanes.push(lane);
    y = bottom;
  }

  const byDay = statementsByDay();
  const columns = labels ? 4 : 2;
  const stack = tallestStack(byDay, columns) * squareSize;
  const squaresTop = labels ? y : y + 12;
  const zeroY = squaresTop + stack + 14;
  const axisBottom = zeroY + stack + 22;

  const undated = placeUndated(look, axis, axisBottom + 24);
  return {
    axis,
    lanes,
    ...(undated && { undated: undated.lane }),
    zeroY,
    squaresHeadY: squaresTop - 8,
    ...placeSquares(byDay, columns, zeroY, axis),
    axisBottom,
    bottom: (undated?.bottom ?? axisBottom + 14) - 14,
  };
}

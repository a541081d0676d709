/** Draws the timeline, for the README and for the explorer. */
import { agreements, meetings, statements, visits } from "#dataset";
import { firstYear, lastYear, toDayNumber } from "./axis.ts";
import { drawDateSpan, drawMark } from "./marks.ts";
import { sides } from "./sides.ts";
import { element, round, textElement, toSvg } from "./svg.ts";
import {
  layOutTimeline,
  type Event,
  type Lane,
  type PlacedMark,
  type Square,
  type SquareCount,
  type TimelineLayout,
  type TimelineLook,
} from "./timeline-layout.ts";

/** A timeline that is part of a page: marks are links. */
export interface PageTimeline extends TimelineLook {
  readonly pageClass: string;
  /** The address of the page of a record. */
  readonly href: (id: string) => string;
  /** What assistive technology reads after the name of a mark. */
  readonly describe: (event: Event) => string;
}

type Look = TimelineLook | PageTimeline;

function isInPage(look: Look): look is PageTimeline {
  return look.pageClass !== undefined;
}

/** Whose squares are above and below the line, in words; undefined when there is one side. */
function sidesInWords(): string | undefined {
  const [above, below] = sides;
  if (above === undefined || below === undefined) return undefined;
  return `${above.name}'s above the line, ${below.name}'s below`;
}

/** What the squares mean, below a picture that is not part of a page. */
const key =
  "a square: a statement" +
  (sides.length > 0 ? "; a joint statement has a square on each side" : "");

/** The years and quarters. */
function drawAxis({ axis, axisBottom }: TimelineLayout, look: Look): string {
  const { labels } = look;
  const { left, bend } = axis;
  const xOf = (day: string) => round(axis.x(toDayNumber(day)));
  const line = (className: string, x: number) =>
    element("line", { class: className, x1: x, x2: x, y1: 6, y2: axisBottom });
  const ownYears = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  const years = [firstYear - 1, ...ownYears, lastYear + 1].flatMap((year) => {
    const x = xOf(`${year}-01-01`);
    // the year before the articles needs room beside the start of the axis
    const hasRoom = year >= firstYear || (labels && x - left > 40);
    const isNamed = year <= lastYear && hasRoom;
    return [
      ...(isNamed ? [textElement(String(year), x + 4, 16, { class: "head" })] : []),
      line("rule", x),
    ];
  });
  const quarters = ownYears.flatMap((year) =>
    (["04 Apr", "07 Jul", "10 Oct"] as const).flatMap((quarter) => {
      const [month, name] = quarter.split(" ") as [string, string];
      const x = xOf(`${year}-${month}-01`);
      return [textElement(name, x + 4, 16, { class: "soft" }), line("quarter", x)];
    }),
  );
  const scale = [
    textElement(String(firstYear - 2), left + 4, 16, { class: "head" }),
    isInPage(look)
      ? textElement("compressed", xOf(`${firstYear - 1}-01-01`) + 40, 16, { class: "soft" })
      : textElement("compressed", left + 4, 32, { class: "soft" }),
  ];
  const past = { class: "past", x: round(left), y: 0, width: round(bend - left) };
  return [
    element("rect", { ...past, height: axisBottom }),
    ...(labels ? scale : []),
    ...years,
    ...(labels ? quarters : []),
  ].join("\n");
}

function drawLabel({ text, x, y, labelX, labelIsLeft }: PlacedMark, labels: boolean): string {
  if (labels)
    return textElement(text, round(labelX), y + 4, {
      "text-anchor": labelIsLeft ? "end" : undefined,
    });
  // without a label, room for a finger
  const [left, top] = [round(x - 10), y - 10];
  return element("rect", { fill: "transparent", x: left, y: top, width: 20, height: 20 });
}

function drawPlacedMark(mark: PlacedMark, look: Look, right: number): string {
  const { event, text, x, y, length } = mark;
  const drawn = [
    drawDateSpan(mark, right),
    drawMark(event, x, y, length),
    drawLabel(mark, look.labels),
  ].join("");
  if (!isInPage(look)) return drawn;
  const name = [text, look.describe(event)].filter((part) => part !== "").join(", ");
  return element(
    "a",
    {
      class: "mark",
      href: look.href(event.id),
      "data-id": event.id,
      "data-undated": event.date === undefined ? "" : undefined,
      "aria-label": name,
    },
    drawn,
  );
}

/** The heads of lanes stand beside the line of the handle, where no names are drawn. */
const besideHandle = 8;

function drawLane({ name, headY, marks, lineY }: Lane, look: Look, layout: TimelineLayout): string {
  const { labels, width } = look;
  const { left, right } = layout.axis;
  const headX = isInPage(look) ? 0 : 16;
  const head = labels
    ? textElement(name, headX, headY + 4, { class: "head" })
    : textElement(name, left + besideHandle, headY + 2, { class: "head" });
  const drawn = marks.map((mark) => drawPlacedMark(mark, look, right)).join("\n");
  return [
    head,
    element("g", { class: "lane" }, `\n${drawn}\n`),
    element("line", { class: "quarter", x1: 0, x2: width, y1: lineY, y2: lineY }),
  ].join("\n");
}

function drawSquare({ statement, day, side, x, y }: Square, look: Look): string {
  const forPage = isInPage(look)
    ? { "data-statement": statement.id, "data-in": `${day} ${side.country}` }
    : {};
  const place = { x: round(x), y: round(y), width: 5, height: 5 };
  return element("rect", { class: side.hue, ...forPage, ...place });
}

function drawCount({ day, side, count, x, y }: SquareCount, look: Look): string {
  return textElement(String(count), round(x), y, {
    class: `${side.hue} tally`,
    "data-of": isInPage(look) ? `${day} ${side.country}` : undefined,
    "text-anchor": "middle",
  });
}

function drawStatements(layout: TimelineLayout, look: Look): string {
  const { zeroY, squares, counts, squaresHeadY, axis } = layout;
  const x = isInPage(look) ? 0 : 16;
  const heads = look.labels
    ? [
        textElement("Statements", x, zeroY - 6, { class: "head" }),
        ...sides.map(({ name, hue }, i) =>
          textElement(`${i === 0 ? "above" : "below"} ${name}`, x, zeroY + 9 + 15 * i, {
            class: hue,
          }),
        ),
      ]
    : [textElement("Statements", axis.left + besideHandle, squaresHeadY, { class: "head" })];
  const start = axis.left + (look.labels ? 6 : 0);
  return [
    ...heads,
    element("line", { class: "rule", x1: start, x2: axis.right, y1: zeroY, y2: zeroY }),
    ...squares.map((square) => drawSquare(square, look)),
    ...counts.map((count) => drawCount(count, look)),
  ].join("\n");
}

/** The timeline as SVG. */
export function drawTimeline(look: Look): string {
  const layout = layOutTimeline(look);
  const inPage = isInPage(look);
  const body = [
    drawAxis(layout, look),
    ...layout.lanes.map((lane) => drawLane(lane, look, layout)),
    drawStatements(layout, look),
    ...(layout.undated === undefined ? [] : [drawLane(layout.undated, look, layout)]),
    ...(inPage ? [] : [textElement(key, 16, layout.bottom + 20, { class: "soft" })]),
  ].join("\n");
  const drawn = new Set(layout.squares.map(({ statement }) => statement.id));
  const events = [`${visits.size} visits`, `${meetings.size} meetings`];
  const counts =
    look.statementsOnly === true
      ? [`${drawn.size} of ${statements.size} statements by day`]
      : [...events, `${agreements.size} agreements and ${statements.size} statements`];
  const above = sidesInWords();
  return toSvg({
    width: look.width,
    height: layout.bottom + (inPage ? 4 : 32),
    title: "Timeline of the dataset",
    description: `${counts.join(", ")}${above === undefined ? "" : `: ${above}`}.`,
    body: `${body}\n`,
    ...(inPage && { pageClass: look.pageClass, axisBottom: layout.axisBottom }),
  });
}

/**
 * The timeline: shape tells the kind, filling how far it got and what lies behind a mark how well its date is known. Drawn from the
 * records, for the README and for the explorer.
 */
import type { Dataset } from "../dataset.ts";
import type { Built } from "../records.ts";
import { axisEnds, axisStart, toAxis, toDay } from "./axis.ts";
import { escape, round, toSvg } from "./svg.ts";

export interface TimelineLook {
  readonly width: number;
  /** With the names beside the marks; without them the rows pack tighter. */
  readonly labels: boolean;
  /** Set where it is part of a page: the class of the picture. Then marks are links and carry their ids, and the key is the page's. */
  readonly within?: string;
  /** Where the page of a record is. */
  readonly href?: (id: string) => string;
  /** What those are told beside a mark's name who do not see it. */
  readonly more?: (record: Built) => string;
}

interface Dated {
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
}
const dateOf = (record: Built) => record.date as Dated | undefined;

/** About how wide a text is in 12 px of a common sans-serif. */
const wide = (text: string) => Array.from(text).length * 6.1;
const shortened = (text: string) => (Array.from(text).length > 52 ? `${Array.from(text).slice(0, 51).join("").trimEnd()}…` : text);

/** A mark: disc, pentagon or diamond; filled when it came about, open when it did not yet, a cross when it was declined. */
function mark(record: Built, cx: number, cy: number, length: number): string {
  const at = (dx: number, dy: number) => `${round(cx + dx)},${round(cy + dy)}`;
  if (record.kind === "agreement") {
    const values = (record.statuses as { value: string }[]).map(({ value }) => value);
    const done = ["signed", "adopted", "approved", "reached", "ratified", "in-force", "under-implementation"].some((value) =>
      values.includes(value),
    );
    return `<path class="${done ? "full" : "open"}" d="M${at(0, -6)} L${at(6, 0)} L${at(0, 6)} L${at(-6, 0)} Z"/>`;
  }
  if (record.kind === "visit") {
    const side = record.host === "azerbaijan" ? "ru" : "az";
    if (length > 1) return `<rect class="${side}" x="${round(cx - length / 2)}" y="${cy - 5}" width="${round(length)}" height="10"/>`;
    return `<path class="${side}" d="M${at(-6, -5)} L${at(1, -5)} L${at(6, 0)} L${at(1, 5)} L${at(-6, 5)} Z"/>`;
  }
  if (record.format === "contacts")
    return [-5, 0, 5].map((dx) => `<circle class="full" cx="${round(cx + dx)}" cy="${cy}" r="1.8"/>`).join("");
  const circle = (kind: string, more = "") => `<circle class="${kind}" cx="${round(cx)}" cy="${cy}" r="5.2"/>${more}`;
  switch (record.occurrence) {
    case "held":
      return circle("full");
    case "under-way":
      return circle("open", `<path class="full" d="M${at(0, -5.2)} A5.2,5.2 0 0 0 ${at(0, 5.2)} Z"/>`);
    case "declined":
      return `<path class="line" d="M${at(-4.5, -4.5)} L${at(4.5, 4.5)} M${at(4.5, -4.5)} L${at(-4.5, 4.5)}"/>`;
    case "postponed":
      return circle("open", `<path class="line" d="M${at(-9, -7)} q 9,-7 18,0 l -5,-1 m 5,1 l 1,-5"/>`);
    case "cancelled":
      return circle("open", `<path class="line" d="M${at(-7, 7)} L${at(7, -7)}"/>`);
    default:
      return circle("open");
  }
}

/** What lies behind a mark: a band where it falls within, one that fades where it is about, an arrow where it is still open. */
function ground({ edtf }: Dated, from: number, to: number, cy: number, right: number): string {
  const band = (x: number, width: number) => `<rect class="band" x="${round(x)}" y="${cy - 4}" width="${round(width)}" height="8"/>`;
  if (edtf.endsWith("/..")) return `${band(from, right - from)}<path class="tick" d="M${round(from)},${cy} H${right} m-5,-4 l5,4 l-5,4"/>`;
  if (/[~%]/.test(edtf)) return `<path class="about" d="M${round(from - 16)},${cy} H${round(to + 16)}"/>`;
  return to - from > 4 ? `${band(from, to - from)}<path class="tick" d="M${round(from)},${cy - 6} v12 M${round(to)},${cy - 6} v12"/>` : "";
}

/** The label beside a mark: the axis tells the date, family names will do, and who met where stands for talks. */
function toLabel(record: Built, people: readonly Built[]): string {
  let label = String(record.label);
  for (const person of people) label = label.replaceAll(String(person.label), String(person.label).split(" ").at(-1)!);
  return label
    .replace(/, (planned for )?[A-Z][a-z]+ \d{4}$/, (_, planned: string | undefined) => (planned ? ", planned" : ""))
    .replace(/^(?:Talks|Meeting) of (.+?) and (.+?) in /, "$1–$2, ")
    .replace(/^Joint press conference of .+? in /, "Press conference, ");
}

export function emitTimeline({ records }: Pick<Dataset, "records">, look: TimelineLook): string {
  const { width, labels, within } = look;
  const axis = toAxis(...axisEnds(look));
  const { left, right, x } = axis;
  const margin = within === undefined ? 16 : 0;
  let body = "";
  let y = within === undefined ? 48 : 60;
  // the axis
  body += `<rect class="past" x="${round(left)}" y="0" width="${round(axis.bend - left)}" height="HEIGHT"/>\n`;
  if (labels)
    body += `<text class="head" x="${left + 4}" y="16">2020</text><text class="soft" x="${round(x(toDay("2021-01-01"))) + 40}" y="16">at 1:3</text>\n`;
  for (const year of [2021, 2022, 2023, 2024]) {
    const at = round(x(toDay(`${year}-01-01`)));
    if (year < 2024 && (labels || year > 2021)) body += `<text class="head" x="${at + 4}" y="16">${year}</text>\n`;
    body += `<line class="rule" x1="${at}" x2="${at}" y1="6" y2="HEIGHT"/>\n`;
    if (labels && (year === 2022 || year === 2023))
      for (const [month, name] of [
        ["04", "Apr"],
        ["07", "Jul"],
        ["10", "Oct"],
      ] as const) {
        const quarter = round(x(toDay(`${year}-${month}-01`)));
        body += `<text class="soft" x="${quarter + 4}" y="16">${name}</text><line class="quarter" x1="${quarter}" x2="${quarter}" y1="6" y2="HEIGHT"/>\n`;
      }
  }
  const differs = (record: Built) => new Set((record.accounts as { value: string }[] | undefined)?.map(({ value }) => value)).size > 1;
  const toText = (record: Built) => `${shortened(toLabel(record, records.person))}${differs(record) ? " ≠" : ""}`;
  const linked = (record: Built, text: string, drawn: string) =>
    look.href === undefined
      ? `${drawn}\n`
      : `<a class="mark" href="${escape(look.href(record.id))}" data-id="${escape(record.id)}"${dateOf(record) === undefined ? " data-undated" : ""} aria-label="${escape([text, look.more?.(record)].filter(Boolean).join(", "))}">${drawn}</a>\n`;
  const head = (text: string, at: number) => (labels ? `<text class="head" x="${margin}" y="${at + 4}">${text}</text>\n` : "");

  /** Lays out a lane: rows are filled greedily, from the left edge. */
  const lane = (name: string, list: readonly { record: Built; from: number; to: number; at: number; text: string; length: number }[]) => {
    const rows: number[] = []; // how far each row is filled
    body += `${head(name, y)}<g class="lane">\n`;
    if (!labels) {
      body += `<text class="head" x="${left}" y="${y + 2}">${name}</text>\n`;
      y += 18;
    }
    for (const { record, from, to, at, text, length } of [...list].sort((a, b) => a.from - b.from)) {
      const size = labels ? wide(text) : 0;
      const fitsLeft = labels && Math.min(from - 6, at - 12) - size > left;
      const rowFrom = (begin: number) => rows.findIndex((filled) => filled < begin - 8);
      const leftmost = Math.min(from - 6, at - 12) - size;
      // to the right, unless it would leave the picture, or a row can be saved
      const toLeft = fitsLeft && (at + 12 + size > right || (rowFrom(Math.min(from, at - 6)) === -1 && rowFrom(leftmost) !== -1));
      const begins = toLeft ? leftmost : Math.min(from, at - 6);
      const beside = Math.max(to + 6, at + (/[~%]/.test(dateOf(record)?.edtf ?? "") ? 22 : 12));
      const ends = toLeft ? Math.max(to, at + 6) : labels ? beside + size : Math.max(to, at + 6);
      let row = rowFrom(begins);
      if (row === -1) row = rows.push(0) - 1;
      rows[row] = ends;
      const cy = y + row * 21;
      const date = dateOf(record);
      const behind = date && length === 0 ? ground(date, from, to, cy, right) : "";
      const label = labels
        ? `<text x="${round(toLeft ? Math.min(from - 6, at - 12) : beside)}" y="${cy + 4}"${toLeft ? ' text-anchor="end"' : ""}>${escape(text)}</text>`
        : `<rect fill="transparent" x="${round(at - 10)}" y="${cy - 10}" width="20" height="20"/>`;
      body += linked(record, text, `${behind}${mark(record, at, cy, length)}${label}`);
    }
    body += "</g>\n";
    y += Math.max(1, rows.length) * 21 + 12;
    body += `<line class="quarter" x1="0" x2="${width}" y1="${y - 16}" y2="${y - 16}"/>\n`;
  };
  for (const [name, list] of [
    ["Visits", records.visit],
    ["Meetings", records.meeting],
    ["Agreements", records.agreement],
  ] as const)
    lane(
      name,
      list
        .filter((record) => dateOf(record) !== undefined)
        .map((record) => {
          const { earliest, latest } = dateOf(record)!;
          const [from, to] = [x(toDay(earliest ?? latest!)), x(toDay(latest ?? earliest!))];
          const early = toDay(latest ?? earliest!) < axisStart;
          const lasts = record.kind === "visit" && to > from;
          return {
            record,
            from: lasts ? from - 2 : from,
            to: lasts ? to + 2 : to,
            at: (from + to) / 2,
            text: early ? `‹ ${(earliest ?? latest!).slice(0, 4)}: ${toText(record)}` : toText(record),
            length: lasts ? Math.max(5, to - from) : 0,
          };
        }),
    );
  // statements: a square each, Azerbaijan's above the line, Russia's below
  const byDay = new Map<string, Built[]>();
  for (const statement of records.statement) {
    const date = dateOf(statement);
    if (date?.earliest) byDay.set(date.earliest, [...(byDay.get(date.earliest) ?? []), statement]);
  }
  const columns = labels ? 4 : 2;
  const speaksFor = (side: string) => (statement: Built) => (statement.sides as string[]).includes(side);
  const tallest = Math.max(
    ...[...byDay.values()].flatMap((list) =>
      ["azerbaijan", "russia"].map((side) => Math.ceil(list.filter(speaksFor(side)).length / columns)),
    ),
  );
  if (!labels) y += 12;
  const zero = y + tallest * 6 + 14;
  body += labels
    ? `<text class="head" x="${margin}" y="${zero - 6}">Statements</text>\n<text class="az" x="${margin}" y="${zero + 9}">above Azerbaijan</text>\n<text class="ru" x="${margin}" y="${zero + 24}">below Russia</text>\n`
    : `<text class="head" x="${left}" y="${y - 8}">Statements</text>\n`;
  body += `<line class="rule" x1="${left + (labels ? 6 : 0)}" x2="${right}" y1="${zero}" y2="${zero}"/>\n`;
  const dates = [...byDay.keys()].sort();
  const half = columns * 3;
  // each stands about its day; where two would overlap, they give way to either side
  const begins = dates.map((day) => x(toDay(day)) - half);
  for (let i = 1; i < begins.length; i++) {
    const overlap = begins[i - 1]! + 2 * half + 3 - begins[i]!;
    if (overlap > 0) {
      begins[i - 1]! -= overlap / 2;
      begins[i]! += overlap / 2;
    }
  }
  for (const [i, day] of dates.entries()) {
    const from = begins[i]!;
    for (const [side, kind, sign] of [
      ["azerbaijan", "az", -1],
      ["russia", "ru", 1],
    ] as const) {
      const own = byDay.get(day)!.filter(speaksFor(side));
      own.forEach((statement, n) => {
        const [column, row] = [n % columns, Math.floor(n / columns)];
        body += `<rect class="${kind}"${within === undefined ? "" : ` data-statement="${escape(statement.id)}" data-in="${day} ${side}"`} x="${round(from + column * 6)}" y="${round(zero + (sign < 0 ? -8 - row * 6 : 3 + row * 6))}" width="5" height="5"/>`;
      });
      const stack = Math.ceil(own.length / columns) * 6;
      if (own.length > 0)
        body += `<text class="${kind} tally"${within === undefined ? "" : ` data-of="${day} ${side}"`} x="${round(from + half)}" y="${zero + (sign < 0 ? -8 - stack : 16 + stack)}" text-anchor="middle">${within === undefined ? `${kind.toUpperCase()} ` : ""}${own.length}</text>\n`;
    }
  }
  const axisBottom = zero + tallest * 6 + 22;
  y = axisBottom + 24;
  // what has no date is never guessed and never dropped
  const undated = [...records.visit, ...records.meeting, ...records.agreement].filter((record) => dateOf(record) === undefined);
  let filled = left + 6;
  lane(
    "No date",
    undated.map((record) => {
      const text = toText(record);
      const step = labels ? wide(text) + 48 : 26;
      if (filled + step > right) filled = left + 6;
      const at = filled;
      filled += step;
      return { record, from: at, to: at, at, text, length: 0 };
    }),
  );
  const bottom = y - 14;
  const key =
    within === undefined
      ? [
          "disc: held · half disc: under way · ring: planned, or not stated · ×: declined · three dots: a series · band: it falls within · dashes: about",
          "pentagon or bar: a visit, in the traveller's hue · diamond: an agreement, open when not concluded · ≠: accounts differ",
          "squares: statements, Azerbaijan's above the line and Russia's below, joint ones twice",
        ]
      : [];
  for (const [i, text] of key.entries()) body += `<text class="soft" x="16" y="${bottom + 20 + i * 16}">${escape(text)}</text>\n`;
  const [visits, meetings, agreements, statements] = [records.visit, records.meeting, records.agreement, records.statement].map(
    (list) => list.length,
  );
  return toSvg({
    width,
    height: bottom + (key.length > 0 ? 64 : 4),
    title: "Timeline of the dataset",
    description: `${visits} visits, ${meetings} meetings, ${agreements} agreements and ${statements} statements between 2018 and 2023; Azerbaijan's statements above the line, Russia's below.`,
    body: body.replaceAll("HEIGHT", String(axisBottom)),
    ...(within !== undefined && { within, axis: axisBottom }),
  });
}

/**
 * Two pictures of the dataset for the README: a timeline, in which shape tells the kind, filling how far it got and what lies
 * behind a mark how well its date is known; and who speaks about what. Drawn from the records, as SVG without scripts.
 */
import type { Dataset } from "../dataset.ts";
import type { Built } from "../records.ts";

const width = 1216;
const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Two hues mean the two sides, everything else is ink; they differ from the ground by 4.5 to 1 at least, light and dark. */
const style = `<style>
  svg { --paper: #FBFAF7; --ink: #1B1F24; --soft: #646B72; --rule: #B8B3A7; --band: #E2DFD7; --az: #0B6477; --ru: #A4450F; }
  @media (prefers-color-scheme: dark) { svg { --paper: #14171A; --ink: #ECEAE4; --soft: #929A9F; --rule: #555E66; --band: #2D3339; --az: #63C5D8; --ru: #F09A60; } }
  .paper { fill: var(--paper); } text { font: 12px system-ui, "Segoe UI", sans-serif; fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; } .soft { fill: var(--soft); } .head { font-weight: 600; }
  .rule { stroke: var(--rule); stroke-width: 1; } .band { fill: var(--band); } .tick { stroke: var(--soft); stroke-width: 1; }
  .full { fill: var(--ink); } .open { fill: var(--paper); stroke: var(--ink); stroke-width: 1.6; } .line { stroke: var(--ink); stroke-width: 1.8; fill: none; }
  .az { fill: var(--az); } .ru { fill: var(--ru); } .press { fill: var(--soft); }
</style>`;

const svg = (height: number, title: string, description: string, body: string, role = "img"): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="${role}" aria-labelledby="title description">
<title id="title">${escape(title)}</title>
<desc id="description">${escape(description)}</desc>
${style}
<rect class="paper" width="${width}" height="${height}"/>
${body}</svg>
`;

interface Dated {
  readonly earliest: string | null;
  readonly latest: string | null;
}
const dateOf = (record: Built) => record.date as Dated | undefined;

/** Days since 1970. */
const days = (day: string): number => Date.parse(`${day}T00:00Z`) / 86_400_000;

/** Two stretches of the axis: the years that the articles are about, and, at a third of the scale, those that they look back on. */
const [left, right, bend] = [112, width - 24, 330];
const [start, turn, end] = [days("2020-09-01"), days("2022-01-01"), days("2024-01-01")];
const x = (day: number): number =>
  day < turn
    ? left + ((Math.max(start, day) - start) / (turn - start)) * (bend - left)
    : bend + ((Math.min(end, day) - turn) / (end - turn)) * (right - bend);

const round = (n: number) => Math.round(n * 10) / 10;
/** About how wide a text is in 12 px of a common sans-serif. */
const wide = (text: string) => text.length * 6.1;
const shortened = (text: string) => (Array.from(text).length > 64 ? `${Array.from(text).slice(0, 63).join("").trimEnd()}…` : text);

/** A mark: disc, pentagon or diamond; filled when it came about, open when it did not yet, a cross when it was declined. */
function mark(record: Built, cx: number, cy: number): string {
  const at = (dx: number, dy: number) => `${round(cx + dx)},${round(cy + dy)}`;
  if (record.kind === "agreement") {
    const values = (record.statuses as { value: string }[]).map(({ value }) => value);
    const done = ["signed", "adopted", "approved", "reached", "ratified", "in-force"].some((value) => values.includes(value));
    return `<path class="${done ? "full" : "open"}" d="M${at(0, -6)} L${at(6, 0)} L${at(0, 6)} L${at(-6, 0)} Z"/>`;
  }
  if (record.kind === "visit") {
    const side = record.host === "azerbaijan" ? "ru" : "az";
    return `<path class="${side}" d="M${at(-6, -5)} L${at(1, -5)} L${at(6, 0)} L${at(1, 5)} L${at(-6, 5)} Z"/>`;
  }
  if (record.format === "contacts")
    return [-5, 0, 5].map((dx) => `<circle class="full" cx="${round(cx + dx)}" cy="${cy}" r="1.8"/>`).join("");
  const circle = (kind: string) => `<circle class="${kind}" cx="${round(cx)}" cy="${cy}" r="5.2"/>`;
  switch (record.occurrence) {
    case "held":
      return circle("full");
    case "under-way":
      return `${circle("open")}<path class="full" d="M${at(0, -5.2)} A5.2,5.2 0 0 0 ${at(0, 5.2)} Z"/>`;
    case "declined":
      return `<path class="line" d="M${at(-4.5, -4.5)} L${at(4.5, 4.5)} M${at(4.5, -4.5)} L${at(-4.5, 4.5)}"/>`;
    default:
      return circle("open");
  }
}

/** @param href - Where the page of a record is, if its mark is to lead there. */
export function emitTimeline({ records }: Pick<Dataset, "records">, href?: (id: string) => string): string {
  const linked = (record: Built, drawn: string) => (href ? `<a href="${escape(href(record.id))}">${drawn}</a>` : drawn);
  let body = "";
  let y = 34;
  // the axis
  for (const year of [2021, 2022, 2023, 2024]) {
    const at = round(x(days(`${year}-01-01`)));
    if (year < 2024) body += `<text class="soft" x="${at + 4}" y="16">${year}</text>\n`;
    body += `<line class="rule" x1="${at}" x2="${at}" y1="6" y2="HEIGHT"/>\n`;
  }
  const lanes: [string, readonly Built[]][] = [
    ["Visits", records.visit],
    ["Meetings", records.meeting],
    ["Agreements", records.agreement],
  ];
  let undated = 0;
  for (const [name, list] of lanes) {
    const rows: number[] = []; // how far each row is filled
    body += `<text class="head" x="16" y="${y + 4}">${name}</text>\n`;
    const dated = list.filter((record) => dateOf(record) !== undefined);
    undated += list.length - dated.length;
    const placed = dated.map((record) => {
      const { earliest, latest } = dateOf(record)!;
      const [from, to] = [x(days(earliest ?? latest!)), x(days(latest ?? earliest!))];
      const early = days(latest ?? earliest!) < start;
      return {
        record,
        from,
        to,
        at: (from + to) / 2,
        label: `${shortened(String(record.label))}${early ? ` (${(earliest ?? latest!).slice(0, 4)})` : ""}`,
      };
    });
    for (const { record, from, to, at, label } of placed.sort((a, b) => a.from - b.from)) {
      const differs = new Set((record.accounts as { value: string }[] | undefined)?.map(({ value }) => value)).size > 1;
      const text = differs ? `${label} ≠` : label;
      const toLeft = at + 12 + wide(text) > right && at - 12 - wide(text) > left;
      const begins = toLeft ? at - 12 - wide(text) : Math.min(from, at - 6);
      const beside = Math.max(to + 6, at + 12);
      const ends = toLeft ? Math.max(to, at + 6) : beside + wide(text);
      let row = rows.findIndex((filled) => filled < begins - 8);
      if (row === -1) row = rows.push(0) - 1;
      rows[row] = ends;
      const cy = y + row * 21;
      if (to - from > 4)
        body += `<rect class="band" x="${round(from)}" y="${cy - 6}" width="${round(to - from)}" height="12"/><path class="tick" d="M${round(from)},${cy - 6} v12 M${round(to)},${cy - 6} v12"/>\n`;
      body += `${linked(record, `${mark(record, at, cy)}<text x="${round(toLeft ? Math.min(from - 6, at - 12) : beside)}" y="${cy + 4}"${toLeft ? ' text-anchor="end"' : ""}>${escape(text)}</text>`)}\n`;
    }
    y += Math.max(1, rows.length) * 21 + 12;
  }
  // statements: a square each, Azerbaijan's above the line, Russia's below; the outlet's own voice on it
  const byDay = new Map<string, Built[]>();
  for (const statement of records.statement) {
    const date = dateOf(statement);
    if (date?.earliest) byDay.set(date.earliest, [...(byDay.get(date.earliest) ?? []), statement]);
  }
  const speaksFor = (side: string) => (statement: Built) => (statement.sides as string[]).includes(side);
  const tallest = Math.max(
    ...[...byDay.values()].flatMap((list) => ["azerbaijan", "russia"].map((side) => Math.ceil(list.filter(speaksFor(side)).length / 4))),
  );
  const zero = y + tallest * 6 + 14;
  body += `<text class="head" x="16" y="${zero + 4}">Statements</text>\n<line class="rule" x1="${left}" x2="${right}" y1="${zero}" y2="${zero}"/>\n`;
  const dates = [...byDay.keys()].sort();
  for (const [i, day] of dates.entries()) {
    const at = x(days(day));
    // where the next day is near, its squares stand to the right of the line and these to the left
    const near = (other: string | undefined) => other !== undefined && Math.abs(x(days(other)) - at) < 60;
    const [before, after] = [near(dates[i - 1]), near(dates[i + 1])];
    const from = after ? -22 : before ? 2 : -12;
    for (const [side, kind, sign] of [
      ["azerbaijan", "az", -1],
      ["russia", "ru", 1],
    ] as const) {
      const own = byDay.get(day)!.filter(speaksFor(side));
      own.forEach((_, n) => {
        const [column, row] = [n % 4, Math.floor(n / 4)];
        body += `<rect class="${kind}" x="${round(at + from + column * 6)}" y="${round(zero + (sign < 0 ? -8 - row * 6 : 3 + row * 6))}" width="5" height="5"/>`;
      });
      const stack = Math.ceil(own.length / 4) * 6;
      if (own.length > 0)
        body += `<text class="${kind}" x="${round(at + from + 12)}" y="${zero + (sign < 0 ? -8 - stack : 16 + stack)}" text-anchor="middle">${kind.toUpperCase()} ${own.length}</text>\n`;
    }
  }
  const height = zero + tallest * 6 + 86;
  const [visits, meetings, agreements, statements] = [records.visit, records.meeting, records.agreement, records.statement].map(
    (list) => list.length,
  );
  const key = [
    "disc: held · half disc: under way · ring: planned, or not stated · ×: declined · three dots: a series · band: it falls within",
    "pentagon: a visit, in the traveller's hue · diamond: an agreement, open when not concluded · ≠: accounts differ",
    `squares: statements, Azerbaijan's above the line and Russia's below, joint ones twice · without a date, and so not drawn: ${undated}`,
  ];
  for (const [i, text] of key.entries()) body += `<text class="soft" x="16" y="${height - 44 + i * 16}">${escape(text)}</text>\n`;
  return svg(
    height,
    "Timeline of the dataset",
    `${visits} visits, ${meetings} meetings, ${agreements} agreements and ${statements} statements between 2018 and 2023; Azerbaijan's statements above the line, Russia's below.`,
    body.replaceAll("HEIGHT", String(height - 64)),
    href ? "group" : "img",
  );
}

export function emitSpeakersByTopic({ records }: Dataset): string {
  const top = records.topic.filter((topic) => topic.broader === undefined);
  const above = new Map(records.topic.map((topic) => [topic.id, (topic.broader as string | undefined) ?? topic.id]));
  const spoken = records.statement.map((statement) => ({
    who: (statement.speakers as { actor: string }[]).map(({ actor }) => actor),
    topics: new Set((statement.topics as string[]).map((topic) => above.get(topic)!)),
  }));
  const people = new Map([...records.person, ...records.place].map((record) => [record.id, String(record.label)]));
  const speakers = [...new Set(spoken.flatMap(({ who }) => who))]
    .map((id) => ({ id, count: spoken.filter(({ who }) => who.includes(id)).length }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  const columns = [...speakers.map(({ id }) => ({ id: id, label: people.get(id) ?? id })), { id: null, label: "nobody named" }];
  const rows = top
    .map((topic) => ({ topic, count: spoken.filter(({ topics }) => topics.has(topic.id)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.topic.id < b.topic.id ? -1 : 1));
  const side = (id: string | null) => {
    const person = records.person.find((record) => record.id === id);
    const country = person ? person.country : id;
    return country === "azerbaijan" ? "az" : country === "russia" ? "ru" : "press";
  };
  const [first, step, top0, line] = [300, Math.floor((width - 320) / columns.length), 56, 30];
  let body = "";
  columns.forEach(({ id, label }, i) => {
    body += `<text x="${first + i * step + step / 2}" y="24" text-anchor="middle">${escape(label)}</text><text class="soft" x="${first + i * step + step / 2}" y="40" text-anchor="middle">${{ az: "AZ", ru: "RU", press: "–" }[side(id)]}</text>\n`;
  });
  rows.forEach(({ topic, count }, r) => {
    const cy = top0 + r * line + line / 2;
    body += `<text x="16" y="${cy + 4}">${escape(String(topic.label ?? topic.id))}</text><text class="soft" x="${first - 20}" y="${cy + 4}" text-anchor="end">${count}</text><line class="rule" x1="16" x2="${width - 16}" y1="${cy + line / 2}" y2="${cy + line / 2}"/>\n`;
    columns.forEach(({ id }, i) => {
      const n = spoken.filter(({ who, topics }) => topics.has(topic.id) && (id === null ? who.length === 0 : who.includes(id))).length;
      if (n === 0) return;
      const cx = first + i * step + step / 2;
      body += `<circle class="${side(id)}" cx="${round(cx - 14)}" cy="${cy}" r="${round(2.2 * Math.sqrt(n))}"/><text x="${cx + 4}" y="${cy + 4}">${n}</text>\n`;
    });
  });
  const height = top0 + rows.length * line + 40;
  body += `<text class="soft" x="16" y="${height - 14}">Statements by speaker and topic; one with several topics counts in each. Armenia is spoken about in these articles and never quoted.</text>\n`;
  return svg(
    height,
    "Who speaks about what",
    `Statements of ${speakers.length} speakers by ${rows.length} topics; the most frequent topic is ${String(rows[0]!.topic.label ?? rows[0]!.topic.id).toLowerCase()}, with ${rows[0]!.count} statements.`,
    body,
  );
}

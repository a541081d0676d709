/** Who speaks about what: statements by speaker and topic, for the README. */
import {
  countBy,
  people,
  resolve,
  statements,
  topics,
  type Statement,
  type TopicId,
} from "#dataset";
import { sideOf, type Side } from "./sides.ts";
import { element, round, textElement, toSvg } from "./svg.ts";

const width = 940;
const firstColumn = 280;
const firstRow = 64;
const rowHeight = 30;

/** A speaker, or null for statements that name nobody. */
type Speaker = Statement["speakers"][number]["actor"] | null;

function sideOfSpeaker(speaker: Speaker): Side | undefined {
  return sideOf(people.get(String(speaker))?.country ?? speaker);
}

/** The speakers with the most statements first; statements without a speaker come last. */
function speakerColumns(): Speaker[] {
  const speakers = countBy(statements, "speakers").cells.map(({ values }) => values[0] as Speaker);
  return [...speakers.filter((speaker) => speaker !== null), null];
}

interface TopicRow {
  readonly id: TopicId;
  readonly label: string;
  readonly count: number;
}

/** The broad topics of statements, the most frequent first. */
function topicRows(): TopicRow[] {
  return [...topics]
    .filter(({ broader }) => broader === undefined)
    .map(({ id, label }) => ({ id, label, count: statements.count({ topics: id }) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

/** The lines of a column's head: a name of two words has two, so that names do not touch. */
function headLines(speaker: Speaker): string[] {
  const name = speaker === null ? "nobody named" : (resolve(speaker)?.label ?? speaker);
  const space = name.lastIndexOf(" ");
  return space === -1 ? [name] : [name.slice(0, space), name.slice(space + 1)];
}

function drawColumnHead(speaker: Speaker, center: number): string {
  const middle = { "text-anchor": "middle" };
  const lines = headLines(speaker);
  const top = 34 - (lines.length - 1) * 16;
  const names = lines.map((line, i) => textElement(line, center, top + i * 16, middle));
  const side = sideOfSpeaker(speaker)?.short ?? "–";
  return [...names, textElement(side, center, 50, { class: "soft", ...middle })].join("\n");
}

function drawCell(topic: TopicId, speaker: Speaker, center: number, y: number): string {
  const count = statements.count({ topics: topic, speakers: speaker });
  if (count === 0) return "";
  const r = round(2.2 * Math.sqrt(count));
  return [
    element("circle", {
      class: sideOfSpeaker(speaker)?.hue ?? "press",
      cx: round(center - 14),
      cy: y,
      r,
    }),
    textElement(String(count), center + 4, y + 4),
  ].join("");
}

/** The picture as SVG. */
export function drawSpeakersByTopic(): string {
  const columns = speakerColumns();
  const rows = topicRows();
  const step = Math.floor((width - firstColumn - 20) / columns.length);
  const centers = columns.map((_, i) => firstColumn + i * step + step / 2);
  const height = firstRow + rows.length * rowHeight + 40;

  const drawnRows = rows.flatMap(({ id, label, count }, i) => {
    const y = firstRow + i * rowHeight + rowHeight / 2;
    const lineY = y + rowHeight / 2;
    return [
      textElement(label, 16, y + 4),
      textElement(String(count), firstColumn - 20, y + 4, { class: "soft", "text-anchor": "end" }),
      element("line", { class: "rule", x1: 16, x2: width - 16, y1: lineY, y2: lineY }),
      ...columns.map((speaker, column) => drawCell(id, speaker, centers[column]!, y)),
    ];
  });
  const note = "Statements by speaker and topic; one with several topics counts in each.";
  const body = [
    ...columns.map((speaker, i) => drawColumnHead(speaker, centers[i]!)),
    ...drawnRows,
    textElement(note, 16, height - 14, { class: "soft" }),
  ];
  const [first] = rows;
  return toSvg({
    width,
    height,
    title: "Who speaks about what",
    description:
      `Statements of ${columns.length - 1} speakers by ${rows.length} topics; ` +
      `the most frequent topic is ${first!.label.toLowerCase()}, with ${first!.count} statements.`,
    body: `${body.filter((part) => part !== "").join("\n")}\n`,
  });
}

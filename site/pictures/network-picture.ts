/**
 * Who speaks of whom and about what: targets on the left, speakers in the middle, topics on the
 * right, and a line for each pair, as thick as there are statements.
 */
import { countBy, people, resolve, statements, topics } from "#dataset";
import { sideOf } from "./sides.ts";
import { element, escapeXml, round, textElement, toSvg } from "./svg.ts";

const width = 1160;
const rowHeight = 30;
const top = 60;
/** Where the names of the three columns end or begin, and where their lines do. */
const columns = { target: 340, speakerLeft: 520, speakerRight: 680, topic: 850 };

interface Node {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly y: number;
}

type Field = "targets" | "speakers" | "topics";

function toNodes(ids: readonly string[], field: Field, rows: number): Node[] {
  const counted = ids
    .map((id) => ({
      id,
      label: resolve(id)?.label ?? id,
      count: statements.count({ [field]: id }),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  // a shorter column stands in the middle
  const start = top + ((rows - counted.length) * rowHeight) / 2;
  return counted.map((node, i) => ({ ...node, y: start + i * rowHeight }));
}

function idsOf(field: "targets" | "speakers"): string[] {
  return countBy(statements, field).cells.flatMap(({ values }) => values[0] ?? []);
}

/** The class that gives a speaker the hue of the side. */
function hueOf(speaker: string): string {
  return sideOf(people.get(speaker)?.country ?? speaker)?.hue ?? "press";
}

/** A line between a speaker and a target or topic; its title says how many statements there are. */
function drawLine(speaker: Node, other: Node, field: "targets" | "topics"): string {
  const count = statements.count({ speakers: speaker.id, [field]: other.id } as never);
  if (count === 0) return "";
  const [x1, x2] =
    field === "targets"
      ? [columns.speakerLeft, columns.target + 8]
      : [columns.speakerRight, columns.topic - 8];
  const middle = (x1 + x2) / 2;
  const d = `M${x1},${speaker.y} C${middle},${speaker.y} ${middle},${other.y} ${x2},${other.y}`;
  const verb = field === "targets" ? "directed at" : "on";
  const title = `${speaker.label} ${verb} ${other.label}: ${count}`;
  const attributes = {
    class: `tie ${hueOf(speaker.id)}`,
    d,
    "stroke-width": round(count / 2 + 0.7),
  };
  return element("path", attributes, element("title", {}, escapeXml(title)));
}

function drawNode(node: Node, field: Field): string {
  const places = {
    targets: { x: columns.target, "text-anchor": "end" },
    speakers: { x: (columns.speakerLeft + columns.speakerRight) / 2, "text-anchor": "middle" },
    topics: { x: columns.topic, "text-anchor": "start" },
  } as const;
  const { x, ...anchor } = places[field];
  const text = textElement(`${node.label} ${node.count}`, x, node.y + 4, anchor);
  return element("a", { href: `index.html?${field}=${node.id}` }, text);
}

function drawHeads(): string[] {
  const middle = (columns.speakerLeft + columns.speakerRight) / 2;
  return [
    textElement("Of whom (targets)", columns.target, 24, { class: "head", "text-anchor": "end" }),
    textElement("Who speaks", middle, 24, { class: "head", "text-anchor": "middle" }),
    textElement("About what (broad topics)", columns.topic, 24, { class: "head" }),
  ];
}

/** The picture, as a part of a page. */
export function drawNetwork(): string {
  const broad = [...topics].filter(({ broader }) => broader === undefined).map(({ id }) => id);
  const [targetIds, speakerIds] = [idsOf("targets"), idsOf("speakers")];
  const rows = Math.max(targetIds.length, speakerIds.length, broad.length);
  const targets = toNodes(targetIds, "targets", rows);
  const speakers = toNodes(speakerIds, "speakers", rows);
  const subjects = toNodes(broad, "topics", rows);
  const lines = speakers.flatMap((speaker) => [
    ...targets.map((target) => drawLine(speaker, target, "targets")),
    ...subjects.map((topic) => drawLine(speaker, topic, "topics")),
  ]);
  const nodes = [
    ...targets.map((node) => drawNode(node, "targets")),
    ...speakers.map((node) => drawNode(node, "speakers")),
    ...subjects.map((node) => drawNode(node, "topics")),
  ];
  return toSvg({
    width,
    height: top + rows * rowHeight,
    title: "Who speaks of whom and about what",
    description:
      `${speakers.length} speakers, ${targets.length} targets, ` +
      `${subjects.length} broad topics`,
    body: [...drawHeads(), ...lines, ...nodes].filter((part) => part !== "").join("\n"),
    pageClass: "network",
  });
}

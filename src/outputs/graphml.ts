/** Networks of actors and topics, for tools such as Gephi, visone and igraph. */
import { statements } from "../collections/statements.ts";
import { topics } from "../collections/topics.ts";
import type { TopicId } from "../generated/types.ts";
import { labelOf } from "./record-text.ts";

/** An actor who makes claims on a topic. */
interface Tie {
  readonly actor: string;
  readonly topic: TopicId;
  readonly claims: number;
  readonly praise: number;
  readonly charge: number;
}

const praising: ReadonlySet<string> = new Set(["praise", "welcome"]);
const charging: ReadonlySet<string> = new Set(["accuse", "deny", "express-concern", "reject"]);

/** How many claims each actor makes on each topic; the outlets' own narration is not counted. */
function toTies(): Tie[] {
  const ties = new Map<string, Tie>();
  for (const { speakers, topics: subjects, speechAct } of statements)
    for (const { actor } of speakers)
      for (const topic of subjects) {
        const key = `${actor} ${topic}`;
        const tie = ties.get(key) ?? { actor, topic, claims: 0, praise: 0, charge: 0 };
        ties.set(key, {
          ...tie,
          claims: tie.claims + 1,
          praise: tie.praise + (praising.has(speechAct) ? 1 : 0),
          charge: tie.charge + (charging.has(speechAct) ? 1 : 0),
        });
      }
  return [...ties.values()];
}

function escapeXml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

function toNode(id: string, sort: "actor" | "topic", label: string): string {
  return (
    `    <node id="${id}"><data key="sort">${sort}</data>` +
    `<data key="label">${escapeXml(label)}</data></node>`
  );
}

function toEdge({ actor, topic, claims, praise, charge }: Tie): string {
  const data = Object.entries({ claims, praise, charge })
    .map(([key, value]) => `<data key="${key}">${value}</data>`)
    .join("");
  return `    <edge source="${actor}" target="${topic}">${data}</edge>`;
}

const keys = [
  ["sort", "node", "string"],
  ["label", "node", "string"],
  ["claims", "edge", "int"],
  ["praise", "edge", "int"],
  ["charge", "edge", "int"],
].map(
  ([id, target, type]) =>
    `  <key id="${id!}" for="${target!}" attr.name="${id!}" attr.type="${type!}"/>`,
);

/**
 * The network of actors and the topics on which they make claims, as GraphML: a node for each, and
 * an edge with the number of claims, of those that praise or welcome, and of those that accuse,
 * deny, object or refuse.
 *
 * @see http://graphml.graphdrawing.org
 * @example actorTopicGraph().startsWith("<?xml")
 */
export function actorTopicGraph(): string {
  const ties = toTies();
  const actors = [...new Set(ties.map(({ actor }) => actor))];
  const subjects = [...new Set(ties.map(({ topic }) => topic))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '  <graph id="actors-and-topics" edgedefault="undirected">',
    ...actors.map((id) => toNode(id, "actor", labelOf(id))),
    ...subjects.map((id) => toNode(id, "topic", topics.get(id).label)),
    ...ties.map(toEdge),
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
}

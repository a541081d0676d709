/** What assistants can read without a question: what the dataset is, and its codebook. */
import { collectionOf } from "../collections/all-collections.ts";
import { fail } from "../criteria/input-error.ts";
import { pluralOf } from "../generated/fields.ts";
import { description } from "../generated/release.ts";
import type { Kind } from "../generated/types.ts";
import { sources } from "../collections/sources.ts";
import { articlesText, claimRule, datasetLine, type AssistantTool } from "./assistant-tool.ts";

/** A text with an address of its own. */
export interface AssistantResource {
  readonly uri: string;
  readonly name: string;
  readonly description: string;
  read(): string | Promise<string>;
}

/** How to use the dataset, for a model that has not seen it. */
export function instructions(): string {
  return [
    `${datasetLine}: ${description.summary}`,
    `It holds what ${articlesText()} say. Dates, places and differing accounts may come from`,
    "outside pages; then the record says so. It asserts nothing itself.",
    claimRule,
    "When no tool finds an answer, say that the articles do not hold it.",
    "Ids and quotations come from the tools; do not make any up, and do not change quoted words.",
    ...(description.coverage === undefined ? [] : [description.coverage]),
  ].join("\n");
}

function articleLines(): string[] {
  return sources.where({ role: "seed" }).map(({ id, label, url }) => `${id}: ${label}, ${url}`);
}

function countLine(): string {
  const kinds = Object.keys(pluralOf) as Kind[];
  return kinds.map((kind) => `${collectionOf(kind).size} ${pluralOf[kind]}`).join(", ");
}

function aboutText(): string {
  return [instructions(), "", "Records: " + countLine(), "", "Articles:", ...articleLines()].join(
    "\n",
  );
}

/** The resources; those of the codebook are what its tool says of each kind. */
export function assistantResources(tools: readonly AssistantTool[]): AssistantResource[] {
  const codebook = tools.find(({ name }) => name === "codebook") ?? fail("no codebook");
  const base = `${description.name}://`;
  return [
    {
      uri: `${base}about`,
      name: "What the dataset holds",
      description: "Scope, rules for repeating claims, numbers of records, the articles.",
      read: aboutText,
    },
    ...Object.values(pluralOf).map((plural) => ({
      uri: `${base}codebook/${plural}`,
      name: `Codebook: ${plural}`,
      description: `The fields of ${plural} and what they mean.`,
      read: async () => (await codebook.run({ kind: plural })).text,
    })),
  ];
}

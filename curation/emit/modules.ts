/**
 * The run-time modules: a module of records per kind, the fields, the vocabulary, the release; and
 * data.json.
 */
import type { Field } from "../../src/criteria/fields.ts";
import { withDescendants } from "../../src/criteria/hierarchy.ts";
import {
  memberCriteria,
  model,
  type Criterion,
  type FieldDescription,
  type Shape,
} from "../../src/schema/describe.ts";
import { kinds, targets, type Kind } from "../../src/schema/field.ts";
import type { Dataset } from "../dataset.ts";
import { datasetDescription } from "./description.ts";
import { banner, toJsonLiteral } from "./type-text.ts";

/** A module that holds all records of a kind. */
export function emitRecords(kind: Kind, plural: string, { records }: Dataset): string {
  const doc = `/** All ${plural}, as JSON: parsed when first used. */`;
  return `${banner}\n${doc}\nexport const json = ${toJsonLiteral(records[kind])};\n`;
}

/** How criteria ask for a value. */
function toRuntimeCriterion(criterion: Criterion | undefined): Omit<Field, "ground"> {
  if (criterion === undefined) return {};
  const ofId = criterion.by === "id" ? criterion.of : undefined;
  return {
    criterion: criterion.by === "date" ? "date" : "value",
    ...(ofId !== undefined && { of: targets[ofId] }),
    ...(criterion.by === "term" && { terms: criterion.terms }),
    ...((ofId === "topic" || ofId === "place") && { includesNarrower: true as const }),
  };
}

/** The names of relations from their other end. */
function inversesOf(shape: Shape): Record<string, string> | undefined {
  if (shape.type === "list") return inversesOf(shape.of);
  const type = shape.type === "object" && shape.members.find(({ name }) => name === "type");
  if (!type || type.shape.type !== "term") return undefined;
  const pairs = Object.entries(type.shape.definitions).flatMap(([term, { inverse }]) =>
    inverse === undefined ? [] : [[term, inverse] as const],
  );
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

/** What a collection must know of a field, and of the members that criteria may ask for. */
function toRuntimeFields(field: FieldDescription): [string, Field][] {
  const { name, ground, key, criterion, shape } = field;
  const inverses = inversesOf(shape);
  const isList = shape.type === "list" && { list: true as const };
  const own: Field = {
    ...toRuntimeCriterion(criterion),
    ground,
    ...(key !== undefined && { key }),
    ...isList,
    ...(inverses !== undefined && { inverses }),
  };
  const members = memberCriteria(field).map((member): [string, Field] => [
    member.name,
    { in: name, key: member.key, ...isList, ground, ...toRuntimeCriterion(member.criterion) },
  ]);
  return [[name, own], ...members];
}

/**
 * The fields of all kinds, a constant for each kind, so that a bundler keeps those that are used.
 */
export function emitFields(): string {
  const constants = model.map(({ kind, plural, fields }) => {
    const table = Object.fromEntries(fields.flatMap(toRuntimeFields));
    const doc = `/** The fields of ${plural}. */`;
    return `\n${doc}\nexport const ${kind}Fields: Fields = ${JSON.stringify(table, null, 2)};\n`;
  });
  const byKind = model.map(({ kind }) => `  ${kind}: ${kind}Fields,\n`).join("");
  const plurals = Object.fromEntries(model.map(({ kind, plural }) => [kind, plural]));
  return [
    banner,
    'import type { Fields } from "../criteria/fields.ts";\n',
    'import type { Kind } from "./types.ts";\n',
    ...constants,
    "\n/** The fields of each kind. */\n",
    `export const fieldsOfKind: Readonly<Record<Kind, Fields>> = {\n${byKind}};\n`,
    "\n/** The name of the collection of each kind. */\n",
    `export const pluralOf = ${JSON.stringify(plurals, null, 2)} as const;\n`,
  ].join("");
}

function parsed(value: unknown): string {
  return `/* @__PURE__ */ JSON.parse(${toJsonLiteral(value)})`;
}

/** The ids that criteria may use, and what is below what. */
export function emitVocabulary({ records }: Dataset): string {
  const ids: Record<string, string[]> = Object.fromEntries(
    kinds.map((kind) => [kind, records[kind].map(({ id }) => id)]),
  );
  ids.country = records.place.flatMap(({ id, type }) => (type === "country" ? [id] : []));
  const parents: Record<string, string> = {};
  for (const { id, broader } of records.topic) if (broader !== undefined) parents[id] = broader;
  for (const { id, country } of records.place)
    if (country !== undefined && country !== id) parents[id] = country;
  return [
    banner,
    'import type { Vocabulary } from "../criteria/fields.ts";\n',
    'import { withdrawn } from "./release.ts";\n',
    "\n/** The ids of every kind and of countries; topics and countries with what is below " +
      "them. */\n",
    "export const vocabulary: Vocabulary = ",
    `{ ...${parsed({ ids, below: withDescendants(parents) })}, withdrawn };\n`,
  ].join("");
}

const descriptionDoc = `
/**
 * What the dataset is called, who makes it, where it is published, and its release day; and for
 * pages its heading, its first and last year, the two countries that they set side by side with
 * their signs, and the kinds that it does not have. Source: data/dataset.yaml.
 *
 * @example
 * \`\`\`ts
 * import { dataset } from "PACKAGE";
 *
 * console.log(dataset.title, dataset.author);
 * \`\`\`
 */
`;

/** The type of the description, in the words of data/dataset.yaml. */
const descriptionInterface = `
/** What names and describes a dataset. */
export interface DatasetDescription {
  /** The name of the package. */
  readonly name: string;
  /** The title, as citations have it. */
  readonly title: string;
  /** What it holds, in one sentence. */
  readonly summary: string;
  /** Who makes it. */
  readonly author: string;
  /** The address of this version. */
  readonly url: string;
  /** The day of its release, YYYY-MM-DD; null for a version that is not released. */
  readonly released: string | null;
  /** The heading of its pages. */
  readonly heading: string;
  /** The first and the last year that it is about. */
  readonly years: readonly string[];
  /** Two countries that its pages set side by side, or none. */
  readonly sides: readonly DatasetSide[];
  /** Kinds of record that it does not have. */
  readonly without: readonly string[];
  /** Who is spoken about and not quoted, in one sentence. */
  readonly coverage?: string;
}

/** A country that the pages of a dataset set beside another. */
export interface DatasetSide {
  /** The id of the country. */
  readonly country: string;
  /** Its sign of one to three letters. */
  readonly short: string;
}
`;

/** The version, its description, and the withdrawn records. */
export function emitRelease(dataset: Dataset): string {
  const { name, title, summary, author, url, released } = datasetDescription(dataset);
  const { heading, years, coverage, sides = [], without = [] } = dataset.about;
  const description = { name, title, summary, author, url, released };
  const onPages = { heading, years, sides, without, ...(coverage !== undefined && { coverage }) };
  const withdrawn = Object.fromEntries(dataset.withdrawn.map((stone) => [stone.id, stone]));
  return [
    banner,
    'import type { Tombstone } from "./types.ts";\n',
    "\n/** The version of the dataset. */\n",
    `export const version = ${JSON.stringify(dataset.version)};\n`,
    descriptionInterface,
    descriptionDoc.replace("PACKAGE", name),
    "export const description: DatasetDescription",
    ` = ${JSON.stringify({ ...description, ...onPages }, null, 2)};\n`,
    "\n/** Withdrawn records, by id. */\n",
    "export const withdrawn: Readonly<Record<string, Tombstone>> = ",
    `${parsed(withdrawn)};\n`,
  ].join("");
}

/** What happened to records. */
export function emitHistory({ corrections, reviews }: Dataset): string {
  return [
    banner,
    "\n/** Corrections, as JSON: parsed when first used. */\n",
    `export const correctionsJson = ${toJsonLiteral(corrections)};\n`,
    "\n/** Reviews, as JSON: parsed when first used. */\n",
    `export const reviewsJson = ${toJsonLiteral(reviews)};\n`,
  ].join("");
}

/** data.json: the whole dataset. */
export function emitData({ version, records, withdrawn, ...dataset }: Dataset): string {
  const lists = Object.fromEntries(model.map(({ kind, plural }) => [plural, records[kind]]));
  const { corrections, reviews } = dataset;
  return `${JSON.stringify({ version, ...lists, withdrawn, corrections, reviews })}\n`;
}

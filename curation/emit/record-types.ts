/** Plain `readonly` interfaces and unions of ids, so that users need no Zod. */
import {
  describeShape,
  eachShape,
  type KindDescription,
  type Member,
  type ObjectShape,
  type Shape,
} from "../../src/schema/describe.ts";
import { Tombstone } from "../../src/schema/evidence.ts";
import { Correction, Review } from "../../src/schema/corrections-and-reviews.ts";
import { targets, type RefTarget } from "../../src/schema/field.ts";
import type { Dataset } from "../dataset.ts";
import { describeTarget } from "../draft.ts";
import { illustrateShape } from "./illustrate.ts";
import { article } from "./markdown.ts";
import { banner, capitalize, idTypeName, toDocComment } from "./type-text.ts";

/** A union with one member per line. */
function toUnion(members: readonly string[]): string {
  return members.length === 0
    ? " never"
    : members.map((member) => `\n  | ${JSON.stringify(member)}`).join("");
}

function itemType(shape: Shape): string {
  const type = typeOf(shape);
  return type.includes(" ") ? `(${type})` : type;
}

function typeOf(shape: Shape): string {
  switch (shape.type) {
    case "reference":
      return idTypeName(shape.to);
    case "literal":
      return JSON.stringify(shape.value);
    case "term":
      return shape.name ?? shape.terms.map((term) => JSON.stringify(term)).join(" | ");
    case "object":
      return shape.name ?? `{ ${shape.members.map(memberType).join("; ")} }`;
    case "list":
      return `readonly ${itemType(shape.of)}[]`;
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "boolean";
    case "text":
      return "string";
    default:
      throw new Error(`published records have no type for ${shape.type}`);
  }
}

function memberType({ name, optional, nullable, shape }: Member): string {
  return `readonly ${name}${optional ? "?" : ""}: ${typeOf(shape)}${nullable ? " | null" : ""}`;
}

function memberDoc({ description, example }: Member): string {
  const shown = example === undefined ? [] : [`Example: \`${JSON.stringify(example)}\`.`];
  const lines = [...(description === "" ? [] : [description]), ...shown];
  return toDocComment(lines.length === 2 ? [lines[0]!, "", lines[1]!] : lines, "  ");
}

function toInterface(name: string, description: string, members: readonly Member[]): string {
  const body = members.map((member) => `${memberDoc(member)}  ${memberType(member)};\n`).join("");
  return `\n${toDocComment([description], "")}export interface ${name} {\n${body}}\n`;
}

type TermShape = Extract<Shape, { type: "term" }>;

function toVocabulary(name: string, { description, terms, definitions }: TermShape): string {
  const list = Object.entries(definitions).map(([term, { means }]) => `- \`${term}\`: ${means}`);
  const doc = toDocComment([description, "", ...list], "");
  return `\n${doc}export type ${name} =${toUnion(terms)};\n`;
}

/** The named objects and vocabularies inside shapes, in the order of first use. */
export function namedShapes(shapes: readonly Shape[]): Map<string, ObjectShape | TermShape> {
  const found = new Map<string, ObjectShape | TermShape>();
  for (const shape of shapes)
    eachShape(shape, (one) => {
      const isNamed = one.type === "object" || one.type === "term";
      if (isNamed && one.name !== undefined && !found.has(one.name)) found.set(one.name, one);
    });
  return found;
}

function toDefinition(name: string, shape: ObjectShape | TermShape): string {
  return shape.type === "object"
    ? toInterface(name, shape.description, shape.members)
    : toVocabulary(name, shape);
}

function idTypes({ records, model }: Dataset): string {
  const sorted = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();
  const kindTypes = model.map(({ kind }) => {
    const doc = `/** The id of ${article(kind)} ${kind}. */`;
    return `\n${doc}\nexport type ${idTypeName(kind)} =${toUnion(sorted(records[kind]))};\n`;
  });
  const countries = sorted(records.place.filter(({ type }) => type === "country"));
  const unions = (["actor", "entity", "asserter", "gathering"] satisfies RefTarget[]).map(
    (target) => {
      const members = targets[target].map((kind) => idTypeName(kind)).join(" | ");
      const doc = `/** The id of a ${describeTarget(target)}. */`;
      return `\n${doc}\nexport type ${idTypeName(target)} = ${members};\n`;
    },
  );
  const countryDoc = "/** The id of a country: a place that is a state and may act. */";
  return [
    ...kindTypes,
    `\n${countryDoc}\nexport type CountryId =${toUnion(countries)};\n`,
    ...unions,
  ].join("");
}

function unionOfKinds(kinds: readonly KindDescription[]): string {
  return kinds.map(({ kind }) => capitalize(kind)).join(" | ");
}

export function emitTypes(dataset: Dataset): string {
  const { model, examples } = dataset;
  const aboutRecords = [Tombstone, Correction, Review].map((schema) =>
    illustrateShape(describeShape(schema), examples),
  );
  const shapes = model.flatMap(({ fields }) => fields.map(({ shape }) => shape));
  const definitions = [...namedShapes([...aboutRecords, ...shapes])];
  const provable = model.filter(({ kind }) => kind !== "source" && kind !== "topic");
  return [
    banner,
    idTypes(dataset),
    ...definitions.map(([name, shape]) => toDefinition(name, shape)),
    ...model.map(({ kind, description, fields }) =>
      toInterface(capitalize(kind), description, fields),
    ),
    "\n/** A record whose fields rest on passages or outside pages. */\n",
    `export type Entry = ${unionOfKinds(provable)};\n`,
    "\n/** A record of any kind; `kind` tells which. */\n",
    `export type DatasetRecord = ${unionOfKinds(model)};\n`,
    '\n/** A kind of record. */\nexport type Kind = DatasetRecord["kind"];\n',
  ].join("");
}

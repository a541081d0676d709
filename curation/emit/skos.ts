/**
 * The vocabularies in SKOS, as JSON-LD and as Turtle: the same statements. Their addresses are
 * those of the package without a version, so that a term keeps its address.
 */
import type { Dataset } from "../dataset.ts";
import { conceptSchemes, type Concept, type ConceptScheme } from "./concept-schemes.ts";
import { datasetDescription } from "./description.ts";

const prefixes = {
  skos: "http://www.w3.org/2004/02/skos/core#",
  dcterms: "http://purl.org/dc/terms/",
  owl: "http://www.w3.org/2002/07/owl#",
};

/** What is stated of a resource: another resource, or a text. */
type Value = { readonly resource: string } | { readonly text: string; readonly isPlain?: true };

/** A resource with what is stated of it. */
interface Resource {
  /** Relative to the address of the package. */
  readonly address: string;
  readonly type: "skos:ConceptScheme" | "skos:Concept";
  readonly statements: readonly (readonly [property: string, value: Value])[];
}

const text = (words: string): Value => ({ text: words });
const resource = (address: string): Value => ({ resource: address });

function toSchemeResource(
  { id, label, description, concepts }: ConceptScheme,
  version: string,
): Resource {
  const top = concepts.filter(({ broader }) => broader === undefined);
  return {
    address: `#${id}`,
    type: "skos:ConceptScheme",
    statements: [
      ["skos:prefLabel", text(label)],
      ["dcterms:description", text(description)],
      ["owl:versionInfo", { text: version, isPlain: true }],
      ...top.map((one) => ["skos:hasTopConcept", resource(`#${id}/${one.id}`)] as const),
    ],
  };
}

function toConceptResource(scheme: string, concept: Concept): Resource {
  const { id, label, definition, example, note, broader } = concept;
  const own = `#${scheme}`;
  const position: readonly (readonly [string, Value])[] =
    broader === undefined
      ? [["skos:topConceptOf", resource(own)]]
      : [["skos:broader", resource(`${own}/${broader}`)]];
  return {
    address: `${own}/${id}`,
    type: "skos:Concept",
    statements: [
      ["skos:inScheme", resource(own)],
      ...position,
      ["skos:prefLabel", text(label)],
      ["skos:notation", { text: id, isPlain: true }],
      ["skos:definition", text(definition)],
      ...(example === undefined ? [] : [["skos:example", text(example)] as const]),
      ...(note === undefined ? [] : [["skos:note", text(note)] as const]),
    ],
  };
}

/** The address that those of the resources are relative to. */
function baseOf(dataset: Dataset): string {
  return `https://www.npmjs.com/package/${datasetDescription(dataset).name}`;
}

function resourcesOf(dataset: Dataset): Resource[] {
  return conceptSchemes(dataset).flatMap((scheme) => [
    toSchemeResource(scheme, dataset.version),
    ...scheme.concepts.map((concept) => toConceptResource(scheme.id, concept)),
  ]);
}

function toJsonValue(value: Value): object {
  if ("resource" in value) return { "@id": value.resource };
  return { "@value": value.text, ...(value.isPlain !== true && { "@language": "en" }) };
}

function toNode({ address, type, statements }: Resource): object {
  const node: Record<string, unknown> = { "@id": address, "@type": type };
  for (const [property, value] of statements) {
    const before = node[property];
    const given = toJsonValue(value);
    if (before === undefined) node[property] = given;
    else
      node[property] = Array.isArray(before) ? [...(before as object[]), given] : [before, given];
  }
  return node;
}

/** The vocabularies as JSON-LD. */
export function emitSkosJsonLd(dataset: Dataset): string {
  const graph = resourcesOf(dataset).map(toNode);
  const context = { "@base": baseOf(dataset), ...prefixes };
  return `${JSON.stringify({ "@context": context, "@graph": graph })}\n`;
}

/** A text between quotation marks, as Turtle and JSON escape it. */
function toTurtleValue(value: Value): string {
  if ("resource" in value) return `<${value.resource}>`;
  return `${JSON.stringify(value.text)}${value.isPlain === true ? "" : "@en"}`;
}

/** The vocabularies as Turtle. */
export function emitSkosTurtle(dataset: Dataset): string {
  const head = [
    `@base <${baseOf(dataset)}> .\n`,
    ...Object.entries(prefixes).map(([name, iri]) => `@prefix ${name}: <${iri}> .\n`),
  ];
  const blocks = resourcesOf(dataset).map(({ address, type, statements }) => {
    const lines = statements.map(([property, value]) => `  ${property} ${toTurtleValue(value)}`);
    return `\n<${address}> a ${type} ;\n${lines.join(" ;\n")} .\n`;
  });
  return [...head, ...blocks].join("");
}

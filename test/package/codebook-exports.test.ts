/** The codebook in SKOS, DDI-Codebook and REFI-QDA, as it is shipped. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import jsonld from "jsonld";
import { Parser, type Quad } from "n3";
import { expect, test } from "vitest";
import { topics } from "baku-moscow";
import { model } from "../../src/schema/describe.ts";

const { resolve } = createRequire(import.meta.url);
const read = (name: string) => readFileSync(resolve(`baku-moscow/codebook/${name}`), "utf8");

const skos = "http://www.w3.org/2004/02/skos/core#";
const rdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const quads = new Parser().parse(read("skos.ttl"));

function toLine({ subject, predicate, object }: Quad): string {
  const language = object.termType === "Literal" ? `@${object.language}` : "";
  return `${subject.value} ${predicate.value} ${object.value}${language}`;
}

const valuesOf = (subject: string, property: string) =>
  quads
    .filter((one) => one.subject.value === subject && one.predicate.value === skos + property)
    .map(({ object }) => object.value);
const ofType = (type: string) =>
  quads
    .filter(({ predicate, object }) => predicate.value === rdfType && object.value === skos + type)
    .map(({ subject }) => subject.value);

test("the Turtle and the JSON-LD state the same", async () => {
  const document = JSON.parse(read("skos.jsonld")) as jsonld.JsonLdDocument;
  const text = (await jsonld.toRDF(document, { format: "application/n-quads" })) as string;
  const other = new Parser({ format: "N-Quads" }).parse(text);
  expect(other.map(toLine).sort()).toEqual(quads.map(toLine).sort());
});

test("every class and property of SKOS is one that its vocabulary declares", () => {
  const { resolve: find } = createRequire(import.meta.url);
  const vocabulary = readFileSync(find("@vocabulary/skos/skos.nq"), "utf8");
  const declared = new Set(
    new Parser({ format: "N-Quads" }).parse(vocabulary).map(({ subject }) => subject.value),
  );
  const used = new Set(
    quads
      .flatMap(({ predicate, object }) => [predicate.value, object.value])
      .filter((value) => value.startsWith(skos)),
  );
  expect(used.size).toBeGreaterThan(8);
  expect([...used].filter((term) => !declared.has(term))).toEqual([]);
});

test("the vocabularies keep the integrity conditions of SKOS", () => {
  const concepts = ofType("Concept");
  const schemes = ofType("ConceptScheme");
  // S9: nothing is a concept and a scheme
  expect(concepts.filter((one) => schemes.includes(one))).toEqual([]);
  for (const one of [...concepts, ...schemes]) {
    // S14: one preferred label in a language
    expect([one, valuesOf(one, "prefLabel").length]).toEqual([one, 1]);
  }
  for (const concept of concepts) {
    const [scheme] = valuesOf(concept, "inScheme");
    expect(schemes).toContain(scheme);
    // what is above a concept is in the same scheme, and the way up ends
    const above: string[] = [];
    let next: string | undefined = concept;
    while (next !== undefined && !above.includes(next)) {
      above.push(next);
      [next] = valuesOf(next, "broader");
      if (next !== undefined) expect(valuesOf(next, "inScheme")).toEqual([scheme]);
    }
    expect([concept, next]).toEqual([concept, undefined]);
    const isTop = valuesOf(concept, "broader").length === 0;
    expect([concept, valuesOf(concept, "topConceptOf")]).toEqual([concept, isTop ? [scheme] : []]);
    expect(isTop).toBe(valuesOf(scheme!, "hasTopConcept").includes(concept));
  }
});

test("every topic and every speech act is a concept with its definition", () => {
  const base = "https://www.npmjs.com/package/baku-moscow#";
  for (const { id, definition } of topics)
    expect(valuesOf(`${base}Topic/${id}`, "definition")).toEqual([definition]);
  const statement = model.find(({ kind }) => kind === "statement")!;
  const { shape } = statement.fields.find(({ name }) => name === "speechAct")!;
  if (shape.type !== "term") throw new Error("the speech act has no terms");
  for (const [term, { means }] of Object.entries(shape.definitions))
    expect(valuesOf(`${base}SpeechAct/${term}`, "definition")).toEqual([means]);
});

test("DDI-Codebook has a variable for every field, and its terms as categories", () => {
  const text = read("ddi-codebook.xml");
  for (const { kind, fields } of model)
    for (const { name } of fields) expect(text).toContain(`<var ID="${kind}.${name}"`);
  expect(text).toContain("<catValu>express-doubt</catValu>");
  expect(text.match(/<fileDscr /g)!.length).toBe(model.length);
});

test("REFI-QDA has a code for every concept, each with its own identifier", () => {
  const text = read("refi-qda.qdc");
  const codes = [...text.matchAll(/<Code guid="([0-9a-f-]{36})" name="([^"]*)" /g)];
  expect(codes.length).toBe(ofType("Concept").length + ofType("ConceptScheme").length);
  expect(new Set(codes.map(([, guid]) => guid)).size).toBe(codes.length);
  expect(text).not.toMatch(/[a-z)]\.\.(?: |<)/);
});

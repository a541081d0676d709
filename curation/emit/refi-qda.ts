/**
 * The vocabularies as a REFI-QDA codebook, which programs for qualitative analysis import: each
 * vocabulary is a code that cannot be given itself, with its terms below.
 */
import { createHash } from "node:crypto";
import type { Dataset } from "../dataset.ts";
import { conceptSchemes, type Concept, type ConceptScheme } from "./concept-schemes.ts";
import { datasetDescription } from "./description.ts";
import { element, xmlDocument } from "./xml.ts";

/**
 * The permanent identifier of a code, in the form of a UUID of version 5, by its address: the
 * package and the term.
 */
function toGuid(address: string): string {
  const bytes = createHash("sha1").update(address).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function toCode(base: string, scheme: ConceptScheme, concept: Concept): string {
  const { id, label, definition, example, note } = concept;
  const description = [
    // the definition of a topic is a sentence, that of a term is not
    definition.endsWith(".") ? definition : `${definition}.`,
    example === undefined ? "" : `Example: ${example}`,
    note ?? "",
  ];
  const narrower = scheme.concepts.filter(({ broader }) => broader === id);
  const attributes = { guid: toGuid(`${base}/${id}`), name: label, isCodable: "true" };
  return element("Code", attributes, [
    element("Description", {}, description.filter(Boolean).join(" ")),
    ...narrower.map((one) => toCode(base, scheme, one)),
  ]);
}

function toCodes(name: string, scheme: ConceptScheme): string {
  const { id, label, description, concepts } = scheme;
  const base = `${name}#${id}`;
  const attributes = { guid: toGuid(base), name: label, isCodable: "false" };
  const top = concepts.filter(({ broader }) => broader === undefined);
  return element("Code", attributes, [
    element("Description", {}, description),
    ...top.map((concept) => toCode(base, scheme, concept)),
  ]);
}

/** The codebook as a .qdc file. */
export function emitRefiQda(dataset: Dataset): string {
  const { name, version } = datasetDescription(dataset);
  const codes = conceptSchemes(dataset).map((scheme) => toCodes(name, scheme));
  const attributes = { xmlns: "urn:QDA-XML:codebook:1.0", origin: `${name} ${version}` };
  return xmlDocument(element("CodeBook", attributes, [element("Codes", {}, codes)]));
}

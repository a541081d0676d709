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
 * The permanent identifier of a code, in the form of a UUID of version 5, by its address in the
 * package.
 */
function toGuid(address: string): string {
  const bytes = createHash("sha1").update(`baku-moscow#${address}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function toCode(scheme: ConceptScheme, concept: Concept): string {
  const { id, label, definition, example, note } = concept;
  const description = [
    // the definition of a topic is a sentence, that of a term is not
    definition.endsWith(".") ? definition : `${definition}.`,
    example === undefined ? "" : `Example: ${example}`,
    note ?? "",
  ];
  const narrower = scheme.concepts.filter(({ broader }) => broader === id);
  const attributes = { guid: toGuid(`${scheme.id}/${id}`), name: label, isCodable: "true" };
  return element("Code", attributes, [
    element("Description", {}, description.filter(Boolean).join(" ")),
    ...narrower.map((one) => toCode(scheme, one)),
  ]);
}

function toCodes(scheme: ConceptScheme): string {
  const { id, label, description, concepts } = scheme;
  const attributes = { guid: toGuid(id), name: label, isCodable: "false" };
  const top = concepts.filter(({ broader }) => broader === undefined);
  return element("Code", attributes, [
    element("Description", {}, description),
    ...top.map((concept) => toCode(scheme, concept)),
  ]);
}

/** The codebook as a .qdc file. */
export function emitRefiQda(dataset: Dataset): string {
  const { name, version } = datasetDescription(dataset);
  const codes = conceptSchemes(dataset).map(toCodes);
  const attributes = { xmlns: "urn:QDA-XML:codebook:1.0", origin: `${name} ${version}` };
  return xmlDocument(element("CodeBook", attributes, [element("Codes", {}, codes)]));
}

/**
 * The vocabularies of the codebook as concept schemes: the terms of every closed vocabulary, and
 * the topics. SKOS, DDI-Codebook and REFI-QDA are written from them.
 */
import type { Term } from "../../src/schema/field.ts";
import type { Dataset } from "../dataset.ts";
import { namedShapes } from "./record-types.ts";

/** A term or a topic. */
export interface Concept {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly example?: string;
  /** The nearest codes of CAMEO and PLOVER. */
  readonly note?: string;
  /** The id of the concept above it. */
  readonly broader?: string;
}

/** A vocabulary. */
export interface ConceptScheme {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly concepts: readonly Concept[];
}

/** "report-outcome" as "report outcome". */
function toWords(term: string): string {
  return term.replaceAll("-", " ");
}

/** "SpeechAct" as "Speech act". */
function toSchemeLabel(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function noteOf({ crosswalk }: Term): string | undefined {
  if (crosswalk === undefined || crosswalk.relation === "none") return undefined;
  const codes = Object.entries({ CAMEO: crosswalk.cameo, PLOVER: crosswalk.plover })
    .filter(([, code]) => code !== "")
    .map(([ontology, code]) => `${ontology} ${code}`);
  return `Nearest event class: ${codes.join(", ")} (${crosswalk.relation}).`;
}

function toConcept(id: string, term: Term): Concept {
  const note = noteOf(term);
  return {
    id,
    label: toWords(id),
    definition: term.means,
    ...(term.example !== undefined && { example: term.example }),
    ...(note !== undefined && { note }),
  };
}

/** The closed vocabularies of all fields. */
function vocabularySchemes({ model }: Dataset): ConceptScheme[] {
  const shapes = model.flatMap(({ fields }) => fields.map(({ shape }) => shape));
  return [...namedShapes(shapes)].flatMap(([name, shape]) => {
    if (shape.type !== "term") return [];
    const concepts = Object.entries(shape.definitions).map(([id, term]) => toConcept(id, term));
    return [{ id: name, label: toSchemeLabel(name), description: shape.description, concepts }];
  });
}

/** The topics, which are records. */
function topicScheme({ records, model }: Dataset): ConceptScheme {
  return {
    id: "Topic",
    label: "Topic",
    description: model.find(({ kind }) => kind === "topic")!.description,
    concepts: records.topic.map(({ id, label, definition, broader }) => ({
      id,
      label,
      definition,
      ...(broader !== undefined && { broader }),
    })),
  };
}

/** All vocabularies, each with its concepts. */
export function conceptSchemes(dataset: Dataset): ConceptScheme[] {
  return [...vocabularySchemes(dataset), topicScheme(dataset)];
}

/**
 * data/terms.yaml: the terms that a dataset has of its own. The kit reads them before the schemas
 * are made, and writes them into the machine as src/schema/own-terms.ts.
 *
 * ```yaml
 * MeetingFormat:
 *   terms:
 *     radio-call: { means: two sides speak by radio, example: the ministers on 11 March }
 * EventType:
 *   instead: true # these terms in place of the given ones
 *   terms:
 *     storm: { means: a storm, example: the storm of May }
 * ```
 */
import { z } from "zod";
import { describeShape, eachShape, model, type Shape } from "../src/schema/describe.ts";
import { slug, words } from "../src/schema/field.ts";
import type { OwnVocabulary, Term } from "../src/schema/term.ts";
import { didYouMean } from "../src/text/did-you-mean.ts";
import { problem, type Files, type Path, type Problem, type Spot } from "../curation/problem.ts";
import { readYaml } from "../curation/read/yaml.ts";
import { checkNotation } from "../curation/validate/check-notation.ts";

export const termsFile = "data/terms.yaml";
export type OwnTerms = Readonly<Record<string, OwnVocabulary>>;

const termNotation = z
  .strictObject({
    means: words.meta({ description: "When to choose the term, in one line." }),
    example: words.meta({ description: "A case from a text." }),
    words: z.array(words).optional().meta({
      description: "The beginnings of words that show the term, for a field of ground stated.",
    }),
    noun: words.optional().meta({ description: "What the act is called in a credit line." }),
    cameo: z
      .string()
      .regex(/^\d{2,4}$/, "expects a CAMEO code of two to four digits")
      .optional()
      .meta({ description: "The nearest code of CAMEO." }),
    plover: words.optional().meta({ description: "The nearest class of PLOVER." }),
    relation: z.enum(["exact", "close", "broad"]).optional().meta({
      description: "How near the two are.",
    }),
  })
  .meta({ description: "A term and its meaning." });

const vocabularyNotation = z
  .strictObject({
    instead: z.enum(["true", "false"]).optional().meta({
      description: "true: in place of the given terms; false: beside them.",
    }),
    terms: z.record(slug, termNotation).meta({ description: "The terms." }),
  })
  .meta({ description: "What a dataset says of a vocabulary." });

const notation = z.record(z.string(), vocabularyNotation);
type TermNotation = z.infer<typeof termNotation>;

/** The vocabularies that a dataset may extend, with the terms that the code itself names. */
const named: Readonly<Record<string, readonly string[]>> = {
  AgreementType: ["collective"],
  EventType: [],
  ItemSort: [],
  MeetingFormat: ["commission-session", "unspecified"],
  Occasion: ["unspecified"],
  OrganizationType: ["international-organization", "negotiation-format", "commission", "group"],
  PlaceType: ["country", "region", "city", "venue"],
  SpeechAct: [
    ...["recall", "praise", "welcome", "express-concern", "accuse", "deny", "reject"],
    "report-outcome",
  ],
  VisitType: ["unspecified"],
};

type TermShape = Extract<Shape, { type: "term" }>;

/** The given vocabularies by name. */
function givenVocabularies(): ReadonlyMap<string, TermShape> {
  const found = new Map<string, TermShape>();
  for (const { fields } of model)
    for (const { shape } of fields)
      eachShape(shape, (part) => {
        if (part.type === "term" && part.name !== undefined) found.set(part.name, part);
      });
  return found;
}

/** A term in the form of the given ones. */
function toTerm(term: TermNotation, hasCodes: boolean): Term {
  const { means, example, words: beginnings, noun, cameo, plover = "", relation } = term;
  const code = { cameo: cameo ?? "010", plover, relation: relation ?? "none" } as const;
  return {
    means,
    example,
    ...(beginnings !== undefined && { words: beginnings }),
    ...(noun !== undefined && { noun }),
    ...(hasCodes && { crosswalk: code }),
  };
}

/** Reports what a vocabulary cannot have. */
function checkVocabulary(
  name: string,
  { instead, terms }: z.infer<typeof vocabularyNotation>,
  given: TermShape | undefined,
  report: (path: Path, message: string) => void,
): void {
  const kept = named[name];
  if (given === undefined || kept === undefined) {
    const names = Object.keys(named);
    const suggestion = didYouMean(name, names) || `; these can: ${names.join(", ")}`;
    report([name], `no vocabulary "${name}" can have terms of a dataset${suggestion}`);
    return;
  }
  const definitions = Object.values(given.definitions);
  const hasWords = definitions.some((one) => one.words !== undefined);
  for (const [term, { words: beginnings, cameo, relation }] of Object.entries(terms)) {
    const path = [name, "terms", term];
    if (hasWords && beginnings === undefined)
      report(path, "give the beginnings of words that show it (words: […])");
    if ((cameo === undefined) !== (relation === undefined))
      report(path, "cameo and relation go together; give both, or neither");
  }
  const missing = kept.filter((term) => given.terms.includes(term) && !Object.hasOwn(terms, term));
  if (instead === "true" && missing.length > 0)
    report([name, "instead"], `the code needs ${missing.join(", ")}; add them to the terms`);
}

/** The terms of a dataset; none when it has no such file. */
export function readOwnTerms(files: Files, problems: Problem[]): OwnTerms {
  const bytes = files.get(termsFile);
  const yaml = bytes === undefined ? undefined : readYaml(termsFile, bytes, problems);
  if (yaml === undefined) return {};
  const { value, spot } = yaml;
  const read = checkNotation(notation, describeShape(notation), value, spot, problems) ?? {};
  const given = givenVocabularies();
  const at = (path: Path): Spot => spot(path);
  return Object.fromEntries(
    Object.entries(read).map(([name, vocabulary]) => {
      const shape = given.get(name);
      checkVocabulary(name, vocabulary, shape, (path, message) => {
        problems.push(problem(at(path), path, message));
      });
      const codes = Object.values(shape?.definitions ?? {});
      const hasCodes = codes.some(({ crosswalk }) => crosswalk !== undefined);
      const terms = Object.entries(vocabulary.terms);
      const own = terms.map(([term, one]) => [term, toTerm(one, hasCodes)] as const);
      const instead = vocabulary.instead === "true";
      return [name, { instead, terms: Object.fromEntries(own) }];
    }),
  );
}

/** The module that brings the terms to the schemas. */
export function emitOwnTerms(terms: OwnTerms): string {
  return `/** The terms of this dataset. Written by the kit from ${termsFile}; do not edit. */
import type { OwnVocabulary } from "./term.ts";

export const ownTerms: Readonly<Record<string, OwnVocabulary>> = ${JSON.stringify(terms, null, 2)};
`;
}

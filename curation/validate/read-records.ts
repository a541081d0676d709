/**
 * Files in, drafts out: which file holds which records, the defaults of headers, ids, and the shape
 * of each record.
 */
import type { z } from "zod";
import { fieldsOf, type Shape } from "../../src/schema/describe.ts";
import { kinds, type Kind } from "../../src/schema/field.ts";
import { plural } from "../../src/schema/records.ts";
import { didYouMean } from "../../src/text/did-you-mean.ts";
import type { Draft, Drafts } from "../draft.ts";
import { problem, startOf, type Files, type Path, type Problem, type Spot } from "../problem.ts";
import { readYaml, type YamlFile } from "../read/yaml.ts";
import { checkCharacters } from "./check-characters.ts";
import { checkCycles } from "./check-cycles.ts";
import { checkDescription } from "./check-description.ts";
import { checkLists } from "./check-lists.ts";
import { checkNotation, describeSort, isMapping, type SpotOf } from "./check-notation.ts";
import {
  filePerRecord,
  headerShape,
  notations,
  notationShapes,
  statementHeader,
  correctionsNotation,
  correctionsShape,
  reviewsNotation,
  reviewsShape,
  withdrawnNotation,
  withdrawnShape,
  type CorrectionRecord,
  type ReviewRecord,
  type Withdrawn,
} from "./notation.ts";
import { datasetNotation, datasetShape, type Description } from "./dataset-notation.ts";
import {
  examplesFile,
  examplesNotation,
  examplesShape,
  type Examples,
} from "./examples-notation.ts";
import { loadedWordsNotation, loadedWordsShape, type LoadedWords } from "./loaded-words.ts";
import { checkReferences, isNamed } from "./references.ts";

const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
type Mapping = Readonly<Record<string, unknown>>;

/** What is read from data/. */
export interface ReadData {
  readonly drafts: Drafts;
  readonly withdrawn: readonly Withdrawn[];
  readonly history: History;
  /** What names the dataset; undefined when that is not told, or not in the right form. */
  readonly description: Description | undefined;
  /** Examples from the dataset; none when it has no such file. */
  readonly examples: Examples;
  /** Words that take a side; none when it has no such file. */
  readonly loadedWords: readonly LoadedWords[];
  /** A file could not be read as records, so that what refers to it cannot be judged. */
  readonly isIncomplete: boolean;
}

/** The items of a file that is a list, and where they are. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly spot: SpotOf;
}

/** What happened to records. */
export interface History {
  readonly corrections: Listed<CorrectionRecord>;
  readonly reviews: Listed<ReviewRecord>;
}

/** How a file holds records, or what else it holds. */
type Layout =
  | "collection"
  | "record"
  | "statements"
  | "withdrawn"
  | "corrections"
  | "reviews"
  | "description"
  | "examples"
  | "loaded words"
  | "terms";
interface FilePlace {
  readonly form: RegExp;
  readonly layout: Layout;
  readonly kind?: Kind;
}

function filePlaceOf(kind: Kind): FilePlace {
  if (kind === "statement")
    return { form: /^data\/statements\/[^/]+\.yaml$/, layout: "statements", kind };
  if (filePerRecord.includes(kind))
    return { form: new RegExp(`^data/${plural[kind]}/[^/]+\\.yaml$`), layout: "record", kind };
  return { form: new RegExp(`^data/${plural[kind]}\\.yaml$`), layout: "collection", kind };
}

const filePlaces: readonly FilePlace[] = [
  ...kinds.map(filePlaceOf),
  { form: /^data\/dataset\.yaml$/, layout: "description" },
  { form: /^data\/examples\.yaml$/, layout: "examples" },
  { form: /^data\/loaded-words\.yaml$/, layout: "loaded words" },
  { form: /^data\/terms\.yaml$/, layout: "terms" },
  { form: /^data\/withdrawn\.yaml$/, layout: "withdrawn" },
  { form: /^data\/corrections\.yaml$/, layout: "corrections" },
  { form: /^data\/reviews\.yaml$/, layout: "reviews" },
];

/** The name of a file without folder and ending: the id of its record or source. */
function baseName({ file }: YamlFile): string {
  return /([^/]+)\.yaml$/.exec(file)![1]!;
}

function nothingListed(file: string): { items: []; spot: SpotOf } {
  return { items: [], spot: () => startOf(file) };
}

/** The fields of a kind that the build makes. */
function derivedFields(kind: Kind): ReadonlySet<string> {
  const fields = [...fieldsOf(kind).values()].filter(({ derived }) => derived);
  return new Set(fields.map(({ name }) => name));
}

/** Reads the files one by one and collects drafts and problems. */
class RecordReader {
  readonly drafts = new Map<string, Draft>();
  withdrawn: readonly Withdrawn[] = [];
  corrections: Listed<CorrectionRecord> = nothingListed("data/corrections.yaml");
  reviews: Listed<ReviewRecord> = nothingListed("data/reviews.yaml");
  description: Description | undefined;
  examples: Examples = {};
  #examplesSpot: SpotOf = () => startOf(examplesFile);
  loadedWords: readonly LoadedWords[] = [];
  /** Where each id was first used; records that have problems of their own count too. */
  readonly ids = new Map<string, Spot>();
  /** A source has problems of its own, so that nothing can be said of what points into it. */
  hasFaultySource = false;
  readonly #problems: Problem[];

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  read(yaml: YamlFile, { layout, kind }: FilePlace): void {
    if (layout === "withdrawn") this.#readWithdrawn(yaml);
    else if (layout === "corrections")
      this.corrections = this.#readList(correctionsNotation, correctionsShape, yaml);
    else if (layout === "reviews")
      this.reviews = this.#readList(reviewsNotation, reviewsShape, yaml);
    else if (layout === "description") this.#readDescription(yaml);
    else if (layout === "examples") this.#readExamples(yaml);
    else if (layout === "loaded words") this.#readLoadedWords(yaml);
    // the schemas have the terms already: the kit reads them before it makes the schemas
    else if (layout === "terms") return;
    else if (layout === "collection") this.#readCollection(yaml, kind!);
    else if (layout === "record") this.#readRecord(yaml, kind!);
    else this.#readStatements(yaml);
  }

  #report(spot: Spot, path: Path, message: string): void {
    this.#problems.push(problem(spot, path, message));
  }

  #mapping(yaml: YamlFile): Mapping | undefined {
    if (isMapping(yaml.value)) return yaml.value;
    this.#report(yaml.spot([]), [], `expects a mapping, not ${describeSort(yaml.value)}`);
    return undefined;
  }

  #add(kind: Kind, id: string, at: Spot, value: unknown, spot: SpotOf): void {
    const schema: z.ZodType = notations[kind];
    const shape = notationShapes.get(kind)!;
    const notation = checkNotation(schema, shape, value, spot, this.#problems, derivedFields(kind));
    const first = this.ids.get(id);
    if (first === undefined) this.ids.set(id, at);
    else
      this.#report(
        at,
        [],
        `the id "${id}" is used twice, also in ${first.file}:${first.line}; ids are unique ` +
          "over all kinds",
      );
    if (!idForm.test(id))
      this.#report(
        at,
        [],
        `"${id}" is not an id: use lower-case letters and digits in words joined by hyphens`,
      );
    if (notation === undefined && kind === "source") this.hasFaultySource = true;
    if (notation === undefined || first !== undefined) return;
    // the notation was checked against that of the kind, which the compiler cannot follow through
    // the union of kinds
    this.drafts.set(id, { kind, id, notation, spot } as Draft);
  }

  /** One file for all records of a kind: ids with their records. */
  #readCollection(yaml: YamlFile, kind: Kind): void {
    for (const [id, value] of Object.entries(this.#mapping(yaml) ?? {})) {
      const spot: SpotOf = (path, part) => yaml.spot([id, ...path], part);
      this.#add(kind, id, yaml.spot([id], "key"), value, spot);
    }
  }

  /** One file per record; the name of the file is the id. */
  #readRecord(yaml: YamlFile, kind: Kind): void {
    const value = this.#mapping(yaml);
    if (value === undefined) return;
    const id = baseName(yaml);
    if (value.id !== undefined && value.id !== id)
      this.#report(
        yaml.spot(["id"]),
        ["id"],
        `"${String(value.id)}" is not the file's name "${id}"; make them the same, or leave ` +
          "the id out",
      );
    this.#add(kind, id, startOf(yaml.file), value, yaml.spot);
  }

  /** One file per source: a header with defaults, and statements. */
  #readStatements(yaml: YamlFile): void {
    const value = this.#mapping(yaml);
    if (value === undefined) return;
    const { statements, ...written } = value;
    // with another source every quote of the file would be looked for in the wrong text
    const header = { ...written, ...(written.source !== undefined && { source: baseName(yaml) }) };
    if (written.source !== undefined && written.source !== baseName(yaml))
      this.#report(
        yaml.spot(["source"]),
        ["source"],
        `"${String(written.source)}" is not the file's name "${baseName(yaml)}"; statements ` +
          "are kept in one file per source",
      );
    checkNotation(statementHeader, headerShape, header, yaml.spot, this.#problems);
    if (!isMapping(statements)) {
      const fault =
        statements === undefined || statements === ""
          ? "is missing; add the statements, by their ids"
          : `expects a mapping, not ${describeSort(statements)}`;
      this.#report(yaml.spot(["statements"]), ["statements"], fault);
      return;
    }
    for (const [id, entry] of Object.entries(statements))
      this.#readStatement(yaml, id, entry, header);
  }

  #readStatement(yaml: YamlFile, id: string, entry: unknown, header: Mapping): void {
    const own = isMapping(entry) ? entry : {};
    const isFromHeader = (name: string) => !Object.hasOwn(own, name) && Object.hasOwn(header, name);
    // a problem in a default is reported in the header
    const spot: SpotOf = (path, part) =>
      path.length > 0 && isFromHeader(String(path[0]))
        ? yaml.spot(path, part)
        : yaml.spot(["statements", id, ...path], part);
    // an empty value in an entry removes the default
    const withDefaults = isMapping(entry)
      ? Object.fromEntries(Object.entries({ ...header, ...entry }).filter(([, v]) => v !== ""))
      : entry;
    this.#add("statement", id, yaml.spot(["statements", id], "key"), withDefaults, spot);
  }

  #readList<Item>(notation: z.ZodType<Item[]>, shape: Shape, yaml: YamlFile): Listed<Item> {
    const items = checkNotation(notation, shape, yaml.value, yaml.spot, this.#problems) ?? [];
    return { items, spot: yaml.spot };
  }

  #readDescription(yaml: YamlFile): void {
    const { value, spot } = yaml;
    const notation = checkNotation(datasetNotation, datasetShape, value, spot, this.#problems);
    if (notation !== undefined) this.description = { notation, spot };
  }

  #readExamples({ value, spot }: YamlFile): void {
    const read = checkNotation(examplesNotation, examplesShape, value, spot, this.#problems);
    this.examples = read ?? {};
    this.#examplesSpot = spot;
  }

  #readLoadedWords({ value, spot }: YamlFile): void {
    const read = checkNotation(loadedWordsNotation, loadedWordsShape, value, spot, this.#problems);
    this.loadedWords = read ?? [];
  }

  #readWithdrawn(yaml: YamlFile): void {
    this.withdrawn = this.#readList(withdrawnNotation, withdrawnShape, yaml).items;
    for (const [i, { id }] of this.withdrawn.entries()) {
      const first = this.ids.get(id);
      if (first !== undefined)
        this.#report(
          yaml.spot([i, "id"]),
          [i, "id"],
          `"${id}" is withdrawn here but exists in ${first.file}:${first.line}; remove one ` +
            "of the two",
        );
      this.ids.set(id, yaml.spot([i, "id"]));
    }
  }

  /** The records whose values are the examples of their kinds. */
  checkExampleRecords(): void {
    for (const kind of kinds) {
      const id = this.examples.fields?.[kind]?.id;
      if (typeof id !== "string" || this.#mayBe(kind, id)) continue;
      const own = [...this.drafts.values()].filter((draft) => draft.kind === kind);
      const suggestion = didYouMean(
        id,
        own.map((draft) => draft.id),
      );
      const path = ["fields", kind, "id"];
      this.#report(this.#examplesSpot(path), path, `no ${kind} "${id}"${suggestion}`);
    }
  }

  /** Whether an id is that of a record of a kind. A record with problems may be of any kind. */
  #mayBe(kind: Kind, id: string): boolean {
    const draft = this.drafts.get(id);
    return draft === undefined ? this.ids.has(id) : draft.kind === kind;
  }

  checkSuccessors(): void {
    for (const [i, { successor }] of this.withdrawn.entries())
      if (successor !== undefined && !this.ids.has(successor))
        this.#report(
          startOf("data/withdrawn.yaml"),
          [i, "successor"],
          `no record "${successor}"${didYouMean(successor, this.ids.keys())}`,
        );
  }
}

function unknownFile(file: string): Problem {
  const suggestion = didYouMean(
    file,
    kinds.map((kind) => `data/${plural[kind]}.yaml`),
  );
  const message = `no kind of record is kept here${suggestion}; docs/curating.md lists the files`;
  return problem(startOf(file), [], message);
}

/** The kinds that other records name, and that have no file. */
function missingKinds(files: Files, drafts: Drafts): Kind[] {
  const hasFile = (kind: Kind) => {
    const { form } = filePlaceOf(kind);
    return [...files.keys()].some((file) => form.test(file));
  };
  return kinds.filter((kind) => !hasFile(kind) && isNamed(kind, drafts));
}

/** Reads one file into the reader; returns the kind whose records it should hold and does not. */
function readFile(
  file: string,
  bytes: Uint8Array,
  reader: RecordReader,
  problems: Problem[],
): Kind | undefined {
  const place = filePlaces.find(({ form }) => form.test(file));
  if (place === undefined) {
    problems.push(unknownFile(file));
    return undefined;
  }
  const yaml = readYaml(file, bytes, problems);
  if (yaml !== undefined) {
    checkCharacters(yaml, problems);
    reader.read(yaml, place);
  }
  const isUnread = yaml === undefined || typeof yaml.value !== "object";
  const isEmpty = isMapping(yaml?.value) && Object.keys(yaml.value).length === 0;
  if (isEmpty) problems.push(problem(startOf(file), [], "holds no record; remove the file"));
  return isUnread || isEmpty ? place.kind : undefined;
}

/** Reads everything under data/ except the reviewed sentences. */
export function readRecords(files: Files, problems: Problem[]): ReadData {
  const reader = new RecordReader(problems);
  const unreadKinds = new Set<Kind>();
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!file.startsWith("data/") || file.startsWith("data/segments/")) continue;
    const unread = readFile(file, bytes, reader, problems);
    if (unread !== undefined) unreadKinds.add(unread);
  }
  for (const kind of missingKinds(files, reader.drafts)) {
    unreadKinds.add(kind);
    const message = "holds no record, and other records name some; add them";
    problems.push(problem(startOf(`data/${plural[kind]}`), [], message));
  }
  if (reader.hasFaultySource) unreadKinds.add("source");
  // ids of a file that cannot be read are not missing
  if (unreadKinds.size === 0) {
    reader.checkSuccessors();
    reader.checkExampleRecords();
  }
  checkReferences(reader.drafts, { ids: reader.ids, unreadKinds }, problems);
  checkCycles(reader.drafts, problems);
  checkLists(reader.drafts, problems);
  if (reader.description !== undefined)
    checkDescription(reader.description, reader.drafts, unreadKinds, problems);
  return {
    drafts: reader.drafts,
    description: reader.description,
    examples: reader.examples,
    loadedWords: reader.loadedWords,
    withdrawn: reader.withdrawn,
    history: { corrections: reader.corrections, reviews: reader.reviews },
    isIncomplete: unreadKinds.size > 0,
  };
}

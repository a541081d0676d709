/** The data with one slip each: what a curator might write by mistake. */
import { isMap, isScalar, isSeq, parseDocument, type Document } from "yaml";
import { fieldsOf, type Shape } from "../../src/schema/describe.ts";
import type { Kind } from "../../src/schema/field.ts";
import { kinds } from "../../src/schema/field.ts";
import { plural } from "../../src/schema/records.ts";

/** One slip in the data. */
export interface Mutant {
  readonly file: string;
  readonly record: string;
  readonly field: string;
  /** What the value rests on; `evidence` for the words and pages that a record rests on. */
  readonly ground: "stated" | "coded" | "none" | "evidence";
  readonly slip: string;
  /** From what to what. */
  readonly change: string;
  /** The file with the slip. */
  readonly write: () => string;
}

/** The records, by id and by kind. */
export interface KnownIds {
  readonly kindOf: ReadonlyMap<string, Kind>;
  readonly ofKind: ReadonlyMap<Kind, readonly string[]>;
}

type Path = readonly (string | number)[];

/** One value of one record in a file. */
interface Value {
  readonly kind: Kind;
  readonly record: string;
  readonly field: string;
  readonly path: Path;
  readonly text: string;
}

/** Fields and members that hold the words and pages that a record rests on. */
const grounds: ReadonlySet<string> = new Set([
  "evidence",
  "quote",
  "page",
  "claim",
  "attribution",
  "setting",
  "cue",
  "marked",
]);

/** Members that are a judgement on a stated value: the sort of a name, how exact a place is. */
const judged: ReadonlySet<string> = new Set([
  "form",
  "language",
  "precision",
  "basis",
  "role",
  "stance",
]);

/** Texts of the curator, which say nothing by themselves. */
const remarks: ReadonlySet<string> = new Set(["for", "because", "reason", "finds", "asWritten"]);

/** How a file holds records. */
interface Place {
  readonly kind: Kind;
  /** How many keys lead to a record. */
  readonly depth: number;
  /** The name of the file. */
  readonly name: string;
}

function placeOf(file: string): Place | undefined {
  const name = /([^/]+)\.yaml$/.exec(file)![1]!;
  for (const kind of kinds) {
    if (file === `data/${plural[kind]}.yaml`) return { kind, depth: 1, name };
    if (file.startsWith(`data/${plural[kind]}/`))
      return { kind, depth: kind === "statement" ? 2 : 0, name };
  }
  return undefined;
}

function* scalarsOf(node: unknown, path: Path): Generator<[Path, string]> {
  if (isMap(node))
    for (const { key, value } of node.items) {
      const name = String(isScalar(key) ? key.value : key);
      yield* scalarsOf(value, [...path, name]);
    }
  else if (isSeq(node))
    for (const [i, item] of node.items.entries()) yield* scalarsOf(item, [...path, i]);
  else if (isScalar(node) && typeof node.value === "string" && node.value !== "")
    yield [path, node.value];
}

/** Every value of the records of a file. */
function valuesOf(file: string, document: Document): Value[] {
  const place = placeOf(file);
  if (place === undefined) return [];
  const { kind, depth, name } = place;
  return [...scalarsOf(document.contents, [])].flatMap(([path, text]) => {
    const inRecord = kind === "statement" && path[0] !== "statements" ? path : path.slice(depth);
    const record = path === inRecord || depth === 0 ? name : String(path[depth - 1]);
    const field = String(inRecord[0]);
    return [{ kind, record, field, path, text }];
  });
}

/** Where a change is made, and how. */
type Edit = (document: Document) => void;
interface Slip {
  readonly slip: string;
  readonly change: string;
  readonly edit: Edit;
}

/** The item after this one, around the end. */
function nextOf(text: string, all: readonly string[]): string | undefined {
  const others = all.filter((one) => one !== text);
  const after = others.find((one) => one > text) ?? others[0];
  return after;
}

function set(path: Path, value: string): Edit {
  return (document) => {
    document.setIn(path, value);
  };
}

/** Another record of the same kind. */
function otherId({ path, text }: Value, { kindOf, ofKind }: KnownIds): Slip[] {
  const kind = kindOf.get(text);
  const other = kind && nextOf(text, ofKind.get(kind)!);
  return other === undefined
    ? []
    : [{ slip: "other id", change: `${text} → ${other}`, edit: set(path, other) }];
}

/** The next day, month or year. */
function otherDay({ path, text }: Value): Slip[] {
  if (!/^[.\d~?%/[\],X-]+$/.test(text) || !/\d{4}/.test(text)) return [];
  const later = text.replace(/(\d\d)(?=\D*$)/, (digits) => {
    const number = Number(digits) % 28;
    return String(number + 1).padStart(2, "0");
  });
  return later === text
    ? []
    : [{ slip: "other day", change: `${text} → ${later}`, edit: set(path, later) }];
}

/** Words without the last one, and without the first one. */
function shortened({ path, text }: Value): Slip[] {
  const words = text.split(" ");
  if (words.length < 4) return [];
  return [words.slice(0, -1).join(" "), words.slice(1).join(" ")].map((shorter, i) => ({
    slip: i === 0 ? "quote without its last word" : "quote without its first word",
    change: `"${words.at(i === 0 ? -1 : 0)!}" left out`,
    edit: set(path, shorter),
  }));
}

/** The terms of a vocabulary within a shape. */
function termsIn(shape: Shape | undefined): readonly string[] {
  if (shape?.type === "term") return shape.terms;
  if (shape?.type === "list") return termsIn(shape.of);
  if (shape?.type === "object") return shape.members.flatMap((member) => termsIn(member.shape));
  return [];
}

function otherTerm({ kind, field, path, text }: Value): Slip[] {
  const terms = termsIn(fieldsOf(kind).get(field)?.shape);
  const other = terms.includes(text) ? nextOf(text, terms) : undefined;
  return other === undefined
    ? []
    : [{ slip: "other term", change: `${text} → ${other}`, edit: set(path, other) }];
}

function otherNumber({ field, path, text }: Value): Slip[] {
  if (field !== "quantities" || !/^\d+$/.test(text)) return [];
  const other = String(Number(text) + 1);
  return [{ slip: "other number", change: `${text} → ${other}`, edit: set(path, other) }];
}

/** Names of the steps of a path that are no numbers. */
function namesIn({ field, path }: Value): string[] {
  return [field, ...path.slice(path.indexOf(field)).map(String)];
}

function groundOf(value: Value): Mutant["ground"] {
  const names = namesIn(value);
  if (names.some((name) => grounds.has(name))) return "evidence";
  const { ground = "none" } = fieldsOf(value.kind).get(value.field) ?? {};
  return ground === "stated" && names.some((name) => judged.has(name)) ? "coded" : ground;
}

function slipsOf(value: Value, known: KnownIds): Slip[] {
  if (namesIn(value).some((name) => remarks.has(name))) return [];
  const isWords = groundOf(value) === "evidence";
  const found = isWords ? shortened(value) : otherTerm(value);
  return [...found, ...otherId(value, known), ...otherDay(value), ...otherNumber(value)];
}

/** The path of each record of a file. */
function recordPaths(document: Document, depth: number): Path[] {
  const root = depth === 2 ? document.getIn(["statements"]) : document.contents;
  if (!isMap(root)) return [];
  const prefix = depth === 2 ? ["statements"] : [];
  return root.items.map(({ key }) => [...prefix, String(isScalar(key) ? key.value : key)]);
}

/** Where the words that a record rests on stand: each is left out once. */
function evidenceOf(document: Document, { depth }: Place): Path[] {
  const records = depth === 0 ? [[]] : recordPaths(document, depth);
  return records.flatMap((path) => {
    const evidence = document.getIn([...path, "evidence"]);
    const items = isSeq(evidence) ? [...evidence.items.keys()] : [];
    const words = ["claim", "attribution"].filter((name) => document.hasIn([...path, name]));
    return [...items.map((i) => [...path, "evidence", i]), ...words.map((name) => [...path, name])];
  });
}

/** The statements that have speakers of their own. */
function speakingOf(document: Document): Path[] {
  return recordPaths(document, 2).filter((path) => document.hasIn([...path, "speakers"]));
}

/** Pairs of statements that follow each other and have different speakers. */
function speakerPairs(document: Document): [Path, Path][] {
  const speaking = speakingOf(document);
  const written = (path: Path) => String(document.getIn([...path, "speakers"]));
  return speaking.flatMap((path, i) => {
    const other = speaking.slice(i + 1).find((one) => written(one) !== written(path));
    return other === undefined ? [] : [[path, other] as [Path, Path]];
  });
}

/** All slips in one file. */
export function mutantsOf(file: string, text: string, known: KnownIds): Mutant[] {
  const place = placeOf(file);
  if (place === undefined) return [];
  const document = parseDocument(text, { schema: "failsafe" });
  const write = (edit: Edit) => () => {
    const changed = document.clone();
    edit(changed);
    return changed.toString({ lineWidth: 0 });
  };
  const changed = valuesOf(file, document).flatMap((value) =>
    slipsOf(value, known).map(({ slip, change, edit }): Mutant => {
      const { record, field } = value;
      return { file, record, field, ground: groundOf(value), slip, change, write: write(edit) };
    }),
  );
  const recordOf = (path: Path) => (place.depth === 0 ? place.name : String(path[place.depth - 1]));
  const dropped = evidenceOf(document, place).map((path): Mutant => {
    const field = String(path[place.depth]);
    const change = `${path.slice(place.depth).join(".")} left out`;
    const edit: Edit = (one) => one.deleteIn(path);
    const about = { file, record: recordOf(path), field, ground: "evidence" } as const;
    return { ...about, slip: "dropped evidence", change, write: write(edit) };
  });
  return [...changed, ...dropped, ...statementSlips(file, document, write)];
}

/** Slips that concern whole statements: one given twice, and speakers exchanged. */
function statementSlips(
  file: string,
  document: Document,
  write: (edit: Edit) => () => string,
): Mutant[] {
  if (!file.startsWith("data/statements/")) return [];
  const copies = recordPaths(document, 2).map((path): Mutant => {
    const record = String(path[1]);
    const edit: Edit = (one) => {
      one.setIn(["statements", `${record}-again`], one.getIn(path));
    };
    const about = { file, record, field: "claim", ground: "evidence" } as const;
    const change = `${record}-again`;
    return { ...about, slip: "duplicate under another id", change, write: write(edit) };
  });
  const swaps = speakerPairs(document).map(([own, other]): Mutant => {
    const edit: Edit = (one) => {
      const [a, b] = [
        [...own, "speakers"],
        [...other, "speakers"],
      ];
      const keep = one.getIn(a);
      one.setIn(a, one.getIn(b));
      one.setIn(b, keep);
    };
    const about = { file, record: String(own[1]), field: "speakers", ground: "stated" } as const;
    const change = `with ${String(other[1])}`;
    return { ...about, slip: "swapped speakers", change, write: write(edit) };
  });
  return [...copies, ...swaps];
}

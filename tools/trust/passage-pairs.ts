/**
 * Pairs of words and of what a record says by them, to be judged by a reader who sees nothing else:
 * the claim words of a statement with its gist, and the passages of a stated or coded value with
 * the value and its definition.
 */
import { createHash } from "node:crypto";
import { topics, type Entry, type Evidence, type Statement } from "baku-moscow";
import { entries } from "./all-entries.ts";
import { describeValue } from "../../src/outputs/record-text.ts";
import { fieldsOf, type FieldDescription, type Shape } from "../../src/schema/describe.ts";

/** A passage of a pair, as the reader sees it. */
interface Words {
  /** claim, attribution or context, in a statement. */
  readonly role?: string;
  readonly text: string;
  /** What stands before and after it, as every passage has it. */
  readonly before: string;
  readonly after: string;
  /** Why the value follows from it, where it does not stand there. */
  readonly reason?: string;
}

/** What a reader judges: whether these words say this. */
export interface Pair {
  /** Twelve digits of a hash of all that the reader sees; so it tells nothing. */
  readonly id: string;
  readonly record: string;
  /** The article of the first passage. */
  readonly source: string;
  readonly pointer: string;
  readonly field: string;
  readonly words: readonly Words[];
  readonly says: string;
  readonly definition: string;
}

type Unnamed = Omit<Pair, "id">;

/** A pair with its id. */
export function toPair({ words, says, definition, ...place }: Unnamed): Pair {
  const seen = JSON.stringify([place.field, words, says, definition]);
  const id = createHash("sha256").update(seen).digest("hex").slice(0, 12);
  return { id, ...place, words, says, definition };
}

/** Names and items are left out: the build finds them letter for letter. */
const foundByTheBuild: ReadonlySet<string> = new Set(["names", "items"]);

/** The value at a JSON Pointer. */
function valueAt(record: object, pointer: string): unknown {
  const step = (value: unknown, key: string) => (value as Readonly<Record<string, unknown>>)[key];
  return pointer.split("/").slice(1).reduce<unknown>(step, record);
}

/** The meaning of each term of a field, its members included. */
function definitionsIn(shape: Shape): Readonly<Record<string, { readonly means: string }>> {
  if (shape.type === "term") return shape.definitions;
  if (shape.type === "list") return definitionsIn(shape.of);
  return {};
}

const definitionOfTopic = new Map<string, string>(
  [...topics].map(({ id, definition }) => [id, definition]),
);

/** A value in words, with the meaning of a term or the definition of a topic. */
export function saysOf(value: unknown, { shape }: FieldDescription): string {
  const { parts, remarks } = describeValue(value);
  const text = parts.map((part) => part.text).join(" ");
  const by = remarks.filter(({ about }) => about === "source" || about === "role");
  const remark = by.map((one) => ` (${one.text})`).join("");
  const means = typeof value === "string" ? definitionsIn(shape)[value]?.means : undefined;
  const topic = typeof value === "string" ? definitionOfTopic.get(value) : undefined;
  const meaning = means ?? topic;
  return `${text}${remark}${meaning === undefined ? "" : `: ${meaning}`}`;
}

/** How a passage stands to the value of a pair. */
function toWords({ role, quote, reason, certainty }: Evidence): Words {
  return {
    ...(role !== undefined && { role }),
    text: quote.exact,
    before: quote.prefix,
    after: quote.suffix,
    ...(certainty === "inferred" && reason !== undefined && { reason }),
  };
}

/** The claim words first, as a reader needs them. */
function wordsOf(evidence: readonly Evidence[]): Words[] {
  const ranks = ["claim", "attribution", "context"];
  const rank = ({ role }: Evidence) => (role === undefined ? 0 : ranks.indexOf(role));
  const sorted = [...evidence].sort((a, b) => rank(a) - rank(b));
  const words = sorted.map(toWords);
  return words.filter((one, i) => words.findIndex(({ text }) => text === one.text) === i);
}

/** The pair of a statement's words and its gist. */
export function gistPair(statement: Statement, gist: string = statement.gist): Unnamed {
  const tells = ({ supports }: Evidence) =>
    supports.some((pointer) => pointer !== "/meeting" && pointer !== "/occasion");
  const spoken = statement.evidence.filter((one) => one.role !== undefined && tells(one));
  return {
    record: statement.id,
    source: statement.source,
    pointer: "/gist",
    field: "gist",
    words: wordsOf(spoken.map(({ reason: _reason, ...passage }) => passage)),
    says: gist,
    definition: fieldsOf("statement").get("gist")!.description,
  };
}

/** The pair of one value of a record, where passages support it. */
export function valuePair(record: Entry, pointer: string): Unnamed | undefined {
  const name = pointer.split("/")[1]!;
  const field = fieldsOf(record.kind).get(name);
  const passages = record.evidence.filter(({ supports }) => supports.includes(pointer));
  if (field === undefined || field.ground === "none" || passages.length === 0) return undefined;
  if (foundByTheBuild.has(name)) return undefined;
  return {
    record: record.id,
    source: passages[0]!.source,
    pointer,
    field: `${record.kind}.${name}`,
    words: wordsOf(passages),
    says: saysOf(valueAt(record, pointer), field),
    definition: field.description,
  };
}

/** All pairs of the dataset. */
export function allPairs(): Pair[] {
  const pairsOf = (record: Entry): Unnamed[] => {
    const pointers = new Set(record.evidence.flatMap(({ supports }) => supports));
    const values = [...pointers].flatMap((pointer) => valuePair(record, pointer) ?? []);
    return record.kind === "statement" ? [gistPair(record), ...values] : values;
  };
  return entries.flatMap(pairsOf).map(toPair);
}

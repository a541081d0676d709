/**
 * One record in full: its fields with what each rests on, the passages in context, and the related
 * records.
 */
import { sources } from "../collections/sources.ts";
import { fieldsOfKind } from "../generated/fields.ts";
import type {
  Account,
  DatasetRecord,
  Entry,
  Evidence,
  ExternalId,
  Name,
  Outside,
  Spelling,
} from "../generated/types.ts";
import { outletText } from "../outputs/outlet-text.ts";
import { fieldValues, hasEvidence, labelOf } from "../outputs/record-text.ts";
import { toValueLine } from "../outputs/value-line.ts";
import { related, type Relation } from "../questions/related.ts";
import { styled, wrap, type Screen } from "./terminal.ts";

/** The field that a pointer is about. */
function fieldOf(pointer: string): string {
  return pointer.split("/")[1]!;
}

/** `/speakers/0` as `speakers.0`. */
function toPath(pointer: string): string {
  return pointer.slice(1).replace("/", ".");
}

function isCoded(kind: Entry["kind"], field: string): boolean {
  return fieldsOfKind[kind][field]?.ground === "coded";
}

/** How a passage supports a field: a judgement rests on an explicit passage as `coded`. */
function certaintyFor(kind: Entry["kind"], field: string, certainty: string): string {
  return certainty === "explicit" && isCoded(kind, field) ? "coded" : certainty;
}

/** How a value is supported, in a few words. */
function supportOf(record: DatasetRecord, pointer: string): string {
  if (!hasEvidence(record)) return "";
  const passages = record.evidence.filter(({ supports }) => supports.includes(pointer));
  const pages = record.outside.filter(({ supports }) => supports.includes(pointer));
  const ways = [
    ...passages.map((passage) => certaintyFor(record.kind, fieldOf(pointer), passage.certainty)),
    ...pages.map(() => "outside"),
  ];
  return [...new Set(ways)].join(" and ");
}

/** Says of a value that other accounts differ from it. */
function accountRemark(record: DatasetRecord, name: string, value: unknown): string {
  const accounts = hasEvidence(record) ? record.accounts : [];
  const differ = accounts.some((account) => account.field === name && account.value !== value);
  return differ ? "accounts differ" : "";
}

/** On a narrower screen there is no room for two columns. */
const narrowWidth = 60;

/** Writes the lines of a record for one screen. */
class RecordWriter {
  readonly lines: string[] = [];
  readonly #screen: Screen;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  heading(text: string): void {
    this.lines.push("", styled(this.#screen, "bold", text));
  }

  /** A name, its text and a remark. */
  row(name: string, text: string, remark = ""): void {
    const wrapped = wrap(text, this.#screen.width, 16);
    const lastLine = wrapped.split("\n").at(-1)!.trimStart();
    const room = (this.#screen.width ?? Infinity) - 16;
    const isLong = lastLine.length + 2 + remark.length > room;
    const before = isLong ? `\n${" ".repeat(16)}` : "  ";
    const end = remark === "" ? "" : before + styled(this.#screen, "dim", remark);
    this.lines.push(`  ${name.padEnd(13)} ${wrapped}${end}`);
  }

  paragraph(text: string, indent: number): void {
    this.lines.push(`${" ".repeat(indent)}${wrap(text, this.#screen.width, indent)}`);
  }

  title(record: DatasetRecord): void {
    this.lines.push(
      styled(this.#screen, "dim", `${record.kind} ${record.id}`),
      styled(this.#screen, "bold", wrap(record.label, this.#screen.width)),
      "",
    );
  }

  fields(record: DatasetRecord): void {
    let previous: string | undefined;
    for (const { name, pointer, value } of fieldValues(record)) {
      const remarks = [supportOf(record, pointer), accountRemark(record, name, value)];
      const remark = remarks.filter((text) => text !== "").join("; ");
      this.row(name === previous ? "" : name, toValueLine(value), remark);
      previous = name;
    }
    if (record.note !== undefined) this.row("note", record.note);
  }

  names(names: readonly Name[]): void {
    if (names.length === 0) return;
    this.heading("Names");
    for (const text of new Set(names.map((name) => name.text))) {
      const uses = names.filter((name) => name.text === text);
      const form = uses[0]!.form === "name" ? "" : ` (${uses[0]!.form})`;
      const users = uses.map(({ source }) => (source ? sources.get(source).label : ""));
      this.row("", `${text}${form}: ${users.join("; ")}`);
    }
  }

  spellings(spellings: readonly Spelling[]): void {
    if (spellings.length > 0) this.heading("Spellings in languages of the region, for search");
    for (const { text, language, from } of spellings) this.row(language, text, from);
  }

  passages({ kind, evidence }: Entry): void {
    const isName = (pointer: string) => pointer.startsWith("/names/");
    const shown = evidence.filter(({ supports }) => !supports.every(isName));
    if (shown.length > 0) this.heading("The words that support it");
    for (const passage of shown) this.#passage(kind, passage, isName);
  }

  #passage(
    kind: Entry["kind"],
    { source, quote, position, role, certainty, supports, reason }: Evidence,
    isName: (pointer: string) => boolean,
  ): void {
    const screen = this.#screen;
    // the context may reach into another paragraph
    const toContext = (text: string) => styled(screen, "dim", text.replace(/\s+/gu, " "));
    const [before, after] = [quote.prefix, quote.suffix].map(toContext);
    const purpose = role === undefined ? "" : `${role}: `;
    this.paragraph(`${purpose}${before!}«${styled(screen, "yellow", quote.exact)}»${after!}`, 2);
    const pointers = supports.filter((pointer) => !isName(pointer));
    const wayOf = (pointer: string) => certaintyFor(kind, fieldOf(pointer), certainty);
    const lists = [...new Set([certainty, ...pointers.map(wayOf)])].flatMap((way) => {
      const own = pointers.filter((pointer) => wayOf(pointer) === way);
      return own.length === 0 ? [] : [`${way}: ${own.map(toPath).join(", ")}`];
    });
    const because = reason === undefined ? "" : ` (because ${reason})`;
    this.paragraph(`${lists.join("; ")}${because}`, 4);
    const article = sources.get(source);
    const place = `code points ${position.start}–${position.end}`;
    this.paragraph(`${outletText(article)}, ${article.url}, ${place}`, 4);
  }

  pages(pages: readonly Outside[]): void {
    if (pages.length > 0) this.heading("Outside pages");
    for (const { source, supports, finding } of pages) {
      const { outlet, url } = sources.get(source);
      this.paragraph(`${outlet}: ${finding}`, 2);
      this.paragraph(`outside: ${supports.map(toPath).join("; ")}`, 4);
      this.lines.push(`    ${url}`);
    }
  }

  accounts(accounts: readonly Account[]): void {
    if (accounts.length > 0) this.heading("Accounts that differ");
    for (const { field, value, by, outside, reason } of accounts) {
      const isPassedOn = outside !== undefined && outside !== by;
      const carrier = isPassedOn ? `, as reported by ${sources.get(outside).outlet}` : "";
      const why = reason === undefined ? "" : ` (${reason})`;
      this.paragraph(`${field}: ${value}, by ${labelOf(by)}${carrier}${why}`, 2);
    }
  }

  identifiers(identifiers: readonly ExternalId[]): void {
    if (identifiers.length > 0) this.heading("Identifiers");
    for (const { scheme, id, verifiedIn } of identifiers)
      this.row(scheme, id, `verified in ${verifiedIn}`);
  }

  /** A record beside the name of the link; on a narrow screen below it. */
  #reference(name: string, text: string): void {
    const { width } = this.#screen;
    if (width === undefined || width >= narrowWidth) {
      this.lines.push(`  ${name.padEnd(24)} ${wrap(text, width, 27)}`);
      return;
    }
    if (name !== "") this.lines.push(`  ${name}`);
    this.paragraph(text, 4);
  }

  references(relations: readonly Relation[]): void {
    const inverse = relations.filter(({ direction }) => direction === "inverse");
    if (inverse.length > 0) this.heading("Named by");
    for (const { kind, field, type, records } of inverse)
      records.forEach(({ label, id }, i) => {
        const name = i === 0 ? (type ?? `${kind}.${field}`) : "";
        this.#reference(name, `${label} [${id}]`);
      });
  }
}

/** A record in full, for a screen. */
export function viewRecord(record: DatasetRecord, screen: Screen): string {
  const writer = new RecordWriter(screen);
  writer.title(record);
  writer.fields(record);
  if (hasEvidence(record)) {
    writer.names(record.names);
    if ("spellings" in record) writer.spellings(record.spellings);
    writer.passages(record);
    writer.pages(record.outside);
    writer.accounts(record.accounts);
    writer.identifiers(record.externalIds);
  }
  writer.references(related(record).relations);
  return writer.lines.join("\n");
}

/** One record in full: its fields with what each rests on, the passages in their context, and what it is linked with. */
import { coded } from "../generated/links.ts";
import type { DatasetRecord, Entry, EventDate, Office } from "../generated/types.ts";
import { toDateText } from "../output/date-text.ts";
import { related, resolve, sources } from "../index.ts";
import { styled, wrap, type Screen } from "./text.ts";

const hidden = new Set(["kind", "id", "label", "gist", "names", "evidence", "outside", "accounts", "since", "note", "externalIds"]);
const named = (id: string): string => resolve(id)?.label ?? id;
const office = (o: Office): string => `${o.title}${o.country ? `, ${named(o.country)}` : ""}`;

/** A value in words; ids by the labels of their records. */
function inWords(value: unknown): string {
  if (typeof value === "string") return resolve(value) ? `${named(value)} [${value}]` : value;
  if (typeof value !== "object" || value === null) return String(value);
  const v = value as Record<string, unknown>;
  if (typeof v.edtf === "string") {
    const date = value as EventDate;
    return `${toDateText(date)} (${date.basis}${date.asWritten === undefined ? "" : `, written "${date.asWritten}"`}${date.reason === undefined ? "" : `: ${date.reason}`})`;
  }
  const actor = (v.actor ?? v.person) as string | undefined;
  if (actor !== undefined) {
    const details = [
      v.office ? office(v.office as Office) : "",
      v.basis ? `basis ${String(v.basis)}` : "",
      v.role ? String(v.role) : "",
    ].filter(Boolean);
    return `${inWords(actor)}${details.length > 0 ? `: ${details.join("; ")}` : ""}`;
  }
  if (typeof v.place === "string") return `${inWords(v.place)} (${String(v.precision)})`;
  if (typeof v.title === "string") return office(value as Office);
  if (typeof v.asWritten === "string") return `${String(v.value)} ${String(v.unit)} ("${v.asWritten}")`;
  if (typeof v.agreement === "string") return `${inWords(v.agreement)}: ${String(v.reason)}`;
  if (typeof v.value === "string") return `${v.value}${v.asOf ? `, ${inWords(v.asOf)}` : ""}, says ${inWords(v.by)}`;
  return Object.entries(v)
    .map(([key, inner]) => `${key} ${inWords(inner)}`)
    .join(", ");
}

/** How a field is supported, in a word: what its pointers' passages and pages are. */
function restsOn(record: Entry, pointer: string): string {
  const isCoded = coded[record.kind]!.includes(pointer.split("/")[1]!);
  const ways = [
    ...record.evidence
      .filter((e) => e.supports.includes(pointer))
      .map((e) => (isCoded && e.certainty === "explicit" ? "coded" : e.certainty)),
    ...record.outside.filter((o) => o.supports.includes(pointer)).map(() => "outside"),
  ];
  return [...new Set(ways)].join(" and ");
}

/** What a passage supports, and in which ways: a judgement rests on an explicit passage as coded. */
function inWays(kind: string, certainty: string, fields: readonly string[]): string {
  const isCoded = (field: string) => certainty === "explicit" && coded[kind]!.includes(field.split(".")[0]!);
  const list = (way: string, own: readonly string[]) => (own.length > 0 ? [`${way}: ${own.join(", ")}`] : []);
  return [
    ...list(
      certainty,
      fields.filter((field) => !isCoded(field)),
    ),
    ...list("coded", fields.filter(isCoded)),
  ].join("; ");
}

const hasEvidence = (record: DatasetRecord): record is Entry => record.kind !== "source" && record.kind !== "topic";

export function show(record: DatasetRecord, screen: Screen): string {
  const lines: string[] = [
    styled(screen, "dim", `${record.kind} ${record.id}`),
    styled(screen, "bold", wrap(record.label, screen.width)),
    "",
  ];
  const heading = (text: string) => lines.push("", styled(screen, "bold", text));
  const row = (name: string, text: string, note: string) =>
    lines.push(`  ${name.padEnd(13)} ${wrap(text, screen.width, 16)}${note === "" ? "" : styled(screen, "dim", `  ${note}`)}`);

  for (const [name, value] of Object.entries(record) as [string, unknown][]) {
    if (hidden.has(name) || (Array.isArray(value) && value.length === 0)) continue;
    const list = Array.isArray(value) ? (value as unknown[]) : [value];
    for (const [i, item] of list.entries())
      row(
        i === 0 ? name : "",
        inWords(item),
        hasEvidence(record) ? restsOn(record, Array.isArray(value) ? `/${name}/${i}` : `/${name}`) : "",
      );
  }
  if (record.note !== undefined) row("note", record.note, "");

  if (hasEvidence(record)) {
    if (record.names.length > 0) {
      heading("Names");
      const byText = group(record.names, (n) => n.text);
      for (const [text, uses] of byText)
        row(
          "",
          `${text}${uses[0]!.form === "name" ? "" : ` (${uses[0]!.form})`}: ${uses.map((n) => (n.source ? sources.get(n.source).label : "")).join("; ")}`,
          "",
        );
    }
    const passages = record.evidence.filter((e) => e.supports.some((pointer) => !pointer.startsWith("/names/")));
    if (passages.length > 0) heading("The words that support it");
    for (const { source, quote, position, certainty, supports, reason } of passages) {
      const { outlet, url } = sources.get(source);
      const fields = [...new Set(supports.map((pointer) => pointer.slice(1).replace("/", ".")))].filter(
        (field) => !field.startsWith("names."),
      );
      lines.push(
        `  ${wrap(`${styled(screen, "dim", quote.prefix)}«${styled(screen, "yellow", quote.exact)}»${styled(screen, "dim", quote.suffix)}`, screen.width, 2)}`,
        `    ${wrap(`${inWays(record.kind, certainty, fields)}${reason === undefined ? "" : ` (because ${reason})`}`, screen.width, 4)}`,
        `    ${outlet}, ${url}, code points ${position.start}–${position.end}`,
      );
    }
    if (record.outside.length > 0) heading("Outside pages");
    for (const { source, supports, finding } of record.outside) {
      const { outlet, url } = sources.get(source);
      lines.push(
        `  ${wrap(`${outlet}: ${finding}`, screen.width, 2)}`,
        `    outside: ${supports.map((p) => p.slice(1).replace("/", ".")).join("; ")}`,
        `    ${url}`,
      );
    }
    if (record.accounts.length > 0) heading("Accounts that differ");
    for (const { field, value, by, reason } of record.accounts)
      lines.push(`  ${wrap(`${field}: ${value}, by ${named(by)}${reason === undefined ? "" : ` (${reason})`}`, screen.width, 2)}`);
    if (record.externalIds.length > 0) heading("Identifiers");
    for (const { scheme, id, verifiedIn } of record.externalIds) row(scheme, id, `as ${verifiedIn} has it`);
  }

  const inverse = related(record).relations.filter((relation) => relation.direction === "inverse");
  if (inverse.length > 0) heading("Named by");
  for (const { kind, field, records } of inverse)
    for (const [i, other] of records.entries())
      lines.push(`  ${(i === 0 ? `${kind}.${field}` : "").padEnd(24)} ${wrap(`${other.label} [${other.id}]`, screen.width, 27)}`);
  return lines.join("\n");
}

/** Items by a key, in the order of first appearance. */
function group<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

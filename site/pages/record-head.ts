/** Who, when and where: the lines above and below the title of a record. */
import {
  evidenceOf,
  hasEvidence,
  people,
  sources,
  type Account,
  type DatasetRecord,
  type EventDate,
  type Statement,
} from "#dataset";
import { html, type Html, type Part } from "./html.ts";
import {
  toDate,
  toHeading,
  toName,
  toOutlet,
  toStatementChips,
  toValue,
  toWords,
} from "./value-html.ts";

export interface Head {
  readonly above: Html;
  readonly below: Html | undefined;
}

/** Whether a speaker is only inferred. */
export function isInferredSpeaker(statement: Statement, i: number): boolean {
  const supports = evidenceOf(statement, `/speakers/${i}`);
  return supports.every(({ certainty }) => certainty === "inferred");
}

function toSpeakers(statement: Statement, up: string): Part {
  if (statement.speakers.length === 0) return "Nobody is named as the speaker";
  return statement.speakers.map(({ basis: _basis, side: _side, ...speaker }, i) => {
    const line = isInferredSpeaker(statement, i) ? "line inferred" : "";
    return html`<span class="${line}">${toValue(speaker, up)}</span> `;
  });
}

function statementHead(statement: Statement, up: string): Head {
  const { mode, date, place, occasion } = statement;
  const where = place !== undefined && `, ${toName(place)}`;
  return {
    above: html`${toStatementChips(statement)} Statement · ${toWords(mode)} · the sentence is our
    paraphrase`,
    below: html`${toSpeakers(statement, up)}<br />
      ${date ? toDate(date) : "no date"}${where}, ${toWords(occasion)}`,
  };
}

/** The state for which a person speaks. */
function stateOf(giver: string): string | undefined {
  return people.get(giver)?.country;
}

/**
 * Who gives an account. A person is named in brackets after the state for which the person speaks.
 * When the same actor also gives another account, the brackets say what this one is.
 */
export function toGivers(own: readonly Account[], others: readonly Account[]): string {
  const givers = [...new Set(own.map(({ by }) => by))];
  const alone = givers.filter((giver) => !givers.some((other) => other === stateOf(giver)));
  const texts = alone.map((giver) => {
    if (sources.has(giver)) return toOutlet(giver);
    const persons = givers.filter((other) => stateOf(other) === giver).map(toName);
    const { outside, reason } = own.find(({ by }) => by === giver)!;
    const isTwofold = outside !== undefined && others.some(({ by }) => by === giver);
    const remarks = [
      ...persons,
      ...(isTwofold ? [reason ?? `as ${toOutlet(outside)} reports`] : []),
    ];
    return `${toName(giver)}${remarks.length === 0 ? "" : ` (${remarks.join(", ")})`}`;
  });
  const names = [...new Set(texts)];
  return `${names.length === 1 ? "says" : "say"} ${names.join(", ")}`;
}

/** What accounts say of one field, when they differ: "accounts differ: declined, says one; …". */
function toDifferentAccounts(accounts: readonly Account[]): Html | undefined {
  const values = [...new Set(accounts.map(({ value }) => value))];
  if (values.length < 2) return undefined;
  const parts = values.map((value, i) => {
    const own = accounts.filter((account) => account.value === value);
    const others = accounts.filter((account) => account.value !== value);
    return html`${i > 0 && "; "}<b>${toWords(value)}</b>, ${toGivers(own, others)}`;
  });
  return html`accounts differ: ${parts}`;
}

/** The fields that say whether something took place. */
export const progressFields: readonly string[] = ["occurrence", "existence"];

/** The outlets of the outside pages on which a date rests. */
function outletsOfDate(record: DatasetRecord): string {
  if (!hasEvidence(record)) return "";
  const pages = record.outside.filter(({ supports }) => supports.some((one) => one === "/date"));
  const outlets = [...new Set(pages.map(({ source }) => toOutlet(source)))];
  return outlets.length === 0 ? "" : ` (${outlets.join(", ")})`;
}

/** The lines above and below the title; `up` is the way to the explorer's folder. */
export function toHead(record: DatasetRecord, up: string): Head {
  if (record.kind === "statement") return statementHead(record, up);
  // some kinds have a date, some an occurrence
  const { date, occurrence } = record as { date?: EventDate; occurrence?: string };
  const accounts = hasEvidence(record) ? record.accounts : [];
  const different = toDifferentAccounts(
    accounts.filter(({ field }) => progressFields.includes(field)),
  );
  const progress =
    different ?? (occurrence === undefined ? undefined : html`${toWords(occurrence)}`);
  const parts = [
    ...(date === undefined ? [] : [html`${toDate(date)}${outletsOfDate(record)}`]),
    ...(progress ? [progress] : []),
  ];
  const below = parts.map((part, i) => html`${i > 0 && " · "}${part}`);
  return {
    above: html`${toHeading(record.kind)}`,
    below: below.length > 0 ? html`${below}` : undefined,
  };
}

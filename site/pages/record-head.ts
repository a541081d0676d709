/** Who, when and where: the lines above and below the title of a record. */
import {
  evidenceOf,
  hasEvidence,
  type Account,
  type DatasetRecord,
  type EventDate,
  type Statement,
} from "#dataset";
import { html, type Html, type Part } from "./html.ts";
import { toChips, toDate, toHeading, toName, toValue, toWords } from "./value-html.ts";

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
  const { sides, mode, date, place, occasion } = statement;
  const where = place !== undefined && `, ${toName(place)}`;
  return {
    above: html`${toChips(sides)} Statement · ${toWords(mode)}`,
    below: html`${toSpeakers(statement, up)}<br />
      ${date ? toDate(date) : "no date"}${where}, ${toWords(occasion)}`,
  };
}

/**
 * Accounts of how far it got, when they differ: "accounts differ: declined, says one; …".
 */
function toDifferentAccounts(accounts: readonly Account[]): Html | undefined {
  const values = [...new Set(accounts.map(({ value }) => value))];
  if (values.length < 2) return undefined;
  const parts = values.map((value, i) => {
    const own = accounts.filter((account) => account.value === value);
    const names = [...new Set(own.map(({ by }) => toName(by)))];
    const verb = names.length === 1 ? "says" : "say";
    return html`${i > 0 && "; "}<b>${toWords(value)}</b>, ${verb} ${names.join(", ")}`;
  });
  return html`accounts differ: ${parts}`;
}

/** The lines above and below the title; `up` is the way to the explorer's folder. */
export function toHead(record: DatasetRecord, up: string): Head {
  if (record.kind === "statement") return statementHead(record, up);
  // some kinds have a date, some an occurrence
  const { date, occurrence } = record as { date?: EventDate; occurrence?: string };
  const accounts = hasEvidence(record) ? record.accounts : [];
  const different = toDifferentAccounts(accounts.filter(({ field }) => field === "occurrence"));
  const progress =
    different ?? (occurrence === undefined ? undefined : html`${toWords(occurrence)}`);
  const parts = [...(date === undefined ? [] : [toDate(date)]), ...(progress ? [progress] : [])];
  const below = parts.map((part, i) => html`${i > 0 && " · "}${part}`);
  return {
    above: html`${toHeading(record.kind)}`,
    below: below.length > 0 ? html`${below}` : undefined,
  };
}

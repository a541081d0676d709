/** Claims in lists: who makes a claim is always before it, in smaller letters. */
import { toDateText, type DatasetRecord, type Statement } from "#dataset";
import { html, type Html } from "./html.ts";

/** The credit line of a statement in two parts, so that a list can show the second one once. */
export interface CreditParts {
  /** "Alpha Ames says [warning]". */
  readonly saying: string;
  /** "4 May 2021 (The Gazette)"; "" when the line cannot be divided. */
  readonly when: string;
}

/** Divides the credit line before the date. A relayed claim keeps its line whole. */
export function splitCredit({ credit, date }: Statement): CreditParts {
  const at = date === undefined ? -1 : credit.lastIndexOf(`, ${toDateText(date)}`);
  if (at === -1) return { saying: credit, when: "" };
  return { saying: credit.slice(0, at), when: credit.slice(at + 2) };
}

/** The name of a record as a title: of a statement, who makes the claim before the claim. */
export function toTitleText(record: DatasetRecord): Html {
  if (record.kind !== "statement") return html`<bdi>${record.label}</bdi>`;
  const { saying } = splitCredit(record);
  const rest = record.credit.slice(saying.length);
  return html`<span class="credit"><b>${saying}</b>${rest}:</span> <bdi>${record.gist}</bdi>`;
}

/** The same for a list under a date: of the credit line, the date waits until it is needed. */
export function toTitleUnderDate(statement: Statement): Html {
  const { saying, when } = splitCredit(statement);
  const rest = when !== "" && html`<span class="when">, ${when}</span>`;
  return html`<span class="credit">${saying}${rest}:</span> <bdi>${statement.gist}</bdi>`;
}

/** A link to the page of a statement; `up` is the way to the explorer's folder. */
export function toClaimLink(statement: Statement, up: string, title: Html): Html {
  return html`<a class="gist" href="${up}${statement.id}/index.html">${title}</a>`;
}

/** Entries by the second part of the credit lines of their statements, in the given order. */
function groupByDay<T>(list: readonly T[], statementOf: (one: T) => Statement): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const { when } = splitCredit(statementOf(one));
    groups.set(when, [...(groups.get(when) ?? []), one]);
  }
  return groups;
}

/** The heading of claims whose credit line cannot be divided. */
function undatedHeading({ relayedBy }: Statement): string {
  return relayedBy.length > 0 ? "Passed on by others" : "No date";
}

/**
 * Lists of claims, one for each day and article. The day is a heading, so that the rows need not
 * repeat it.
 */
export function toClaimLists<T>(
  list: readonly T[],
  statementOf: (one: T) => Statement,
  toRow: (one: T) => Html,
): Html[] {
  return [...groupByDay(list, statementOf)].map(
    ([when, group]) =>
      html`<p class="day">${when === "" ? undatedHeading(statementOf(group[0]!)) : when}</p>
        <ul class="rows">
          ${group.map((one) => html`<li>${toRow(one)}</li> `)}
        </ul>`,
  );
}

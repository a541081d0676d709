/** The fields of a record with what each rests on. */
import {
  evidenceOf,
  hasEvidence,
  sources,
  type Account,
  type DatasetRecord,
  type Entry,
  type EventDate,
  type Support,
} from "#dataset";
import { externalLink, html, toMarkup, type Html, type Part } from "./html.ts";
import { toGivers } from "./record-head.ts";
import { shownFields, type ShownField } from "./passages.ts";
import { termMeanings } from "./term-meanings.ts";
import { toHeading, toLink, toName, toOutlet, toValue, toWords } from "./value-html.ts";

/** A finding that is longer is not repeated within one record. */
const longestRepeated = 120;

function toLine(certainty: string, text: Part): Html {
  return html`<div class="certainty"><i class="line ${certainty}"></i>${text}</div> `;
}

/** What a value rests on. */
function toSupportLine(
  { certainty, source, reason, via }: Support,
  meaning: string | undefined,
  up: string,
): Html {
  const isPage = certainty === "outside";
  if (via !== undefined) {
    const how = isPage ? `outside page, ${toOutlet(source)}` : certainty;
    const link = html`<a href="${up}${via}/index.html">meeting’s record</a>`;
    return toLine(certainty, html`from the ${link}: ${how}`);
  }
  if (isPage) {
    const page = externalLink(sources.get(source).url, toOutlet(source));
    return toLine(certainty, html`outside page: ${page}; ${reason}`);
  }
  const explanation = reason ?? (certainty === "coded" ? meaning : undefined);
  return toLine(certainty, explanation === undefined ? certainty : `${certainty}: ${explanation}`);
}

/** How values without support are known: the build derives them. */
function derivationOf(record: Entry, name: string): string | undefined {
  if (name === "country") return "where the place lies";
  if (name === "date") return "the day of publication";
  if (name === "utterance") return "the quotation marks of the article around the claim";
  if (name !== "sides") return undefined;
  return `the states of those who ${record.kind === "statement" ? "speak" : "take part"}`;
}

/** Why a date is held to be this one. */
function toDateLines(name: string, value: unknown): Html[] {
  if (name !== "date") return [];
  const { reason, basis } = value as EventDate;
  return reason === undefined ? [] : [toLine("inferred", `${toWords(basis)}: ${reason}`)];
}

/** How a value is known. */
function toCertaintyLines(record: Entry, { name, pointer, value }: ShownField, up: string): Html[] {
  const meaning = typeof value === "string" ? termMeanings[`${name} ${value}`] : undefined;
  const supports = evidenceOf(record, pointer as `/${string}`);
  const lines = [
    ...supports.map((support) => toSupportLine(support, meaning, up)),
    ...toDateLines(name, value),
  ];
  const derivation = derivationOf(record, name);
  if (lines.length === 0 && derivation !== undefined) return [toLine("inferred", derivation)];
  return withoutRepetition(lines);
}

function withoutRepetition(lines: readonly Html[]): Html[] {
  return [...new Map(lines.map((line) => [toMarkup(line), line])).values()];
}

/** Replaces long lines that were shown before. */
class LineShortener {
  readonly #shown = new Set<string>();

  shorten(line: Html): Html {
    const markup = toMarkup(line);
    if (markup.length > longestRepeated && this.#shown.has(markup))
      return toLine("outside", "the same page, as above");
    this.#shown.add(markup);
    return line;
  }
}

/** Whose account a value follows, when others differ. */
function toAccountRemark(accounts: readonly Account[], { name, value }: ShownField): Html | false {
  const isDate = typeof value === "object" && value !== null && "edtf" in value;
  const shown = isDate ? value.edtf : value;
  const all = accounts.filter(({ field }) => field === name);
  const own = all.filter((account) => account.value === shown);
  const others = all.filter((account) => account.value !== shown);
  // "disputed" is what the accounts say together
  if (own.length === 0 || others.length === 0) return false;
  return html`<p class="soft">≠ ${toGivers(own, others)}; other accounts below</p>`;
}

function toShownValue({ name, value }: ShownField, up: string): Html {
  // the name of a quotation ends in its number within the article
  if (name === "utterance")
    return html`quotation ${String(value).split("/").at(-1)} of the article`;
  return toValue(value, up);
}

function toField(field: ShownField, isFirst: boolean, lines: Html, up: string): Html {
  const inner = html`<dt>
      <span class="number" aria-hidden="true">${field.hasExactWords && field.number}</span>
      ${isFirst && toHeading(field.name)}
    </dt>
    <dd>${toShownValue(field, up)} ${lines}</dd>`;
  return field.number === undefined
    ? html`<div class="field">${inner}</div> `
    : html`<div class="field" data-field="${field.number}" tabindex="0">${inner}</div> `;
}

/** Who gives an account, and the page that passes it on. */
function toAccountLine({ value, by, outside, reason }: Account, up: string): Html {
  const isPassedOn = outside !== undefined && outside !== by;
  const carrier = isPassedOn && html`, as reported by ${toLink(outside, up)}`;
  const why = reason !== undefined && html`<p class="soft">${reason}</p>`;
  return html`<li><b>${toName(value)}</b>, according to ${toLink(by, up)}${carrier}${why}</li> `;
}

/** The accounts of one field. */
function toAccounts(name: string, accounts: readonly Account[], up: string): Html {
  const own = accounts.filter(({ field }) => field === name);
  return html`<div class="field">
    <dt>
      <span class="number" aria-hidden="true">≠</span>
      <span>${toHeading(name)}, by account</span>
    </dt>
    <dd>
      <ul class="by-account">
        ${own.map((account) => toAccountLine(account, up))}
      </ul>
    </dd>
  </div> `;
}

/** The fields of a record with what each rests on; `up` is the way to the explorer's folder. */
export function toFieldList(record: DatasetRecord, up: string): Html {
  const fields = shownFields(record);
  const accounts = hasEvidence(record) ? record.accounts : [];
  const shortener = new LineShortener();
  const rows = fields.map((field, i) => {
    const lines = hasEvidence(record) ? toCertaintyLines(record, field, up) : [];
    const isFirst = fields[i - 1]?.name !== field.name;
    const shortened = lines.map((line) => shortener.shorten(line));
    const remark = isFirst && toAccountRemark(accounts, field);
    return toField(field, isFirst, html`${remark} ${withoutRepetition(shortened)}`, up);
  });
  const names = [...new Set(accounts.map(({ field }) => field))];
  return html`<dl class="fields">
    ${rows} ${names.map((name) => toAccounts(name, accounts, up))}
  </dl>`;
}

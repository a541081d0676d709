/** Values, terms and ids in words, with links. */
import {
  describeValue,
  resolve,
  sources,
  toDateText,
  type EventDate,
  type Remark,
  type SourceId,
  type Statement,
  type TextPart,
} from "#dataset";
import { sideOf } from "../pictures/sides.ts";
import { toClaimLink, toTitleText } from "./claim.ts";
import { html, type Html } from "./html.ts";
import { termMeanings } from "./term-meanings.ts";

/** A number with what it counts: "1 passage", "2 passages". */
export function toCountText(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A term of a vocabulary as words: "report-outcome" becomes "report outcome". */
export function toWords(term: string): string {
  return term.replaceAll("-", " ");
}

/** The name of a field as words: "speechAct" becomes "Speech act". */
export function toHeading(field: string): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words[0]!.toUpperCase() + words.slice(1);
}

/** The name of an id, a date or a term. */
export function toName(value: string): string {
  const label = resolve(value)?.label;
  if (label !== undefined) return label;
  const isDate = /^\[?(\d{4}|\.\.)/.test(value);
  return isDate ? toDateText({ edtf: value }) : toWords(value);
}

/** The name of the outlet of a source. */
export function toOutlet(source: SourceId): string {
  return sources.get(source).outlet;
}

/** A link to the page of a record; `up` is the way to the explorer's folder. */
export function toLink(id: string, up: string): Html {
  const record = resolve(id);
  if (record === undefined) return html`<bdi>${id}</bdi>`;
  if (record.kind === "statement") return toClaimLink(record, up, toTitleText(record));
  return html`<a href="${up}${record.id}/index.html"><bdi>${record.label}</bdi></a>`;
}

function toChip(country: string): Html {
  const side = sideOf(country);
  const isPress = country === "press";
  const text = side?.short ?? (isPress ? country : toName(country));
  const hue = side?.hue ?? (isPress ? "press" : "third");
  return html`<span class="chip ${hue}">${text}</span> `;
}

/** The two sides by their signs, a third one by its name. */
export function toChips(sides: readonly string[]): Html[] {
  return sides.map(toChip);
}

/** The sides of a statement; the outlet's own voice is "press". */
export function toStatementChips({ sides, mode }: Statement): Html[] {
  return toChips(mode === "agency-narration" ? ["press"] : sides);
}

/** How a date is known, as the class of the line under it. */
function lineOfBasis(basis: EventDate["basis"]): string {
  if (basis === "stated") return "";
  return basis === "outside-research" ? "outside" : "inferred";
}

/** A date, underlined as it is known. */
export function toDate(date: EventDate): Html {
  return html`<span class="line ${lineOfBasis(date.basis)}">${toDateText(date)}</span>`;
}

function toPart({ text, id }: TextPart, up: string): Html {
  return id === undefined ? html`<bdi>${toWords(text)}</bdi>` : toLink(id, up);
}

/** A remark as the page shows it; undefined when the page shows it in another place. */
function toAside({ about, text }: Remark, isDate: boolean): string | undefined {
  switch (about) {
    case "written":
      return `written “${text}”`;
    case "basis":
      // the basis of a date is shown below it, and a named speaker needs no remark
      return isDate || text === "named" ? undefined : termMeanings[`basis ${text}`];
    case "precision":
      return text === "city" ? undefined : text;
    case "account":
      return `on the account of ${text}`;
    case "certainty":
    case "role":
    case "use":
    case "text":
    case "match":
      return toWords(text);
    case "reason":
      return isDate ? undefined : text;
    default:
      return undefined;
  }
}

/** A link to a statement by its credit line, without the claim. */
function toCreditLink({ id, text }: TextPart, up: string): Html {
  const record = id === undefined ? undefined : resolve(id);
  if (record?.kind !== "statement") return html`<bdi>${text}</bdi>`;
  return html`<a href="${up}${record.id}/index.html"><bdi>${record.credit}</bdi></a>`;
}

/** A value of a field. */
export function toValue(value: unknown, up: string): Html {
  const { parts, remarks } = describeValue(value);
  const isDate = typeof value === "object" && value !== null && "edtf" in value;
  const remarkAbout = (about: Remark["about"]) => remarks.find((one) => one.about === about);
  const [office, side, date, source, statement] = (
    ["office", "side", "date", "source", "statement"] as const
  ).map(remarkAbout);
  const asides = remarks.flatMap((remark) => toAside(remark, isDate) ?? []);
  const shown = parts.map((part, i) => html`${i > 0 && " "}${toPart(part, up)}`);
  return html`${shown}${office && `, ${office.text}`}${
    side && html` ${toChips([side.id ?? side.text])}`
  }${date && `, ${date.text}`}${source && html`, says ${toPart(source, up)}`}${
    statement && html`, in ${toCreditLink(statement, up)}`
  }${asides.length > 0 && html` <span class="soft">${asides.join(", ")}</span>`}`;
}

/** How values are put into words. */
import { resolve, sources, type EventDate, type Office, type SourceId } from "baku-moscow";
import { toDateText } from "../src/output/date-text.ts";
import { html, type Html } from "./html.ts";
import { means } from "./means.ts";

export { toDateText };

/** A term of a vocabulary as words: "report-outcome" is "report outcome". */
export const toWords = (term: string): string => term.replaceAll("-", " ");
/** A field's name as words: "speechAct" is "Speech act". */
export const toHeading = (field: string): string => {
  const words = field.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
  return words[0]!.toUpperCase() + words.slice(1);
};
/** What an id, a date or a term is called. */
export const toName = (value: string): string =>
  resolve(value)?.label ?? (/^\[?(\d{4}|\.\.)/.test(value) ? toDateText({ edtf: value }) : toWords(value));

/** A link to the page of a record, by its label; `up` is the way to the explorer's folder. */
export const toLink = (id: string, up: string): Html => {
  const record = resolve(id);
  return record ? html`<a href="${up}${record.id}/index.html"><bdi>${record.label}</bdi></a>` : html`<bdi>${id}</bdi>`;
};

/** The two sides by two letters; a third by its name; the outlet's own voice as "press". */
export const toChips = (sides: readonly string[]): Html[] =>
  (sides.length > 0 ? sides : ["press"]).map((side) => {
    const text = { azerbaijan: "AZ", russia: "RU" }[side];
    return html`<span class="chip ${(text ?? "other").toLowerCase()}">${text ?? (side === "press" ? side : toName(side))}</span> `;
  });

const toOffice = ({ title, country }: Office): string => (country ? `${title} of ${toName(country)}` : title);

/** A value of a field. */
export function toValue(value: unknown, up: string): Html {
  if (typeof value === "string") return resolve(value) ? toLink(value, up) : html`<bdi>${toWords(value)}</bdi>`;
  if (typeof value !== "object" || value === null) return html`${String(value)}`;
  const v = value as Record<string, unknown>;
  const aside = (text: string | undefined) => text !== undefined && html` <span class="soft">${text}</span>`;
  if (typeof v.edtf === "string") {
    const date = value as EventDate;
    return html`<time>${toDateText(date)}</time>${aside(date.asWritten === undefined ? undefined : `written “${date.asWritten}”`)}`;
  }
  const actor = (v.actor ?? v.person) as string | undefined;
  if (actor !== undefined)
    return html`${toLink(actor, up)}${v.office !== undefined && `, ${toOffice(v.office as Office)}`}${
      v.side !== undefined && v.side !== actor && html` ${toChips([v.side as string])}`
    }${aside(
      [
        v.basis !== undefined && v.basis !== "named" && means[`basis ${v.basis as string}`],
        v.role !== undefined && toWords(v.role as string),
      ]
        .filter(Boolean)
        .join(", ") || undefined,
    )}`;
  if (typeof v.place === "string")
    return html`${toLink(v.place, up)}${aside(v.precision === "city" ? undefined : (v.precision as string))}`;
  if (typeof v.title === "string") return html`${toOffice(value as Office)}`;
  if (typeof v.asWritten === "string") return html`${v.value as number} ${v.unit as string}${aside(`written “${v.asWritten}”`)}`;
  if (typeof v.agreement === "string") return html`${toLink(v.agreement, up)}${aside(v.reason as string)}`;
  if (typeof v.value === "string")
    return html`${toWords(v.value)}${v.asOf !== undefined && html`, ${toValue(v.asOf, up)}`}, says ${toLink(v.by as string, up)}`;
  return html`${Object.entries(v).map(([key, inner]) => html`<span class="soft">${toHeading(key)}</span> ${toValue(inner, up)} `)}`;
}

/** An outlet's name. */
export const toOutlet = (source: string): string => sources.get(source as SourceId).outlet;

/** One citation in several formats: BibTeX, RIS and a plain reference are derived from CSL-JSON. */

/** The name of an organization in CSL-JSON. */
export interface CslName {
  /** The name. */
  readonly literal: string;
}

/** A day in CSL-JSON. */
export interface CslDate {
  /** Year, month, day. */
  readonly "date-parts": readonly (readonly number[])[];
}

/** A citation in CSL-JSON, with the members that this dataset needs. */
export interface CslItem {
  /** A key, unique in a list of citations. */
  readonly id: string;
  /** Always a dataset. */
  readonly type: "dataset";
  /** What is cited. */
  readonly title: string;
  /** The dataset, when a part of it is cited. */
  readonly "container-title"?: string;
  /** Who made it. */
  readonly author: readonly CslName[];
  /** The release day; absent for a version that is not released. */
  readonly issued?: CslDate;
  /** The version of the dataset. */
  readonly version: string;
  /** Where it is published. */
  readonly publisher: string;
  /** Its address. */
  readonly URL: string;
  /** The article that a record is taken from, or the criteria and hash of a subset. */
  readonly note?: string;
}

type OptionalField = readonly [name: string, value: string | undefined];

function authorsOf(csl: CslItem): string[] {
  return csl.author.map(({ literal }) => literal);
}

function releaseDay(csl: CslItem): readonly number[] {
  return csl.issued?.["date-parts"][0] ?? [];
}

/** The fields that have a value. */
function stated(fields: readonly OptionalField[]): [name: string, value: string][] {
  return fields.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

/** Escapes the characters that have a meaning in BibTeX. */
function escapeTex(text: string): string {
  return text
    .replace(/\\/g, "")
    .replace(/[&%$#_{}]/g, "\\$&")
    .replace(/~/g, "\\textasciitilde{}")
    .replace(/\^/g, "\\textasciicircum{}");
}

function optional(value: number | string | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** The citation as a BibTeX entry. */
export function toBibtex(csl: CslItem): string {
  const [year, month] = releaseDay(csl);
  const whole = csl["container-title"];
  const authors = authorsOf(csl).map((author) => `{${escapeTex(author)}}`);
  const fields = stated([
    ["author", authors.join(" and ")],
    ["title", `{${escapeTex(csl.title)}}`],
    ["booktitle", whole && escapeTex(whole)],
    ["year", optional(year)],
    ["month", optional(month)],
    ["version", escapeTex(csl.version)],
    ["publisher", escapeTex(csl.publisher)],
    ["url", csl.URL],
    ["note", csl.note && escapeTex(csl.note)],
  ]);
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${csl.id},\n${lines.join(",\n")}\n}`;
}

/** The citation as RIS. */
export function toRis(csl: CslItem): string {
  const [year, ...monthAndDay] = releaseDay(csl);
  const oneLine = (text: string) => text.replace(/\s+/g, " ");
  const twoDigits = (n: number) => String(n).padStart(2, "0");
  const fields = stated([
    ["TY", "DATA"],
    ...authorsOf(csl).map((author): OptionalField => ["AU", oneLine(author)]),
    ["TI", oneLine(csl.title)],
    ["T2", csl["container-title"]],
    ["PY", optional(year)],
    ["DA", year === undefined ? undefined : [year, ...monthAndDay.map(twoDigits)].join("/")],
    ["ET", csl.version],
    ["PB", csl.publisher],
    ["UR", csl.URL],
    ["N1", csl.note && oneLine(csl.note)],
  ]);
  const lines = fields.map(([tag, value]) => `${tag}  - ${value}`);
  return `${lines.join("\r\n")}\r\nER  - \r\n`;
}

/** The citation as a reference in the style of the APA, without markup. */
export function toApa(csl: CslItem): string {
  const [year] = releaseDay(csl);
  const whole = csl["container-title"];
  const stop = /[.?!]$/.test(csl.title) ? "" : ".";
  const title = `${csl.title}${whole ? `${stop} In ${whole}` : ""}`;
  const note = csl.note ? ` (${csl.note})` : "";
  const details = `(Version ${csl.version}) [Data set]. ${csl.publisher}. ${csl.URL}${note}`;
  return `${authorsOf(csl).join(", ")}. (${year ?? "n.d."}). ${title} ${details}`;
}

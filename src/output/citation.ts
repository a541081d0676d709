/** One citation in many forms. CSL-JSON is the core; BibTeX, RIS and a plain reference are written from it. */

/** A name as CSL-JSON has it, when it is no person's. */
export interface CslName {
  /** The name. */
  readonly literal: string;
}

/** A day as CSL-JSON has it. */
export interface CslDate {
  /** Year, month, day. */
  readonly "date-parts": readonly (readonly number[])[];
}

/** A citation as CSL-JSON, as far as this dataset needs it. */
export interface CslItem {
  /** A key, unique in a list of citations. */
  readonly id: string;
  /** Always a dataset. */
  readonly type: "dataset";
  /** What is cited. */
  readonly title: string;
  /** The dataset, where a part of it is cited. */
  readonly "container-title"?: string;
  /** Who made it. */
  readonly author: readonly CslName[];
  /** Its release day; absent for a version that is not released. */
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

const authors = (csl: CslItem) => csl.author.map((a) => a.literal);
const day = (csl: CslItem) => csl.issued?.["date-parts"][0];
/** Characters that mean something to BibTeX. */
const tex = (text: string) =>
  text
    .replace(/\\/g, "")
    .replace(/[&%$#_{}]/g, "\\$&")
    .replace(/~/g, "\\textasciitilde{}")
    .replace(/\^/g, "\\textasciicircum{}");

/** The citation as a BibTeX entry. */
export function toBibtex(csl: CslItem): string {
  const [year, month] = day(csl) ?? [];
  const fields: [string, string | undefined][] = [
    [
      "author",
      authors(csl)
        .map((a) => `{${tex(a)}}`)
        .join(" and "),
    ],
    ["title", `{${tex(csl.title)}}`],
    ["booktitle", csl["container-title"] && tex(csl["container-title"])],
    ["year", year === undefined ? undefined : String(year)],
    ["month", month === undefined ? undefined : String(month)],
    ["version", tex(csl.version)],
    ["publisher", tex(csl.publisher)],
    ["url", csl.URL],
    ["note", csl.note && tex(csl.note)],
  ];
  return `@misc{${csl.id},\n${fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : [])).join(",\n")}\n}`;
}

/** The citation as RIS. */
export function toRis(csl: CslItem): string {
  const [year, month, date] = day(csl) ?? [];
  const one = (text: string) => text.replace(/\s+/g, " ");
  const two = (n: number | undefined) => (n === undefined ? "" : String(n).padStart(2, "0"));
  const lines: [string, string | undefined][] = [
    ["TY", "DATA"],
    ...authors(csl).map((a): [string, string] => ["AU", one(a)]),
    ["TI", one(csl.title)],
    ["T2", csl["container-title"]],
    ["PY", year === undefined ? undefined : String(year)],
    ["DA", year === undefined ? undefined : `${year}/${two(month)}/${two(date)}`],
    ["ET", csl.version],
    ["PB", csl.publisher],
    ["UR", csl.URL],
    ["N1", csl.note && one(csl.note)],
  ];
  return `${lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : [])).join("\r\n")}\r\nER  - \r\n`;
}

/** The citation as a reference in the style of the APA, without markup. */
export function toApa(csl: CslItem): string {
  const year = day(csl)?.[0];
  const stop = /[.?!]$/.test(csl.title) ? "" : ".";
  const inWhole = csl["container-title"] ? `${stop} In ${csl["container-title"]}` : "";
  return `${authors(csl).join(", ")}. (${year ?? "n.d."}). ${csl.title}${inWhole} (Version ${csl.version}) [Data set]. ${csl.publisher}. ${csl.URL}${csl.note ? ` (${csl.note})` : ""}`;
}

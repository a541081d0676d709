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
  /** What is cited. For a part: with its id, or with the number of its records and their hash. */
  readonly title: string;
  /** The dataset, when a part of it is cited. */
  readonly "container-title"?: string;
  /** Who made the dataset, when the whole is cited. */
  readonly author?: readonly CslName[];
  /** Who made the dataset, when a part of it is cited: the makers edited what others said. */
  readonly editor?: readonly CslName[];
  /** The release day; absent for a version that is not released. */
  readonly issued?: CslDate;
  /** The version of the dataset. */
  readonly version: string;
  /** Where it is published. */
  readonly publisher: string;
  /** Its address: each part has its own. */
  readonly URL: string;
  /** The article that a record is taken from, or the criteria and hash of a subset. */
  readonly note?: string;
}

type OptionalField = readonly [name: string, value: string | undefined];

function namesOf(names: readonly CslName[] = []): string[] {
  return names.map(({ literal }) => literal);
}

function releaseDay(csl: CslItem): readonly number[] {
  return csl.issued?.["date-parts"][0] ?? [];
}

/** The fields that have a value. */
function stated(fields: readonly OptionalField[]): [name: string, value: string][] {
  return fields.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

const texNames: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

const texBraces: Readonly<Record<string, string>> = {
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
};

/** Whether each brace has its partner. BibTeX counts braces, also those after a backslash. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const brace of text.replace(/[^{}]/g, "")) {
    open += brace === "{" ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** Escapes the characters that have a meaning in BibTeX. */
function escapeTex(text: string): string {
  const names = isBalanced(text) ? texNames : { ...texNames, ...texBraces };
  return toOneLine(text).replace(
    /[\\~^&%$#_{}]/g,
    (character) => names[character] ?? `\\${character}`,
  );
}

/** An address without the braces that would end a field. */
function escapeTexUrl(url: string): string {
  return toOneLine(url).replaceAll("{", "%7B").replaceAll("}", "%7D").replaceAll("\\", "%5C");
}

/** A text without line breaks and other control characters, which end a field of RIS. */
function toOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}

function optional(value: number | string | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** The citation as a BibTeX entry. */
export function toBibtex(csl: CslItem): string {
  const [year] = releaseDay(csl);
  const whole = csl["container-title"];
  const names = (list: readonly CslName[] | undefined) =>
    namesOf(list)
      .map((name) => `{${escapeTex(name)}}`)
      .join(" and ");
  // the one field that every style prints: BibTeX's own styles know neither version nor url
  const published = [
    ...(whole === undefined ? [] : [`In: ${escapeTex(whole)}`]),
    `Version ${escapeTex(csl.version)}`,
    `${escapeTex(csl.publisher)}, \\url{${escapeTexUrl(csl.URL)}}`,
  ].join(". ");
  const fields = stated([
    ["author", names(csl.author)],
    ["editor", names(csl.editor)],
    // what BibTeX's own styles sort by when there is no author
    ["key", csl.author === undefined ? names(csl.editor) : undefined],
    ["title", `{${escapeTex(csl.title)}}`],
    ["howpublished", published],
    ["year", optional(year)],
    ["version", escapeTex(csl.version)],
    ["url", escapeTexUrl(csl.URL)],
    ["note", csl.note && escapeTex(csl.note)],
  ]);
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${csl.id},\n${lines.join(",\n")}\n}`;
}

/** The citation as RIS. */
export function toRis(csl: CslItem): string {
  const [year, ...monthAndDay] = releaseDay(csl);
  const twoDigits = (n: number) => String(n).padStart(2, "0");
  const fields = stated([
    ["TY", "DATA"],
    ...namesOf(csl.author).map((name): OptionalField => ["AU", name]),
    ...namesOf(csl.editor).map((name): OptionalField => ["ED", name]),
    ["TI", csl.title],
    ["T2", csl["container-title"]],
    ["PY", optional(year)],
    ["DA", year === undefined ? undefined : [year, ...monthAndDay.map(twoDigits)].join("/")],
    ["ET", csl.version],
    ["PB", csl.publisher],
    ["UR", csl.URL],
    ["N1", csl.note],
  ]);
  const lines = fields.map(([tag, value]) => `${tag}  - ${toOneLine(value)}`);
  return `${lines.join("\r\n")}\r\nER  - \r\n`;
}

/** The citation as a reference in the style of the APA, without markup. */
export function toApa(csl: CslItem): string {
  const [year] = releaseDay(csl);
  const whole = csl["container-title"];
  const details = `(Version ${csl.version}) [Data set]. ${csl.publisher}. ${csl.URL}`;
  const when = `(${year ?? "n.d."})`;
  if (whole === undefined)
    return `${namesOf(csl.author).join(", ")}. ${when}. ${csl.title} ${details}`;
  // a work without an author begins with its title
  const editors = namesOf(csl.editor).join(", ");
  const note = csl.note === undefined ? "" : ` (${csl.note})`;
  return `${csl.title}. ${when}. In ${editors} (Ed.), ${whole} ${details}${note}`;
}

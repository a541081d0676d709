/** Lines of a quotation to paste: plain text, Markdown and HTML. */
import type { SpeakerBasis } from "../generated/types.ts";

/** Somebody whose claim is quoted. */
export interface QuotedSpeaker {
  /** The name of the actor, as its label. */
  readonly name: string;
  /** The office on that day, with the state: `Minister of Trade of Delta`. */
  readonly office?: string;
  /** How the speaker is known. */
  readonly basis: SpeakerBasis;
}

/** A quotation as data. */
export interface QuotationData {
  /** The words in the article. `[…]` marks words that are cut. */
  readonly words: string;
  /**
   * true: the words stand in quotation marks in the article, as the speaker's own; false: they are
   * the outlet's words.
   */
  readonly verbatim: boolean;
  /** Who makes the claim; empty when nobody is named, or when the words are only the outlet's. */
  readonly speakers: readonly QuotedSpeaker[];
  /**
   * Who does what, on which day, and which outlet reports it; for words of an outlet, its name and
   * the day of their publication.
   */
  readonly credit: string;
  /** The occasion, such as `press conference`. */
  readonly occasion?: string;
  /** The day on which it was said, in words; for words of an outlet, of their publication. */
  readonly date?: string;
  /** true: the day is known from another page only: the article does not give it. */
  readonly isDateFromElsewhere: boolean;
  /** The outlet. */
  readonly outlet: string;
  /** The language of the words, such as `en`; absent when the source is not in the dataset. */
  readonly language?: string;
  /** The address of the article. */
  readonly url: string;
  /** The address of the article, which opens at the words. */
  readonly link: string;
  /** The statements whose claims are in the words, or in the same quotation of the article. */
  readonly statements: readonly string[];
}

/** A quotation as lines to paste. */
export interface QuotationLines {
  /** Plain text. */
  readonly text: string;
  /** Markdown. */
  readonly markdown: string;
  /** HTML, with every text escaped. */
  readonly html: string;
}

/** A claim that is told, and not quoted. */
export interface ToldClaim {
  /** The label of the statement: its credit line and what is claimed. */
  readonly label: string;
  /** true: the outlet makes the claim itself; false: it reports somebody's. */
  readonly isNarration: boolean;
}

/** What the lines consist of. */
interface Line {
  /** Words in quotation marks; absent when nothing is quoted. */
  readonly quoted?: string;
  /** Who, when and where, before the outlet. */
  readonly before: string;
  /** After the outlet. */
  readonly after: string;
}

const bases: Readonly<Partial<Record<QuotedSpeaker["basis"], string>>> = {
  anaphoric: "identified by the context",
  office: "named by office",
  joint: "both sides",
  "inferred-side": "side inferred",
};

/** A speaker in words, with how it is known where no name says it. */
export function speakerText({ name, office, basis }: QuotedSpeaker): string {
  const how = bases[basis];
  const parts = [name, ...(office === undefined ? [] : [office])].join(", ");
  return how === undefined ? parts : `${parts} (${how})`;
}

/** Whether the mark at an index opens a quotation. A straight one does before a word. */
function isOpening(words: string, index: number): boolean {
  if (words[index] !== '"') return words[index] === "“";
  return index === 0 || /[\s([“—–-]/u.test(words[index - 1]!);
}

/** Double marks within words become single; a mark whose partner was cut off gets it back. */
export function toInnerMarks(words: string): string {
  let open = 0;
  let unopened = 0;
  const inner = words.replace(/["“”]/g, (_mark, index: number) => {
    if (isOpening(words, index)) {
      open++;
      return "‘";
    }
    if (open > 0) open--;
    else unopened++;
    return "’";
  });
  return `${"‘".repeat(unopened)}${inner}${"’".repeat(open)}`;
}

function verbatimLine(data: QuotationData): Line {
  const { words, speakers, occasion, date, isDateFromElsewhere, language } = data;
  const who = speakers.map(speakerText).join("; ") || "a speaker who is not named";
  const day =
    date !== undefined && isDateFromElsewhere
      ? `${date} (day of the meeting not in the article)`
      : date;
  const when = [occasion, day].filter((part) => part !== undefined).map((part) => `, ${part}`);
  return {
    quoted: words,
    before: `${who}${when.join("")}; as quoted ${language === "en" ? "in English " : ""}by `,
    after: "",
  };
}

function reportedLine({ label, isNarration }: ToldClaim): Line {
  const what = isNarration ? "words of" : "a report by";
  return {
    before: `${label.replace(/\.$/, "")} (paraphrase of ${what} `,
    after: ", not a quotation)",
  };
}

function outletLine({ words, speakers, date }: QuotationData): Line {
  const names = [...new Set(speakers.map(({ name, basis }) => speakerText({ name, basis })))];
  const whose = names.length === 0 ? "" : `, telling claims of ${names.join("; ")}`;
  const day = date === undefined ? "" : `, ${date}`;
  return { quoted: toInnerMarks(words), before: "words of ", after: `${day}${whose}` };
}

function lineOf(data: QuotationData, told: ToldClaim | undefined): Line {
  if (data.verbatim) return verbatimLine(data);
  return told === undefined ? outletLine(data) : reportedLine(told);
}

/** Line breaks within quoted words become spaces. */
function toOneLine(text: string): string {
  return text.replace(/\s+/gu, " ");
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_~&[\]<>#|]/g, "\\$&");
}

/** At the start of a paragraph a number or a hyphen would begin a list. */
function escapeStart(line: string): string {
  return line.replace(/^(\d+)(?=[.)])/, "$1\\").replace(/^(?=[-+])/, "\\");
}

function toText({ quoted, before, after }: Line, { outlet, link }: QuotationData): string {
  const words = quoted === undefined ? "" : `“${quoted}” — `;
  return `${words}${before}${outlet}${after}${link === "" ? "" : `, ${link}`}`;
}

function toMarkdown({ quoted, before, after }: Line, { outlet, link }: QuotationData): string {
  const name = escapeMarkdown(outlet);
  const source = link === "" ? name : `[${name}](<${link}>)`;
  const line = `${escapeMarkdown(before)}${source}${escapeMarkdown(after)}`;
  return quoted === undefined ? escapeStart(line) : `> “${escapeMarkdown(quoted)}”\n>\n> — ${line}`;
}

function toHtml({ quoted, before, after }: Line, { outlet, url, link }: QuotationData): string {
  const name = escapeHtml(outlet);
  const source = link === "" ? name : `<a href="${escapeHtml(link)}">${name}</a>`;
  const line = `${escapeHtml(before)}${source}${escapeHtml(after)}`;
  if (quoted === undefined) return `<p>${line}</p>`;
  const cited = url === "" ? "" : ` cite="${escapeHtml(url)}"`;
  return (
    `<figure><blockquote${cited}><p>“${escapeHtml(quoted)}”</p></blockquote>` +
    `<figcaption>— ${line}</figcaption></figure>`
  );
}

/** The lines of a quotation; `told` is the claim, if it is one of a statement. */
export function toQuotationLines(data: QuotationData, told?: ToldClaim): QuotationLines {
  const { quoted, before, after } = lineOf(data, told);
  const line = {
    before: toOneLine(before),
    after: toOneLine(after),
    ...(quoted !== undefined && { quoted: toOneLine(quoted) }),
  };
  return {
    text: toText(line, data),
    markdown: toMarkdown(line, data),
    html: toHtml(line, data),
  };
}

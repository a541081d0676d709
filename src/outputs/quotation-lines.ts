/** Lines of a quotation to paste: plain text, Markdown and HTML. */
import type { SpeakerBasis } from "../generated/types.ts";

/** Somebody whose claim is quoted. */
export interface QuotedSpeaker {
  /** The name, such as `Sergey Lavrov`. */
  readonly name: string;
  /** The office on that day, such as `Minister of Foreign Affairs of Russia`. */
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
  /** Who does what, on which day, and which outlet reports it. */
  readonly credit: string;
  /** The occasion, such as `press conference`. */
  readonly occasion?: string;
  /** The day on which it was said, in words; for an outlet's own words, of their publication. */
  readonly date?: string;
  /** true: the day is known from another page only: the article does not give it. */
  readonly isDateFromElsewhere: boolean;
  /** The outlet. */
  readonly outlet: string;
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

function speakerText({ name, office, basis }: QuotedSpeaker): string {
  const how = bases[basis];
  const parts = [name, ...(office === undefined ? [] : [office])].join(", ");
  return how === undefined ? parts : `${parts} (${how})`;
}

/** Marks within quoted words become single; a mark whose partner was cut off gets it back. */
function toInnerMarks(words: string): string {
  const opening = /[“"](?=[\p{L}\p{N}[])/gu;
  const closing = /(?<=[\p{L}\p{N}.,!?…\]])[”"]/gu;
  const inner = words.replace(opening, "‘").replace(closing, "’");
  const firstOpen = inner.indexOf("‘");
  const firstClose = words.search(closing);
  const lastOpen = inner.lastIndexOf("‘");
  const lastClose = Math.max(...[...words.matchAll(closing)].map(({ index }) => index), -1);
  const start = firstClose !== -1 && (firstOpen === -1 || firstClose < firstOpen) ? "‘" : "";
  const end = lastOpen > lastClose ? "’" : "";
  return `${start}${inner}${end}`;
}

function verbatimLine(data: QuotationData): Line {
  const { words, speakers, occasion, date, isDateFromElsewhere } = data;
  const who = speakers.map(speakerText).join("; ");
  const day =
    date !== undefined && isDateFromElsewhere
      ? `${date} (day of the meeting not in the article)`
      : date;
  const when = [occasion, day].filter((part) => part !== undefined).map((part) => `, ${part}`);
  return {
    quoted: words,
    before: `${who}${when.join("")}; as quoted in English by `,
    after: "",
  };
}

function reportedLine({ credit, outlet }: QuotationData, label: string): Line {
  const isNarration = credit.startsWith(outlet);
  const what = isNarration ? "words" : "a report";
  return {
    before: `${label.replace(/\.$/, "")} (paraphrase of ${what} ${isNarration ? "of" : "by"} `,
    after: ", not a quotation)",
  };
}

function outletLine({ words, speakers, date }: QuotationData): Line {
  const names = [...new Set(speakers.map(({ name, basis }) => speakerText({ name, basis })))];
  const whose = names.length === 0 ? "" : `, telling claims of ${names.join("; ")}`;
  const day = date === undefined ? "" : `, ${date}`;
  return { quoted: toInnerMarks(words), before: "words of ", after: `${day}${whose}` };
}

function lineOf(data: QuotationData, label: string | undefined): Line {
  if (data.verbatim) return verbatimLine(data);
  return label === undefined ? outletLine(data) : reportedLine(data, label);
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, "\\$&");
}

function toText({ quoted, before, after }: Line, { outlet, link }: QuotationData): string {
  const words = quoted === undefined ? "" : `“${quoted}” — `;
  return `${words}${before}${outlet}${after}${link === "" ? "" : `, ${link}`}`;
}

function toMarkdown({ quoted, before, after }: Line, { outlet, link }: QuotationData): string {
  const source = `${escapeMarkdown(before)}[${escapeMarkdown(outlet)}](<${link}>)`;
  const line = `${source}${escapeMarkdown(after)}`;
  return quoted === undefined ? line : `> “${escapeMarkdown(quoted)}”\n>\n> — ${line}`;
}

function toHtml({ quoted, before, after }: Line, { outlet, url, link }: QuotationData): string {
  const source = `${escapeHtml(before)}<a href="${escapeHtml(link)}">${escapeHtml(outlet)}</a>`;
  const line = `${source}${escapeHtml(after)}`;
  if (quoted === undefined) return `<p>${line}</p>`;
  return (
    `<figure><blockquote cite="${escapeHtml(url)}"><p>“${escapeHtml(quoted)}”</p></blockquote>` +
    `<figcaption>— ${line}</figcaption></figure>`
  );
}

/** The lines of a quotation; `label` is that of the statement, if it is one. */
export function toQuotationLines(data: QuotationData, label: string | undefined): QuotationLines {
  const line = lineOf(data, label);
  return {
    text: toText(line, data),
    markdown: toMarkdown(line, data),
    html: toHtml(line, data),
  };
}

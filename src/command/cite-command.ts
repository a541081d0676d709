/** `baku-moscow cite`. */
import { description } from "../generated/release.ts";
import { collectionOf } from "../collections/all-collections.ts";
import { describeValue, InputError } from "../criteria/input-error.ts";
import type { Kind } from "../generated/types.ts";
import { cite, type Citation } from "../outputs/cite-record.ts";
import { citeSubset } from "../outputs/cite-subset.ts";
import type { QuotationLines } from "../outputs/quotation-lines.ts";
import { quotations } from "../outputs/quotations.ts";
import { verifyCitation } from "../outputs/verify-citation.ts";
import { didYouMean } from "../text/did-you-mean.ts";
import { exampleIds } from "../outputs/example-ids.ts";
import { NotFoundError, toJson, UsageError, type Call, type Command } from "./command.ts";
import { readTextFile } from "./read-file.ts";
import {
  checkFlags,
  criteriaHelp,
  findKind,
  readFlagCriteria,
  readRecord,
  wantsJson,
} from "./flags.ts";

const styles = ["apa", "bibtex", "ris", "csl"];
/** Styles for the words of a record, with the line of a quotation that each prints. */
const quotationStyles: ReadonlyMap<string, keyof QuotationLines> = new Map([
  ["quotation", "text"],
  ["quotation-markdown", "markdown"],
  ["quotation-html", "html"],
]);

/** What `cite KIND … --json` wrote; a text that is no JSON is a damaged citation. */
function readCitationFile(file: string): unknown {
  const text = readTextFile(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    const remedy = "--verify reads what cite KIND … --json wrote";
    throw new UsageError(`${describeValue(file)}: ${(error as Error).message}; ${remedy}`);
  }
}

async function verify(call: Call, file: string): Promise<string> {
  checkFlags(call, ["verify"]);
  const verification = await verifyCitation(readCitationFile(file));
  if (!verification.isReadable)
    throw new UsageError(`${describeValue(file)}: ${verification.message}`);
  if (!verification.ok) throw new NotFoundError(`${describeValue(file)}: ${verification.message}`);
  return wantsJson(call) ? toJson(verification) : verification.message;
}

function readStyle({ flags }: Call): string {
  const style = flags.get("style") ?? "apa";
  const all = [...styles, ...quotationStyles.keys()];
  if (all.includes(style)) return style;
  const suggestion = didYouMean(style, all);
  throw new UsageError(
    `no style ${describeValue(style)}${suggestion}; the styles are ${all.join(", ")}`,
  );
}

/**
 * JSON whose characters every shell keeps: some, such as Windows PowerShell, read what a program
 * prints in another encoding.
 */
function toAscii(json: string): string {
  return json.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A citation of what the criteria select; the message of the command does not name a function. */
async function citeSelection(kind: Kind, criteria: Record<string, unknown>): Promise<Citation> {
  try {
    return await citeSubset(collectionOf(kind), criteria);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new UsageError(error.message.replace(/^citeSubset: /, ""));
  }
}

/** The citation of what the word of a call names: a kind, a record, or nothing for the dataset. */
async function readCitation(call: Call): Promise<Citation> {
  const [word] = call.words;
  const kind = findKind(word);
  if (kind !== undefined) {
    const criteria = readFlagCriteria(call, kind, ["style"]);
    return citeSelection(kind, criteria);
  }
  checkFlags(call, ["style", "verify"]);
  return word === undefined ? cite() : cite(readRecord(call.words, "cite"));
}

function quote(call: Call, style: string, line: keyof QuotationLines): string {
  const [word] = call.words;
  if (word === undefined || findKind(word) !== undefined)
    throw new UsageError(`--style ${style} is for one record`);
  checkFlags(call, ["style"]);
  const found = quotations(readRecord(call.words, "cite"));
  if (wantsJson(call)) return toJson(found);
  return found.map((quotation) => quotation[line]).join("\n");
}

export const citeCommand: Command = {
  usage:
    `${description.name} cite [ID | KIND --FIELD VALUE …] [--style STYLE] | ` +
    "cite --verify FILE",
  does: "Cites the dataset, a record, or a subset that can be verified.",
  help: [
    "STYLE: apa (default), bibtex, ris, csl, quotation, quotation-markdown, quotation-html.",
    "quotation: the words of one record, whose they are, and a link that opens them; with --json",
    "as data.",
    "A subset with --json is a file that --verify reads: it selects the subset again and reports",
    "whether version, number and hash agree, and which records differ. FILE may be a pipe, which",
    "is read to its end.",
    criteriaHelp,
  ].join("\n"),
  example: () => `cite statements --topics ${exampleIds().topic} --json`,
  takes: {
    words: "kinds and ids",
    flags: { style: [...styles, ...quotationStyles.keys()], verify: [] },
    criteria: true,
  },
  async run(call) {
    const file = call.flags.get("verify");
    if (file !== undefined) return verify(call, file);
    const style = readStyle(call);
    if (call.words.length > 1) throw new UsageError("cite takes one id or one kind");
    const line = quotationStyles.get(style);
    if (line !== undefined) return quote(call, style, line);
    const citation = await readCitation(call);
    if (wantsJson(call)) return toAscii(toJson(citation));
    if (style === "csl") return toJson([citation.csl]);
    return citation[style as "apa" | "bibtex" | "ris"];
  },
};

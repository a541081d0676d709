/**
 * Whether every sentence of every seed is accounted for: by passages that curators chose, or as
 * boilerplate.
 */
import { didYouMean } from "../../src/text/did-you-mean.ts";
import type { Passage } from "../locate/find-quote.ts";
import type { SeedText } from "../locate/seed-text.ts";
import { problem, shorten, startOf, type Files, type Path, type Problem } from "../problem.ts";
import { readYaml, type YamlFile } from "../read/yaml.ts";
import { checkNotation } from "../validate/check-notation.ts";
import { segmentsNotation, segmentsShape } from "../validate/notation.ts";
import type { Proof } from "./support.ts";

/** How much of a seed the records account for. */
export interface Coverage {
  readonly source: string;
  /** Sentences that are not boilerplate. */
  readonly sentences: number;
  readonly coveredSentences: number;
  readonly boilerplate: number;
  /** Words outside boilerplate. */
  readonly words: number;
  readonly coveredWords: number;
}

type Segment = string | { readonly text: string; readonly boilerplate: string };

const wordForm = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;

/** Which code points of each seed are in a passage that a curator chose. */
type CoveredPoints = ReadonlyMap<string, Uint8Array>;

function markCovered(texts: ReadonlyMap<string, SeedText>, proofs: Iterable<Proof>): CoveredPoints {
  const covered = new Map([...texts].map(([id, text]) => [id, new Uint8Array(text.codePoints)]));
  for (const { chosen } of proofs)
    for (const { source, start, end } of chosen) covered.get(source)!.fill(1, start, end);
  return covered;
}

function toWords(segment: Segment): string {
  return typeof segment === "string" ? segment : segment.text;
}

/** Checks the segments of one seed against its text, in order. */
class SegmentReader {
  readonly #text: SeedText;
  readonly #covered: Uint8Array;
  readonly #report: (path: Path, message: string) => void;
  /**
   * Whether words without a passage are a problem: not while a record with a problem may cover
   * them.
   */
  readonly #reportsUncovered: boolean;
  #position = 0;
  #tally = { sentences: 0, coveredSentences: 0, boilerplate: 0, words: 0, coveredWords: 0 };

  constructor(
    text: SeedText,
    covered: Uint8Array,
    report: (path: Path, message: string) => void,
    reportsUncovered: boolean,
  ) {
    this.#text = text;
    this.#covered = covered;
    this.#report = report;
    this.#reportsUncovered = reportsUncovered;
  }

  read(segments: readonly Segment[]): Coverage {
    for (const [i, segment] of segments.entries()) {
      const start = this.#findNext(toWords(segment));
      if (start === undefined) {
        this.#reportGap(i, this.#describeGap(toWords(segment)));
        break;
      }
      this.#position = start + toWords(segment).length;
      if (typeof segment === "string") this.#readSentence(segment, start, i);
      else this.#tally.boilerplate++;
      const isLast = i === segments.length - 1;
      if (isLast && this.#rest() !== "") this.#reportGap(i, "segments hold every word, in order");
    }
    return { source: this.#text.id, ...this.#tally };
  }

  /** How a segment differs from the text that goes on. */
  #describeGap(words: string): string {
    const plain = (text: string) => text.replace(/\s+/g, " ").trim();
    return plain(this.#rest()).startsWith(plain(words))
      ? "not with the white space of these words; copy it from the text"
      : "not with these words; segments hold every word, in order";
  }

  /** The text after the segments that were read. */
  #rest(): string {
    return this.#text.text.slice(this.#position).trim();
  }

  #reportGap(i: number, remedy: string): void {
    const separator = remedy.startsWith("not") ? ", " : "; ";
    this.#report(
      ["segments", i],
      `the text goes on with "${shorten(this.#rest(), 60)}"${separator}${remedy}`,
    );
  }

  /** Where a segment starts; undefined when there are other words before it. */
  #findNext(words: string): number | undefined {
    const start = this.#text.text.indexOf(words, this.#position);
    const isNext = start !== -1 && this.#text.text.slice(this.#position, start).trim() === "";
    return isNext ? start : undefined;
  }

  #isCovered(from: number, to: number): boolean {
    const span = this.#text.span(from, to);
    return this.#covered.subarray(span.start, span.end).every((mark) => mark === 1);
  }

  #readSentence(sentence: string, start: number, i: number): void {
    const words = [...sentence.matchAll(wordForm)].map(({ 0: word, index }): SentenceWord => {
      const end = index + word.length;
      return { word, start: index, end, isBare: !this.#isCovered(start + index, start + end) };
    });
    this.#tally.words += words.length;
    this.#tally.coveredWords += words.filter(({ isBare }) => !isBare).length;
    this.#tally.sentences++;
    const bare = bareStretches(words).filter((stretch) => !isConnective(stretch));
    if (bare.length === 0) this.#tally.coveredSentences++;
    else if (this.#reportsUncovered)
      for (const stretch of bare)
        this.#report(
          ["segments", i],
          `no record quotes ${describeStretch(sentence, stretch, words)}; quote it in a record, ` +
            "or, if it says nothing, make it a segment of its own with boilerplate: why",
        );
  }
}

/** A word of a sentence. Offsets are UTF-16, into the sentence. */
interface SentenceWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** No passage holds it. */
  readonly isBare: boolean;
}

/** Words that tie a sentence to the others and say nothing themselves. */
const connectives = new RegExp(
  "^(?:in (?:addition|particular|turn)|at the same time|on the other hand|as well|also|and|but|" +
    "besides|furthermore|further|however|meanwhile|moreover|so|then|therefore|thus|while)$",
  "i",
);

/** Whether no passage need hold a stretch of words: only a connective is there. */
function isConnective(stretch: readonly SentenceWord[]): boolean {
  return connectives.test(stretch.map(({ word }) => word).join(" "));
}

/** Stretches of words that no passage holds, each as long as it is. */
function bareStretches(words: readonly SentenceWord[]): SentenceWord[][] {
  const stretches: SentenceWord[][] = [];
  words.forEach((word, i) => {
    if (!word.isBare) return;
    if (words[i - 1]?.isBare === true) stretches.at(-1)!.push(word);
    else stretches.push([word]);
  });
  return stretches;
}

/** How many words before and after a stretch tell where it is. */
const shownAround = 3;

/** A stretch of words, and the words around it. */
function describeStretch(
  sentence: string,
  stretch: readonly SentenceWord[],
  words: readonly SentenceWord[],
): string {
  const [first, last] = [words.indexOf(stretch[0]!), words.indexOf(stretch.at(-1)!)];
  const quoted = `"${shorten(sentence.slice(stretch[0]!.start, stretch.at(-1)!.end), 100)}"`;
  if (stretch.length === words.length) return quoted;
  const from = words[Math.max(0, first - shownAround)]!.start;
  const to = words[Math.min(words.length - 1, last + shownAround)]!.end;
  return `${quoted}, in "${shorten(sentence.slice(from, to), 140)}"`;
}

function readSegments(yaml: YamlFile, problems: Problem[]): readonly Segment[] | undefined {
  const notation = checkNotation(segmentsNotation, segmentsShape, yaml.value, yaml.spot, problems);
  return notation?.segments;
}

/** The source whose segments a file holds; undefined for other files. */
function sourceOfFile(file: string): string | undefined {
  return /^data\/segments\/([^/]+)\.yaml$/.exec(file)?.[1];
}

/**
 * Reads the segments of every seed and reports words that no passage holds. `proofs` must be those
 * of all records.
 */
export function measureCoverage(
  files: Files,
  texts: ReadonlyMap<string, SeedText>,
  proofs: Iterable<Proof>,
  accountWords: ReadonlyMap<string, Passage>,
  problems: Problem[],
): Coverage[] {
  const reportsUncovered = problems.length === 0;
  const covered = markCovered(texts, proofs);
  // whose account the article gives is told by its source
  for (const [id, { text, start, exact }] of accountWords) {
    const span = text.span(start, start + exact.length);
    covered.get(id)!.fill(1, span.start, span.end);
  }
  const found: Coverage[] = [];
  const seen = new Set<string>();
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const id = sourceOfFile(file);
    if (id === undefined) continue;
    seen.add(id);
    const text = texts.get(id);
    if (text === undefined) {
      const suggestion = didYouMean(id, texts.keys());
      const message = `no seed "${id}"${suggestion}; the file's name is the source's id`;
      problems.push(problem(startOf(file), [], message));
      continue;
    }
    const yaml = readYaml(file, bytes, problems);
    const segments = yaml && readSegments(yaml, problems);
    if (yaml === undefined || segments === undefined) continue;
    const report = (path: Path, message: string) =>
      problems.push(problem(yaml.spot(path), path, message));
    const reader = new SegmentReader(text, covered.get(id)!, report, reportsUncovered);
    found.push(reader.read(segments));
  }
  for (const id of texts.keys()) if (!seen.has(id)) problems.push(missingSegments(id));
  return found;
}

function missingSegments(id: string): Problem {
  const message =
    "is missing: every seed needs its reviewed sentences; npm run draft -- " +
    `${id} makes a first version`;
  return problem(startOf(`data/segments/${id}.yaml`), [], message);
}

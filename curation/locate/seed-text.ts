/** The pinned texts: finding words in them, exactly and in code points over the untouched bytes. */

/** Half-open, in Unicode code points. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words before and after a stretch. */
interface Context {
  readonly prefix: string;
  readonly suffix: string;
}

/** The context on either side of a passage is at most this long, in code points. */
const contextLength = 32;

const endsWithLetter = /[\p{L}\p{N}]$/u;
const startsWithLetter = /^[\p{L}\p{N}]/u;

/** Whether a stretch starts and ends at the edge of a word. Offsets are UTF-16. */
function isWholeWords(text: string, start: number, end: number): boolean {
  const stretch = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  const cutsStart = endsWithLetter.test(before) && startsWithLetter.test(stretch);
  const cutsEnd = endsWithLetter.test(stretch) && startsWithLetter.test(after);
  return !cutsStart && !cutsEnd;
}

/** UTF-16 offsets at which `words` occur as whole words. */
export function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    if (isWholeWords(text, at, at + words.length)) found.push(at);
  return found;
}

/** The last code points of a text, without a word that would be cut. */
function endOf(points: readonly string[]): string {
  const end = points.slice(-contextLength).join("");
  const cutsWord = points.length > contextLength && !/\s/.test(points.at(-contextLength - 1)!);
  return cutsWord ? end.replace(/^\S+/, "") : end;
}

/** The first code points of a text, without a word that would be cut. */
function startOf(points: readonly string[]): string {
  const start = points.slice(0, contextLength).join("");
  const cutsWord = points.length > contextLength && !/\s/.test(points[contextLength]!);
  return cutsWord ? start.replace(/\S+$/, "") : start;
}

/** The text of a seed. */
export class SeedText {
  readonly id: string;
  readonly text: string;
  readonly codePoints: number;
  /** For each UTF-16 offset, how many code points are before it. */
  readonly #codePointOffsets: Uint32Array;

  constructor(id: string, text: string) {
    this.id = id;
    this.text = text;
    this.#codePointOffsets = new Uint32Array(text.length + 1);
    let count = 0;
    let offset = 0;
    for (const point of text) {
      this.#codePointOffsets.fill(count++, offset, offset + point.length);
      offset += point.length;
    }
    this.#codePointOffsets[text.length] = count;
    this.codePoints = count;
  }

  /** A stretch given in UTF-16 offsets, in code points. */
  span(start: number, end: number): Span {
    return { start: this.#codePointOffsets[start]!, end: this.#codePointOffsets[end]! };
  }

  /**
   * Whole words on either side of a stretch: in the same paragraph, or in those around it when the
   * paragraph does not tell the stretch from another. Offsets are UTF-16.
   */
  context(start: number, end: number): Context {
    const paragraphStart = this.text.lastIndexOf("\n", start - 1) + 1;
    const nextLine = this.text.indexOf("\n", end);
    const paragraphEnd = nextLine === -1 ? this.text.length : nextLine;
    const inParagraph = this.#contextWithin(start, end, paragraphStart, paragraphEnd);
    const { prefix, suffix } = inParagraph;
    const withContext = `${prefix}${this.text.slice(start, end)}${suffix}`;
    const isUnique = this.text.indexOf(withContext) === this.text.lastIndexOf(withContext);
    return isUnique ? inParagraph : this.#contextWithin(start, end, 0, this.text.length);
  }

  #contextWithin(start: number, end: number, from: number, to: number): Context {
    return {
      prefix: start === 0 ? "" : endOf([...this.text.slice(from, start)]).trimStart(),
      suffix: startOf([...this.text.slice(end, to)]).trimEnd(),
    };
  }
}

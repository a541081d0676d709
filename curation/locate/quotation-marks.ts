/** Which words of a text stand between quotation marks. */

/** Words between two marks, without the marks. Offsets are UTF-16. */
export interface MarkedStretch {
  readonly start: number;
  readonly end: number;
  /**
   * The number of its quotation in the text, from 1. A quotation that words such as "he noted"
   * interrupt has several stretches: those of one paragraph.
   */
  readonly quotation: number;
}

/** Two curly marks, or two straight ones. */
const betweenMarks = /“([^“”]*)”|"([^"]*)"/g;

/**
 * Whether each mark of a paragraph has its partner. Where one has none, nobody can tell from the
 * marks what is quoted.
 */
function isBalanced(paragraph: string): boolean {
  const count = (mark: string) => paragraph.split(mark).length - 1;
  return count("“") === count("”") && count('"') % 2 === 0;
}

/**
 * The stretches of a text that stand between quotation marks, in order. A paragraph in which a mark
 * has no partner has none.
 */
export function markedStretches(text: string): MarkedStretch[] {
  const stretches: MarkedStretch[] = [];
  let quotation = 0;
  let offset = 0;
  for (const paragraph of text.split("\n")) {
    const found = isBalanced(paragraph) ? [...paragraph.matchAll(betweenMarks)] : [];
    if (found.length > 0) quotation++;
    for (const { index, 0: marked } of found) {
      const start = offset + index;
      stretches.push({ start: start + 1, end: start + marked.length - 1, quotation });
    }
    offset += paragraph.length + 1;
  }
  return stretches;
}

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

/** Curly marks, or two straight marks in one paragraph. */
const betweenMarks = /“([^”]*)”|"([^"\n]*)"/g;

/** The stretches of a text that stand between quotation marks, in order. */
export function markedStretches(text: string): MarkedStretch[] {
  const stretches: MarkedStretch[] = [];
  let quotation = 0;
  let lastEnd = 0;
  for (const { index, 0: found } of text.matchAll(betweenMarks)) {
    const isNewParagraph = quotation === 0 || text.slice(lastEnd, index).includes("\n");
    if (isNewParagraph) quotation++;
    lastEnd = index + found.length;
    stretches.push({ start: index + 1, end: lastEnd - 1, quotation });
  }
  return stretches;
}

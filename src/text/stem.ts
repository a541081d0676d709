/** Light English stemming: what the forms of a word share, so that "signed" finds "signing". */

const vowel = /[aeiouy]/;

/** Endings that forms of a word add, longest first, with what is left in their place. */
const endings: readonly (readonly [ending: string, left: string])[] = [
  ["izations", "iz"],
  ["isations", "iz"],
  ["ization", "iz"],
  ["isation", "iz"],
  ["ations", ""],
  ["ation", ""],
  ["ising", "iz"],
  ["izing", "iz"],
  ["ised", "iz"],
  ["ized", "iz"],
  ["ises", "iz"],
  ["izes", "iz"],
  ["ise", "iz"],
  ["ize", "iz"],
  ["ating", ""],
  ["ated", ""],
  ["ates", ""],
  ["ate", ""],
  ["iness", "y"],
  ["ness", ""],
  ["ments", ""],
  ["ment", ""],
  ["ions", ""],
  ["ion", ""],
  ["ings", ""],
  ["ing", ""],
  ["ied", "y"],
  ["ies", "y"],
  ["eed", "ee"],
  ["ed", ""],
  ["ally", ""],
  ["ily", "y"],
  ["ly", ""],
  ["sses", "ss"],
  ["ches", "ch"],
  ["shes", "sh"],
  ["xes", "x"],
  ["es", "e"],
  ["s", ""],
];

/** So many letters of a word are left at least. */
const shortestStem = 4;
/** After an ending that is only one of grammar, so many. */
const shortestPlain = 3;
const plainEndings: ReadonlySet<string> = new Set(["s", "es", "ed", "ing", "ies", "ied"]);

function withoutEnding(word: string): string {
  for (const [ending, left] of endings) {
    if (!word.endsWith(ending)) continue;
    const start = word.slice(0, -ending.length);
    const shortest = plainEndings.has(ending) ? shortestPlain : shortestStem;
    const isEnding = start.length >= shortest && vowel.test(start);
    // "press" and "status" are no plurals
    const isPlural = ending !== "s" || !/[su]$/.test(start);
    if (isEnding && isPlural) return start + left;
  }
  return word;
}

/**
 * The stem of a folded word. It joins the forms of a word, and British with American spelling; it
 * is no word itself.
 */
export function stemOf(word: string): string {
  if (word.length <= shortestPlain || !/^[a-z]+$/.test(word)) return word;
  const singular = withoutEnding(word);
  // "crossings" has two endings
  const base = singular === word ? word : withoutEnding(singular);
  return base
    .replace(/our(?=$|ly|hood|able)/, "or")
    .replace(/([bdfgklmnprt])\1$/, "$1")
    .replace(/(?<=.{3})e$/, "")
    .replace(/(?<=..)i$/, "y");
}

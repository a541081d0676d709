/**
 * Words that take a side. The dataset's own words hold them only where they are credited to whoever
 * uses them.
 */

/** A word, as the beginning that all its forms share, and why it takes a side. */
export interface LoadedWord {
  readonly form: RegExp;
  readonly why: string;
}

function word(beginning: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${beginning})[\\p{L}]*`, "iu");
}

const judgement = "it judges an act by a law that the other side reads differently";

/** The list. docs/curating.md shows it. */
export const loadedWords: readonly LoadedWord[] = [
  { form: word("illegal|unlawful|violat"), why: judgement },
  {
    form: word("liberat|occupi|occupation"),
    why: "whose land it is, is what the conflict is about",
  },
  { form: word("separatis|terroris|regime"), why: "it denies one side its standing" },
  { form: word("aggress|provok|provocat"), why: "it says who began" },
  {
    form: word("blockad|blocking|blocks"),
    why: "whether the road was closed, and by whom, is disputed",
  },
  { form: word("peaceful"), why: "what the protest near the road was, is disputed" },
  { form: word("refus"), why: "the other side says that it asked to postpone" },
  { form: word("challeng"), why: "it judges the position of the other side" },
  {
    form: word("alleg(?:ed|ation)|unfounded|untrue|refut|so-called"),
    why: "it says that a claim is false",
  },
  { form: word("patriotic"), why: "it is the name that one side gives to the war" },
];

/** Who is credited comes first: "According to the Azerbaijani side, …" covers the whole text. */
const creditedWhole = /^According to [^,]+, /;
/** "…, which the Azerbaijani side calls illegal": the words after "calls". */
const creditedWords =
  /\b(?:that|which|what|whom) [^,.;]*? (?:calls?|describes? as) (?:[\p{L}-]+(?: and)? ?){1,3}/gu;

/** The first loaded word that a text does not credit to anybody. */
export function findLoadedWord(text: string): { words: string; why: string } | undefined {
  if (creditedWhole.test(text)) return undefined;
  const own = text.replace(creditedWords, "");
  for (const { form, why } of loadedWords) {
    const found = form.exec(own);
    if (found) return { words: found[0], why };
  }
  return undefined;
}

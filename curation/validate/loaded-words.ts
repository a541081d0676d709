/**
 * Words that take a side. The dataset's own words hold them only where they are credited to whoever
 * uses them.
 */

/** Words that take a side, by the beginnings that their forms share. */
export interface LoadedWords {
  readonly beginnings: readonly string[];
  /** Why they take a side. */
  readonly why: string;
}

/** The list; the codebook shows it. */
export const loadedWords: readonly LoadedWords[] = [
  {
    beginnings: ["illegal", "unlawful", "violat"],
    why: "they judge an act by a law that the other side reads differently",
  },
  {
    beginnings: ["liberat", "occupied", "occupier", "occupation"],
    why: "whose land it is, is what the conflict is about",
  },
  {
    beginnings: ["separatis", "terroris", "regime"],
    why: "they deny one side its standing",
  },
  { beginnings: ["aggress", "provok", "provocat"], why: "they say who began" },
  {
    beginnings: ["blockad", "blocking"],
    why: "whether the road was closed, and by whom, is disputed",
  },
  { beginnings: ["peaceful protest"], why: "what the protest near the road was, is disputed" },
  { beginnings: ["refus"], why: "the other side says that it asked to postpone" },
  {
    beginnings: ["alleged", "allegation", "unfounded", "untrue", "refut", "so-called"],
    why: "they say that a claim is false",
  },
  { beginnings: ["patriotic"], why: "it is the name that one side gives to the war" },
];

const forms = loadedWords.map(({ beginnings, why }) => ({
  form: new RegExp(`(?<![\\p{L}\\p{N}])(?:${beginnings.join("|")})[\\p{L}]*`, "iu"),
  why,
}));

/** Who is credited comes first: "According to the Azerbaijani side, …" covers its sentence. */
const creditedSentence = /(?:^|(?<=[.!?] ))According to [^,.]+, [^.!?]*(?:[.!?](?!\s)[^.!?]*)*/gu;
/** "…, which the Azerbaijani side calls illegal": the words after "calls". */
const creditedWords =
  /\b(?:that|which|what|whom) [^,.;]*? (?:calls?|describes? as) (?:[\p{L}\p{N}'’-]+(?: and)? ?){1,3}/gu;

/** The first loaded word that a text does not credit to anybody. */
export function findLoadedWord(text: string): { words: string; why: string } | undefined {
  const own = text.replace(creditedSentence, "").replace(creditedWords, "");
  for (const { form, why } of forms) {
    const found = form.exec(own);
    if (found) return { words: found[0], why };
  }
  return undefined;
}

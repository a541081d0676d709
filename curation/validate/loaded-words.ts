/**
 * data/loaded-words.yaml: words that take a side. The dataset's own words hold them only where they
 * are credited to whoever uses them. Which words these are depends on what the dataset is about.
 */
import { z } from "zod";
import { describeShape } from "../../src/schema/describe.ts";
import { words } from "../../src/schema/field.ts";

/** Words that take a side, by the beginnings that their forms share. */
export interface LoadedWords {
  readonly beginnings: readonly string[];
  /** Why they take a side. */
  readonly why: string;
}

const beginning = words.regex(
  /^[\p{L} '’-]+$/u,
  "expects the beginning of a word: letters, without a star or a stop",
);

export const loadedWordsFile = "data/loaded-words.yaml";
export const loadedWordsNotation: z.ZodType<readonly LoadedWords[]> = z.array(
  z
    .strictObject({
      beginnings: z.array(beginning).min(1).meta({ description: "The beginnings of the words." }),
      why: words.meta({ description: "Why they take a side." }),
    })
    .meta({ description: "Words that take a side." }),
);
export const loadedWordsShape = describeShape(loadedWordsNotation);

/** Who is credited comes first: "According to the harbour office, …" covers its sentence. */
const creditedSentence = /(?:^|(?<=[.!?] ))According to [^,.]+, [^.!?]*(?:[.!?](?!\s)[^.!?]*)*/gu;
/** "…, which the harbour office calls illegal": the words after "calls". */
const creditedWords =
  /\b(?:that|which|what|whom) [^,.;]*? (?:calls?|describes? as) (?:[\p{L}\p{N}'’-]+(?: and)? ?){1,3}/gu;

/** A loaded word of a text, and why it takes a side. */
export interface LoadedWord {
  readonly words: string;
  readonly why: string;
}

/** Finds the first loaded word that a text does not credit to anybody. */
export type FindLoadedWord = (text: string) => LoadedWord | undefined;

/** A search for the words of a list. */
export function loadedWordFinder(list: readonly LoadedWords[]): FindLoadedWord {
  const forms = list.map(({ beginnings, why }) => ({
    form: new RegExp(`(?<![\\p{L}\\p{N}])(?:${beginnings.join("|")})[\\p{L}]*`, "iu"),
    why,
  }));
  return (text) => {
    const own = text.replace(creditedSentence, "").replace(creditedWords, "");
    for (const { form, why } of forms) {
      const found = form.exec(own);
      if (found) return { words: found[0], why };
    }
    return undefined;
  };
}

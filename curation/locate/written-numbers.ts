/** Numbers as English prose writes them: "135", "1,200", "two-day", "first", "two hundred". */

const ones = [
  ["zero"],
  ["one", "first", "once"],
  ["two", "second", "twice", "both"],
  ["three", "third"],
  ["four", "fourth"],
  ["five", "fifth"],
  ["six", "sixth"],
  ["seven", "seventh"],
  ["eight", "eighth"],
  ["nine", "ninth"],
  ["ten", "tenth"],
  ["eleven", "eleventh"],
  ["twelve", "twelfth"],
  ["thirteen", "thirteenth"],
  ["fourteen", "fourteenth"],
  ["fifteen", "fifteenth"],
  ["sixteen", "sixteenth"],
  ["seventeen", "seventeenth"],
  ["eighteen", "eighteenth"],
  ["nineteen", "nineteenth"],
];
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const smallNumbers = new Map<string, number>([
  ...ones.flatMap((words, value) => words.map((word) => [word, value] as const)),
  ...tens.flatMap((word, i) => [
    [word, 10 * (i + 2)] as const,
    [word.replace(/y$/, "ieth"), 10 * (i + 2)] as const,
  ]),
]);

/** What a number before them is multiplied by. */
const scales = new Map([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["mln", 1e6],
  ["billion", 1e9],
  ["bn", 1e9],
  ["trillion", 1e12],
]);

/** Digits with commas at thousands and a decimal point, in one word. */
const digitForm = /^\d+(?:,\d{3})*(?:\.\d+)?/;

/**
 * Words that are no numbers where they stand: "a second", "no one". Before a noun "a second" is a
 * number: "a second boat".
 */
const otherMeaning = new RegExp(
  "\\b(?:a|an|per|every|each) seconds?\\b(?! (?!ago|later|before|after|of)[a-z])|" +
    "\\b(?:no|some|any|every) ?one\\b",
  "g",
);

/** The value of a word that begins a number; undefined for any other word. */
function valueOf(word: string): number | undefined {
  if (!/^\d/.test(word)) return smallNumbers.get(word);
  const digits = digitForm.exec(word)?.[0] ?? "";
  const rest = word.slice(digits.length);
  // "10,5" and "1.200.000" are written in another way than English
  return /^[,.]\d/.test(rest) ? undefined : Number(digits.replace(/,/g, ""));
}

/** Reads number words one after another. */
class NumberReader {
  #total = 0;
  #group: number | undefined;

  /** Takes a word; false when it does not continue the number. */
  take(word: string): boolean {
    const scale = scales.get(word);
    if (scale !== undefined) return this.#multiply(scale);
    const value = valueOf(word);
    if (value === undefined) return word === "and" && this.#group !== undefined;
    this.#group = (this.#group ?? 0) + value;
    return true;
  }

  #multiply(scale: number): boolean {
    if (this.#group === undefined) return false;
    const product = this.#group * scale;
    if (scale > 100) {
      this.#total += product;
      this.#group = 0;
    } else this.#group = product;
    return true;
  }

  get value(): number | undefined {
    if (this.#group === undefined) return undefined;
    // 4.1 million is 4100000, and not 4099999.9999999995
    return Number((this.#total + this.#group).toPrecision(15));
  }
}

/** The first number that words give; undefined when they give none ("dozens", "several"). */
export function numberInWords(text: string): number | undefined {
  const words = text
    .toLowerCase()
    .replace(otherMeaning, " ")
    .replace(/(\d)(bn|mln)\b/g, "$1 $2")
    .split(/[^a-z\d.,]+/);
  const start = words.findIndex((word) => valueOf(word) !== undefined);
  if (start === -1 || /\b(?:half|quarter)\b/.test(text)) return undefined;
  const reader = new NumberReader();
  for (const word of words.slice(start)) if (!reader.take(word.replace(/[.,]+$/, ""))) break;
  return reader.value;
}

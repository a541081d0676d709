/** Numbers as English prose writes them: "135", "1,200", "two-day", "first", "forty-four". */

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

const wordValues = new Map<string, number>([
  ...ones.flatMap((words, value) => words.map((word) => [word, value] as const)),
  ...tens.flatMap((word, i) => [
    [word, 10 * (i + 2)] as const,
    [word.replace(/y$/, "ieth"), 10 * (i + 2)] as const,
  ]),
]);

/** The value of words for a number below a hundred: "forty", "four". */
function valueOfWords(words: readonly string[]): number | undefined {
  const start = words.findIndex((word) => wordValues.has(word));
  if (start === -1) return undefined;
  const value = wordValues.get(words[start]!)!;
  const next = wordValues.get(words[start + 1] ?? "");
  const isCompound = value >= 20 && next !== undefined && next > 0 && next < 10;
  return isCompound ? value + next : value;
}

const scales = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
]);

/** The number that words give; undefined when they give none ("dozens", "several"). */
export function numberInWords(text: string): number | undefined {
  const words = text.toLowerCase().split(/[^a-z]+/);
  const digits = /\d[\d,.]*/.exec(text)?.[0].replace(/[,.]$/, "");
  const number =
    digits === undefined ? valueOfWords(words) : Number(digits.replace(/,(?=\d{3})/g, ""));
  const scale = words.map((word) => scales.get(word)).find((value) => value !== undefined);
  return number === undefined ? undefined : number * (scale ?? 1);
}

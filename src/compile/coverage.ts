/** Whether every sentence of every seed is accounted for: by passages that curators chose, or as boilerplate with a reason. */
import { didYouMean } from "../nearest.ts";
import { segmentsNotation } from "../schema/notation.ts";
import type { Proof } from "./evidence.ts";
import { problem, shorten, startOf, type Files, type Problem } from "./problem.ts";
import { check } from "./shape.ts";
import type { SeedText } from "./text.ts";
import { readYaml } from "./yaml.ts";

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

const word = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;

/** Reads the segments of every seed, and marks what no passage covers. `proofs` must hold every record's. */
export function cover(files: Files, texts: ReadonlyMap<string, SeedText>, proofs: Iterable<Proof>, problems: Problem[]): Coverage[] {
  const sound = problems.length === 0; // a record with a problem may be what covers a sentence
  const covered = new Map([...texts].map(([id, text]) => [id, new Uint8Array(text.codePoints)]));
  for (const proof of proofs) for (const { source, start, end } of proof.chosen) covered.get(source)!.fill(1, start, end);

  const found: Coverage[] = [];
  const seen = new Set<string>();
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const id = /^data\/segments\/([^/]+)\.yaml$/.exec(file)?.[1];
    if (id === undefined) continue;
    seen.add(id);
    const text = texts.get(id);
    if (!text) {
      problems.push(problem(startOf(file), [], `no seed "${id}"${didYouMean(id, texts.keys())}; the file's name is the source's id`));
      continue;
    }
    const yaml = readYaml(file, bytes, problems);
    const notation =
      yaml &&
      (check(segmentsNotation, yaml.value, yaml.spot, problems) as
        { segments: (string | { text: string; boilerplate: string })[] } | undefined);
    if (!notation) continue;
    const tally = { sentences: 0, coveredSentences: 0, boilerplate: 0, words: 0, coveredWords: 0 };
    let at = 0;
    for (const [i, segment] of notation.segments.entries()) {
      const words = typeof segment === "string" ? segment : segment.text;
      const start = text.text.indexOf(words, at);
      const between = text.text.slice(at, start === -1 ? undefined : start);
      if (start === -1 || between.trim() !== "") {
        const rest = text.text.slice(at).trimStart();
        problems.push(
          problem(
            yaml.spot(["segments", i]),
            ["segments", i],
            `the text goes on with "${shorten(rest, 60)}", not with these words; segments hold every word, in order`,
          ),
        );
        break;
      }
      at = start + words.length;
      if (typeof segment !== "string") {
        tally.boilerplate++;
        continue;
      }
      const bare: string[] = [];
      for (const match of words.matchAll(word)) {
        const span = text.span(start + match.index, start + match.index + match[0].length);
        const whole = covered.get(id)!.subarray(span.start, span.end).every(Boolean);
        tally.words++;
        if (whole) tally.coveredWords++;
        else bare.push(match[0]);
      }
      tally.sentences++;
      if (bare.length === 0) tally.coveredSentences++;
      else if (sound)
        problems.push(
          problem(
            yaml.spot(["segments", i]),
            ["segments", i],
            `no passage holds the ${bare.length === 1 ? "word" : "words"} "${shorten(bare.join(" "), 100)}"; record what they say, or mark them as boilerplate`,
          ),
        );
      if (i === notation.segments.length - 1 && text.text.slice(at).trim() !== "")
        problems.push(
          problem(
            yaml.spot(["segments", i]),
            ["segments", i],
            `the text goes on with "${shorten(text.text.slice(at).trim(), 60)}"; segments hold every word, in order`,
          ),
        );
    }
    found.push({ source: id, ...tally });
  }
  for (const id of texts.keys())
    if (!seen.has(id))
      problems.push(
        problem(
          startOf(`data/segments/${id}.yaml`),
          [],
          `is missing: every seed has its reviewed sentences; npm run draft -- ${id} makes a first version`,
        ),
      );
  return found;
}

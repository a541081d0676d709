/** How much of an article its records hold (readings/reconstruction). */
import { existsSync, readFileSync } from "node:fs";
import { sources } from "baku-moscow";
import { shareOf } from "./statistics.ts";

/** What the second reader handed in. */
interface Compared {
  readonly article: readonly {
    readonly units: readonly { readonly unit: string; readonly held: "yes" | "no" }[];
  }[];
  readonly rebuilt: readonly { readonly in: "yes" | "no"; readonly why?: string }[];
}

interface Counts {
  readonly source: string;
  readonly units: number;
  readonly held: number;
  readonly sentences: number;
  readonly inArticle: number;
}

function countsOf(source: string): Counts {
  const text = readFileSync(`readings/reconstruction/${source}.json`, "utf8");
  const { article, rebuilt } = JSON.parse(text) as Compared;
  const units = article.flatMap((sentence) => sentence.units);
  return {
    source,
    units: units.length,
    held: units.filter(({ held }) => held === "yes").length,
    sentences: rebuilt.length,
    inArticle: rebuilt.filter((sentence) => sentence.in === "yes").length,
  };
}

function sumOf(counts: readonly Counts[]): Counts {
  const sum = (key: Exclude<keyof Counts, "source">) =>
    counts.reduce((total, one) => total + one[key], 0);
  return {
    source: "all",
    units: sum("units"),
    held: sum("held"),
    sentences: sum("sentences"),
    inArticle: sum("inArticle"),
  };
}

/** Recall: units of the articles that the records hold. Precision: sentences that are there. */
export function reconstructionFigures() {
  const rebuilt = sources
    .where({ role: "seed" })
    .filter(({ id }) => existsSync(`readings/reconstruction/${id}.json`));
  const counts = rebuilt.map(({ id }) => countsOf(id));
  return [sumOf(counts), ...counts].map((one) => ({
    ...one,
    recall: shareOf(one.held, one.units),
    precision: shareOf(one.inArticle, one.sentences),
  }));
}

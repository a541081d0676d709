/**
 * `npm run bench:million [-- NUMBER]`: loads a million records, queries them and releases them. It
 * fails if an answer differs from that of a plain filter, or if the memory is not released.
 */
import { toCollections } from "baku-moscow/own";
import { search } from "baku-moscow/search";
import { generateCorpus, type Corpus } from "./corpus.ts";
import { usedBytes } from "./memory.ts";
import { generateQueries } from "./queries.ts";

const size = Number(process.argv[2] ?? 1e6);

function usedMiB(): number {
  return usedBytes() / 2 ** 20;
}

function timed<Result>(what: string, run: () => Result): Result {
  const start = performance.now();
  const result = run();
  console.log(`${what}: ${(performance.now() - start).toFixed(1)} ms`);
  return result;
}

function printMemory(when: string): number {
  const used = usedMiB();
  console.log(`${used.toFixed(0)} MiB ${when}`);
  return used;
}

function loadAndQuery(corpus: Corpus): void {
  const { statements } = timed("load: copy, sort, freeze", () => toCollections(corpus.data));
  printMemory("with the copies");
  const queries = generateQueries(corpus, 10);
  for (const { speaker, topic } of queries.W2) {
    const found = statements.where({ speakers: speaker, topics: topic }).map(({ id }) => id);
    const expected = corpus.data.statements
      .filter((s) => s.speakers.some((x) => x.actor === speaker) && s.topics.includes(topic))
      .map(({ id }) => id);
    if (found.join() !== expected.join())
      throw new Error(`${speaker} on ${topic}: found ${found.length}, not ${expected.length}`);
  }
  timed("a speaker and a topic, ten times", () => {
    for (const { speaker, topic } of queries.W2)
      statements.where({ speakers: speaker, topics: topic });
  });
  timed("a country and a month, ten times, including the index", () => {
    for (const { country, month } of queries.W3a) statements.where({ country, date: month });
  });
  timed("the newest 20 of a topic, ten times", () => {
    for (const { topic } of queries.W9)
      statements.where({ topics: topic }, { order: "newest", limit: 20 });
  });
  timed("the index of the text", () => search("nothing", { in: statements }));
  timed("two words, ten times", () => {
    for (const { words } of queries.W7) search(words.join(" "), { in: statements, limit: 10 });
  });
  printMemory("with the copies and the indexes");
}

const corpus = timed(`${size.toLocaleString("en")} records generated`, () => generateCorpus(size));
const before = printMemory("before");
loadAndQuery(corpus);
const after = printMemory("after");
if (corpus.data.statements.length !== size) throw new Error("the corpus is gone");
if (after > before * 1.05 + 20) {
  console.error(`${(after - before).toFixed(0)} MiB were not released`);
  process.exitCode = 1;
}

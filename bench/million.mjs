/**
 * `node --expose-gc --max-old-space-size=6000 million.mjs [number]`: a million records are loaded, asked and let go again. It
 * fails when an answer differs from a plain filter's, or when the memory does not come back.
 */
import { toCollections } from "baku-moscow";
import { search } from "baku-moscow/search";
import { generate, questions } from "./generate.mjs";

const size = Number(process.argv[2] ?? 1e6);
const used = () => {
  for (let i = 0; i < 5; i++) globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};
const timed = (what, run) => {
  const begun = performance.now();
  const result = run();
  console.log(`${what}: ${(performance.now() - begun).toFixed(1)} ms`);
  return result;
};

let corpus = timed(`${size.toLocaleString("en")} records made up`, () => generate(size));
const before = used();
console.log(`${before.toFixed(0)} MiB`);
(() => {
  const { statement } = timed("loaded: copied, put in order, frozen", () => toCollections(corpus.data));
  console.log(`${used().toFixed(0)} MiB with the copies`);
  const asked = questions(corpus, 10);
  for (const { speaker, topic } of asked.W2) {
    const found = statement.where({ speakers: speaker, topics: topic }).map((s) => s.id);
    const plain = corpus.data.statements.filter((s) => s.speakers.some((x) => x.actor === speaker) && s.topics.includes(topic)).map((s) => s.id);
    if (found.join() !== plain.join()) throw new Error(`${speaker} on ${topic}: ${found.length} records, a plain filter finds ${plain.length}`);
  }
  timed("a speaker and a topic, ten times", () => asked.W2.forEach(({ speaker, topic }) => statement.where({ speakers: speaker, topics: topic })));
  timed("a country and a month, ten times, the index included", () =>
    asked.W3a.forEach(({ country, month }) => statement.where({ country, date: month })),
  );
  timed("the newest 20 of a topic, ten times", () => asked.W9.forEach(({ topic }) => statement.where({ topics: topic }, { order: "newest", limit: 20 })));
  timed("the text indexed", () => search("nothing", { in: statement }));
  timed("two words, ten times", () => asked.W7.forEach(({ words }) => search(words.join(" "), { in: statement, limit: 10 })));
  console.log(`${used().toFixed(0)} MiB with the copies and the indexes`);
})();
const after = used();
console.log(`${after.toFixed(0)} MiB when they are let go`);
if (corpus.data.statements.length !== size) throw new Error("the corpus is gone");
corpus = undefined;
if (after > before * 1.05 + 20) {
  console.error(`${(after - before).toFixed(0)} MiB did not come back`);
  process.exitCode = 1;
}

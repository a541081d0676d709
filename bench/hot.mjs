import { performance } from "node:perf_hooks";
import { generate, questions } from "./generate.mjs";
const ours = await import("./rivals/baku-moscow.mjs");
const size = +process.argv[2], w = process.argv[3];
const corpus = generate(size); const asked = questions(corpus, 40)[w];
const o = ours.open(corpus)[w];
for (let i = 0; i < 50; i++) for (const p of asked) o(p);
let t = performance.now(), n = 0; while (performance.now() - t < 3000) { for (let i = 0; i < 50; i++) for (const p of asked) o(p); n += 50 * asked.length; }
console.log(w, size, ((performance.now() - t) * 1000 / n).toFixed(3), "us");

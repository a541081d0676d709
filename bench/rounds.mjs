import { performance } from "node:perf_hooks";
import { generate, questions } from "./generate.mjs";
const ours = await import("./rivals/baku-moscow.mjs");
const size = +process.argv[2];
const corpus = generate(size); const all = questions(corpus, 40); const o = ours.open(corpus);
for (const w of process.argv[3].split(",")) { const asked = all[w];
for (let i = 0; i < 20; i++) for (const p of asked) o[w](p);
const r = []; for (let k = 0; k < 40; k++) { const t = performance.now(); for (let j = 0; j < 20; j++) for (const p of asked) o[w](p); r.push(((performance.now() - t) * 1000 / 800).toFixed(2)); }
console.log(w, r.join(" ")); }

import { performance } from "node:perf_hooks";
import { generate, questions } from "./generate.mjs";
const ours = await import("./rivals/baku-moscow.mjs");
const lok = await import("./rivals/lokijs.mjs");
const W = (process.env.W ?? "W2,W3,W4,W6,W9").split(",");
for (const size of (process.env.S ?? "1000,100000").split(",").map(Number)) {
  const corpus = generate(size); const asked = questions(corpus, 40);
  const o = ours.open(corpus), l = process.env.LOKI ? lok.open(corpus) : undefined;
  const out = [];
  for (const w of W) {
    for (let i = 0; i < 20; i++) for (const p of asked[w]) o[w](p);
    const time = (f, n) => { const r = []; for (let k = 0; k < 25; k++) { const t = performance.now(); for (let j = 0; j < n; j++) for (const p of asked[w]) f(p); r.push((performance.now() - t) * 1000 / n / asked[w].length); } return r.sort((a, b) => a - b)[12]; };
    let res = 0; for (const p of asked[w]) res += o[w](p).length;
    out.push(`${w} ${time(o[w], 20).toPrecision(3)} (${res / 40} found)` + (l?.[w] ? ` loki ${time(l[w], 1).toPrecision(3)}` : ""));
  }
  console.log(size, out.join("  "));
}

import { readingFigures, compareAll } from "./compare-readings.ts";
const f = readingFigures();
const pc = (e: any) =>
  e === null ? "–" : `${e.value.toFixed(2)} [${e.low.toFixed(2)},${e.high.toFixed(2)}]`;
for (const c of f.claims)
  console.log(c.source, c.records, c.reader, c.both, pc(c.recall), pc(c.precision));
for (const c of f.codes.filter((c) => c.source === "all"))
  console.log(c.variable, c.claims, pc(c.same), pc(c.alpha));
for (const c of f.relations) console.log(c.source, c.records, c.reader, c.both);
if (process.argv[2])
  for (const c of compareAll()) {
    const P = new Set(c.pairs.map((p) => p.first));
    const Q = new Set(c.pairs.map((p) => p.second));
    for (const p of c.pairs)
      for (const v of Object.keys(p.first.codes) as any[]) {
        const a = (p.first.codes as any)[v].join(),
          b = (p.second.codes as any)[v].join();
        if (a !== b && (process.argv[2] === "all" || process.argv[2] === v))
          console.log(p.first.id, v, "|", a, "|", b);
      }
    if (process.argv[2] === "found") {
      for (const r of c.records)
        if (!P.has(r)) console.log("ONLY RECORD", r.id, r.claim.join(" … "));
      for (const r of c.reader)
        if (!Q.has(r)) console.log("ONLY READER", c.source, r.id, r.claim.join(" … "));
    }
  }

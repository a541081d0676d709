import { compareAll } from "./compare-readings.ts";
const want = process.argv.slice(2);
for (const c of compareAll())
  for (const p of c.pairs)
    if (want.includes(p.first.id)) {
      console.log(p.first.id);
      for (const v of Object.keys(p.first.codes) as any[]) {
        const a = (p.first.codes as any)[v].join(),
          b = (p.second.codes as any)[v].join();
        if (a !== b || ["topics", "speechAct"].includes(v)) console.log("   ", v, "|", a, "|", b);
      }
      console.log(
        "   rel",
        JSON.stringify(p.first.relations),
        JSON.stringify(
          p.second.relations.map((r) => ({
            ...r,
            to: c.pairs.find((q) => q.second.id === r.to)?.first.id,
          })),
        ),
      );
    }

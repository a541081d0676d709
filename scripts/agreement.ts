/**
 * `npm run agreement`: how far two independent readings of the seeds agree (readings/first and readings/second, kept as
 * they were before anything was settled). Claims are aligned by the overlap of their passages; of those that both found,
 * Cohen's kappa for speaker, mode and speech act. `--differences` lists what differs.
 */
import { readFileSync, readdirSync } from "node:fs";
import { people, places, sources } from "baku-moscow";

interface Claim {
  readonly quotes: readonly string[];
  readonly speakers: readonly string[];
  readonly mode: string;
  readonly speechAct: string;
  readonly gist?: string;
  readonly id?: string;
}
interface Pair {
  readonly first: Claim;
  readonly second: Claim;
  readonly overlap: number;
}

const read = (folder: string, source: string) =>
  (JSON.parse(readFileSync(`readings/${folder}/${source}.json`, "utf8")) as { claims: Claim[] }).claims;

/** The characters of a text that a claim's passages take up. */
function extent(text: string, claim: Claim): Set<number> {
  const found = new Set<number>();
  for (const quote of claim.quotes) {
    const at = text.indexOf(quote);
    if (at === -1) throw new Error(`a reading quotes what is not in the text: ${quote}`);
    for (let i = at; i < at + quote.length; i++) found.add(i);
  }
  return found;
}

/** Shared characters over all characters of both (Jaccard). */
function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const i of a) if (b.has(i)) both++;
  return both / (a.size + b.size - both);
}

/** Pairs each claim with at most one of the other reading, the largest overlap first; less than a quarter is no pair. */
function align(text: string, first: readonly Claim[], second: readonly Claim[]): Pair[] {
  const [a, b] = [first, second].map((list) => list.map((claim) => extent(text, claim))) as [Set<number>[], Set<number>[]];
  const candidates = a.flatMap((own, i) => b.map((other, j) => ({ i, j, overlap: jaccard(own, other) }))).filter((c) => c.overlap >= 0.25);
  candidates.sort((x, y) => y.overlap - x.overlap || x.i - y.i || x.j - y.j);
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  const pairs: Pair[] = [];
  for (const { i, j, overlap } of candidates)
    if (!usedA.has(i) && !usedB.has(j)) {
      usedA.add(i);
      usedB.add(j);
      pairs.push({ first: first[i]!, second: second[j]!, overlap });
    }
  return pairs;
}

/** Cohen's kappa: agreement beyond what the two distributions would give by chance. */
function kappa(pairs: readonly (readonly [string, string])[]): number {
  const n = pairs.length;
  const observed = pairs.filter(([a, b]) => a === b).length / n;
  const terms = new Set(pairs.flat());
  let chance = 0;
  for (const term of terms) chance += (pairs.filter(([a]) => a === term).length / n) * (pairs.filter(([, b]) => b === term).length / n);
  return chance === 1 ? 1 : (observed - chance) / (1 - chance);
}

/** A speaker by id, whether a reading wrote the id or a name. */
function speakerId(written: string): string {
  const folded = written.toLowerCase().replace(/^the /, "");
  for (const record of [...people, ...places]) {
    if (record.id === folded) return record.id;
    if (record.names.some((n) => n.text.toLowerCase() === folded) || record.label.toLowerCase() === folded) return record.id;
  }
  for (const record of people) if (folded.includes(record.label.split(" ").at(-1)!.toLowerCase())) return record.id;
  for (const record of places)
    if (record.type === "country" && record.names.some((n) => folded.includes(n.text.toLowerCase()))) return record.id;
  return folded;
}
const speakers = (claim: Claim) => [...new Set(claim.speakers.map(speakerId))].sort().join("+") || "nobody";

const rows: string[] = [];
const all: Pair[] = [];
let [firsts, seconds] = [0, 0];
for (const file of readdirSync("readings/second").sort()) {
  const source = file.replace(".json", "");
  const text = readFileSync(sources.get(source)!.seed!.file, "utf8");
  const [first, second] = [read("first", source), read("second", source)];
  const pairs = align(text, first, second);
  all.push(...pairs);
  firsts += first.length;
  seconds += second.length;
  const share = (2 * pairs.length) / (first.length + second.length);
  const of = (field: (claim: Claim) => string) => kappa(pairs.map((p) => [field(p.first), field(p.second)])).toFixed(2);
  rows.push(
    `| ${source} | ${first.length} | ${second.length} | ${pairs.length} | ${(100 * share).toFixed(0)} % | ${of(speakers)} | ${of((c) => c.mode)} | ${of((c) => c.speechAct)} |`,
  );
  if (process.argv.includes("--differences")) {
    for (const { first: a, second: b } of pairs) {
      const different = [
        speakers(a) === speakers(b) ? "" : `speakers ${speakers(a)} / ${speakers(b)}`,
        a.mode === b.mode ? "" : `mode ${a.mode} / ${b.mode}`,
        a.speechAct === b.speechAct ? "" : `act ${a.speechAct} / ${b.speechAct}`,
      ].filter(Boolean);
      if (different.length > 0) console.log(`${a.id!}: ${different.join("; ")}`);
    }
    for (const claim of first) if (!pairs.some((p) => p.first === claim)) console.log(`only first: ${claim.id!}`);
    for (const claim of second)
      if (!pairs.some((p) => p.second === claim))
        console.log(`only second, ${source}: [${claim.mode}, ${claim.speechAct}] ${claim.gist ?? ""} | ${claim.quotes.join(" … ")}`);
  }
}
const of = (field: (claim: Claim) => string) => kappa(all.map((p) => [field(p.first), field(p.second)])).toFixed(2);
console.log("| source | first reading | second reading | found by both | share | kappa: speaker | kappa: mode | kappa: speech act |");
console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
for (const line of rows) console.log(line);
console.log(
  `| all | ${firsts} | ${seconds} | ${all.length} | ${((200 * all.length) / (firsts + seconds)).toFixed(0)} % | ${of(speakers)} | ${of((c) => c.mode)} | ${of((c) => c.speechAct)} |`,
);

/**
 * `npm run agreement`: how far two independent readings of the seeds agree (readings/first and
 * readings/second, kept as they were before anything was settled). Claims are aligned by the
 * overlap of their passages. For claims that both readings found: Cohen's kappa for speaker, mode
 * and speech act. `--differences` lists what differs.
 */
import { readFileSync, readdirSync } from "node:fs";
import { people, places, sources } from "baku-moscow";
import { align, type Pair as ClaimPair } from "./trust/align.ts";

interface Claim {
  readonly quotes: readonly string[];
  readonly speakers: readonly string[];
  readonly mode: string;
  readonly speechAct: string;
  readonly gist?: string;
  readonly id?: string;
}

type Pair = ClaimPair<Claim, Claim>;

/** The two readings of one source, aligned. */
interface Comparison {
  readonly source: string;
  readonly first: readonly Claim[];
  readonly second: readonly Claim[];
  readonly pairs: readonly Pair[];
}

function readClaims(reading: string, source: string): Claim[] {
  const file = readFileSync(`readings/${reading}/${source}.json`, "utf8");
  return (JSON.parse(file) as { claims: Claim[] }).claims;
}

/** Cohen's kappa: agreement beyond what the two distributions would give by chance. */
function kappa(pairs: readonly (readonly [string, string])[]): number {
  const share = (test: (pair: readonly [string, string]) => boolean) =>
    pairs.filter(test).length / pairs.length;
  const observed = share(([a, b]) => a === b);
  const chance = [...new Set(pairs.flat())].reduce(
    (sum, term) => sum + share(([a]) => a === term) * share(([, b]) => b === term),
    0,
  );
  return chance === 1 ? 1 : (observed - chance) / (1 - chance);
}

/** A speaker by id, whether a reading wrote the id or a name. */
function speakerId(written: string): string {
  const name = written.toLowerCase().replace(/^the /, "");
  const known = [...people, ...places].find(
    ({ id, label, names }) =>
      id === name ||
      label.toLowerCase() === name ||
      names.some(({ text }) => text.toLowerCase() === name),
  );
  if (known !== undefined) return known.id;
  const familyName = (label: string) => label.split(" ").at(-1)!.toLowerCase();
  const person = [...people].find(({ label }) => name.includes(familyName(label)));
  if (person !== undefined) return person.id;
  const country = [...places].find(
    ({ type, names }) =>
      type === "country" && names.some(({ text }) => name.includes(text.toLowerCase())),
  );
  return country?.id ?? name;
}

function speakersOf(claim: Claim): string {
  return [...new Set(claim.speakers.map(speakerId))].sort().join("+") || "nobody";
}

/** What both readings coded, with a name for the table and one for differences. */
const variables = [
  ["speakers", speakersOf],
  ["mode", (claim: Claim) => claim.mode],
  ["act", (claim: Claim) => claim.speechAct],
] as const;

function compareReadings(source: string): Comparison {
  const { seed } = [...sources].find(({ id }) => id === source)!;
  const text = readFileSync(seed!.file, "utf8");
  const [first, second] = [readClaims("first", source), readClaims("second", source)];
  return { source, first, second, pairs: align(text, first, second, ({ quotes }) => quotes) };
}

/**
 * One row of the table: numbers of claims, the share that both found, and kappa for each variable.
 */
function toRow(name: string, comparisons: readonly Comparison[]): string {
  const [first, second, both] = (["first", "second", "pairs"] as const).map((key) =>
    comparisons.reduce((sum, comparison) => sum + comparison[key].length, 0),
  );
  const pairs = comparisons.flatMap((comparison) => comparison.pairs);
  const kappas = variables.map(([, read]) =>
    kappa(pairs.map((pair) => [read(pair.first), read(pair.second)])).toFixed(2),
  );
  const share = `${((200 * both!) / (first! + second!)).toFixed(0)} %`;
  return `| ${[name, first, second, both, share, ...kappas].join(" | ")} |`;
}

function describePair({ first, second }: Pair): string[] {
  const different = variables
    .filter(([, read]) => read(first) !== read(second))
    .map(([name, read]) => `${name} ${read(first)} / ${read(second)}`);
  return different.length === 0 ? [] : [`${first.id!}: ${different.join("; ")}`];
}

function describeDifferences({ source, first, second, pairs }: Comparison): string[] {
  const isPaired = (claim: Claim) =>
    pairs.some((pair) => pair.first === claim || pair.second === claim);
  const onlySecond = second.filter((claim) => !isPaired(claim));
  return [
    ...pairs.flatMap(describePair),
    ...first.filter((claim) => !isPaired(claim)).map(({ id }) => `only first: ${id!}`),
    ...onlySecond.map(
      ({ mode, speechAct, gist = "", quotes }) =>
        `only second, ${source}: [${mode}, ${speechAct}] ${gist} | ${quotes.join(" … ")}`,
    ),
  ];
}

const comparisons = readdirSync("readings/second")
  .sort()
  .map((file) => compareReadings(file.replace(".json", "")));
if (process.argv.includes("--differences"))
  for (const line of comparisons.flatMap(describeDifferences)) console.log(line);
const heads = [
  "source",
  "first reading",
  "second reading",
  "found by both",
  "share",
  "kappa: speaker",
  "kappa: mode",
  "kappa: speech act",
];
console.log(`| ${heads.join(" | ")} |`);
console.log(`| ${heads.map(() => "---").join(" | ")} |`);
for (const comparison of comparisons) console.log(toRow(comparison.source, [comparison]));
console.log(toRow("all", comparisons));

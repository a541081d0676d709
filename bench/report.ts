/** The page docs/benchmarks.md. */
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { describeMemory } from "./memory.ts";
import { toMicroseconds } from "./measure.ts";
import { contenders } from "./processes.ts";
import { workloads, type Workload } from "./queries.ts";
import { factorOf, measuredLimits, memoryLimits, type Results } from "./results.ts";

const names = Object.keys(contenders);
const titles = Object.entries(workloads) as [Workload, string][];

function versionOf(rival: string): string {
  const manifest = new URL(`rivals/node_modules/${rival}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

function toTable(head: readonly string[], textColumns: number, rows: string[][]): string {
  const rule = head.map((_, i) => (i < textColumns ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

function timesSection(results: Results): string {
  const { size, times, readyMs } = results;
  const rows = titles.map(([workload, title]) => [
    `${workload} ${title}`,
    ...names.map((name) => {
      const ms = times.get(workload)!.get(name);
      return ms === undefined ? "–" : toMicroseconds(ms);
    }),
    factorOf(results, workload).toFixed(1),
  ]);
  const ready = names.map((name) => readyMs.get(name)?.toFixed(0) ?? "–");
  const head = ["question", ...names, "best library without its own index, times ours"];
  return (
    `\n## ${size.toLocaleString("en")} statements\n\n` +
    toTable(head, 1, [...rows, ["ready (ms)", ...ready, ""]])
  );
}

/** The exponent with which the time of a query grows with the number of records. */
function growth(small: Results, large: Results, workload: Workload, name: string): string {
  const before = small.times.get(workload)!.get(name);
  const after = large.times.get(workload)!.get(name);
  if (before === undefined || after === undefined) return "–";
  return (Math.log(after / before) / Math.log(large.size / small.size)).toFixed(2);
}

function growthSection(small: Results, large: Results): string {
  const rows = titles.map(([workload]) => [
    workload,
    ...names.map((name) => growth(small, large, workload, name)),
  ]);
  return `
## Growth

The table shows the growth of the query time from ${small.size.toLocaleString("en")} to \
${large.size.toLocaleString("en")} records, as an exponent. The value
0 means no growth. The value 1 means growth in proportion to the corpus.

${toTable(["question", ...names], 1, rows)}`;
}

function limitsSection(all: readonly Results[]): string {
  const rows = measuredLimits(all).map(({ size, workload, beside, factor, measured }) => [
    size.toLocaleString("en"),
    `${workload} ${workloads[workload]}`,
    beside ?? "the best library",
    String(factor),
    measured.toFixed(1),
  ]);
  return `
## Required performance

The index engine must meet these limits; the run fails if it does not. At \
${memoryLimits.size.toLocaleString("en")} records it takes at
most ${memoryLimits.fields} bytes per record for the fields and ${memoryLimits.text} for the text. \
It must also be faster than the
contender in the column "beside", by at least the factor in the column "at least". The column "here"
gives the factor that this run measured.

${toTable(["records", "question", "beside", "at least", "here"], 3, rows)}`;
}

function memorySection(all: readonly Results[]): string {
  const measured = all.flatMap(({ size, memory }) =>
    memory === undefined ? [] : [`- ${describeMemory(size, memory)}\n`],
  );
  return `
## Memory

Memory that is used in addition to the records themselves, in the middle of five processes (lowest
to highest):

${measured.join("")}
These figures do not include the lookup by id.

"Ready" is the time until the first query can run. In this time, baku-moscow copies and freezes the
records. It indexes a field when a query first uses it, and it indexes the text at the first search.
SQLite and MiniSearch have already indexed their text when they are ready.
`;
}

const machine = [
  `Node.js ${process.version}`,
  cpus()[0]!.model.trim(),
  `${cpus().length} cores`,
  `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
].join(", ");

const introduction = () => `<!-- Written by bench/run.ts; do not edit. -->

# Benchmarks

This page shows how long a query takes, in microseconds. It compares the collections that
\`toCollections\` of \`baku-moscow/own\` makes of your own records with what a user would choose
instead, on the same synthetic corpus and in the same run. In the tables, each query is called a
question. Each contender has its own process, with the corpus.

The bundled collections have at most a few hundred records. They scan them, and need no index.

For each workload, the benchmark runs these steps:

- **Compare the answers.** Before the timing, the answers of the contenders are compared. Above
  10,000 records, this covers 8 of the queries. For ranked queries, the sets of all matches are
  compared, because the ranks differ.
- **Warm up.** Each contender runs queries for 300 ms, and each query at least once. After this
  step, its indexes exist and its code is compiled. The tables therefore do not include the cost of
  a first query.
- **Measure.** Each round goes through all contenders in turn. There are 25 rounds, or as many as
  take 1.5 s, but at least 3. The tables give the median of the rounds.

While one contender runs a query, the others wait. DuckDB receives one query at a time. In each
process, Node.js keeps 16 MiB for young objects. Otherwise it would release this memory while a
contender waits.

All contenders answer the same queries. There are 40 queries, drawn by their frequency in the
corpus, so some occur twice. If one contender takes more than 2 ms, only 10 of them are used; W5 has
one query. Times vary between machines and between days; ratios vary less.

The corpus consists of statements with 200 speakers, 60 topics, 300 places in 20 countries, 400
agreements, and 20 to 60 words from a vocabulary of 20,000. All of these have a Zipf skew. There is
one meeting for every ten statements, and a statement has the date and place of its meeting. Every
contender stores the place in its own column.

The search words are the 100th to 5,000th most frequent words. Any two words differ in at least
three letters, and no topic is below another. (The records of a topic that has others below it
are collected when it is first queried. This is not measured here.) Some queries cost more than
those measured here: a word that is similar to many others, a list, \`null\` and \`not\`.

Each contender returns what is natural for it: SQLite, DuckDB and MiniSearch return the ids or rows,
and the others return the records. \`search\` also returns the passages when they are read, but this
benchmark does not read them. The plain filter does not rank, and it checks all records even when
only 20 are wanted. \`search\` also looks for words that begin with the search term, and for typing
errors; FTS5 does not do this. SQLite has an index for each column. A second table column shows
SQLite with an additional index that is ideal for each query, with the date and the place next to
the topic.

${machine}; better-sqlite3
${versionOf("better-sqlite3")}, DuckDB ${versionOf("@duckdb/node-api")}, lokijs \
${versionOf("lokijs")}, MiniSearch ${versionOf("minisearch")}. Command:
\`npm run build && npm install --prefix bench/rivals && npm run bench -- --write\`.
`;

export function toReport(all: readonly Results[]): string {
  const [small, large] = [all[0]!, all.at(-1)!];
  return (
    introduction() +
    all.map(timesSection).join("") +
    (all.length > 1 ? growthSection(small, large) : "") +
    limitsSection(all) +
    memorySection(all)
  );
}

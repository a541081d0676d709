/**
 * `npm run bench` in this folder, after `npm install` here and `npm run build` above: answers first compared, then timed side
 * by side, each contender in a process of its own (contender.mjs), in rounds that go through all of them in turn. `--sizes
 * 1000,10000,100000` (the default) and `--million`; `--write` writes ../docs/benchmarks.md.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { generate, questions } from "./generate.mjs";

const option = (flag, absent) => (process.argv.includes(flag) ? process.argv[process.argv.indexOf(flag) + 1] : absent);
const sizes = option("--sizes", process.argv.includes("--million") ? "1000000" : "1000,10000,100000").split(",").map(Number);
const workloads = {
  W1: "by id",
  W2: "a speaker and a topic",
  W3a: "a country and a month",
  W3b: "a country and a year",
  W4: "two topics in a year, the first 20 in order",
  W5: "number by month and topic",
  W6: "a topic and the meeting's place",
  W7: "two words, ranked, the first 10",
  W8a: "the beginning of a word, the first 10",
  W8b: "a word with a typing error, the first 10",
  W9: "a topic, the newest 20",
};
/** The module of each contender, in rivals/, and how it is opened. */
const contenders = {
  "baku-moscow": ["baku-moscow"],
  "plain filter": ["filter"],
  "better-sqlite3": ["sqlite"],
  "better-sqlite3, an index for each question": ["sqlite", { composite: true }],
  DuckDB: ["duckdb"],
  lokijs: ["lokijs"],
  MiniSearch: ["minisearch"],
};

/** How many times as long a rival must take, at least: at a size, for a workload, beside the best library or a named one. */
const bars = [
  ...["W2", "W3a", "W3b", "W4", "W6"].map((w) => [1000, w, 10]),
  [100000, "W2", 50],
  [100000, "W2", 5, "better-sqlite3, an index for each question"],
  [100000, "W3a", 50],
  [100000, "W3b", 200],
  [100000, "W4", 500],
  [100000, "W5", 5],
  [100000, "W6", 60],
  [100000, "W7", 7, "better-sqlite3"],
  [100000, "W7", 80, "MiniSearch"],
  [100000, "W8b", 20],
];
/** Bytes a record beyond the records themselves, at most, at 100,000. */
const most = { fields: 150, text: 250 };

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const memory = () => {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const microseconds = (ms) => (ms * 1000 >= 100 ? (ms * 1000).toFixed(0) : (ms * 1000).toPrecision(2));

/** Starts a contender, and waits until it can be asked. */
async function start(name, size) {
  const [module, options = {}] = contenders[name];
  const child = fork(fileURLToPath(new URL("contender.mjs", import.meta.url)), [module, String(size), JSON.stringify(options)], {
    serialization: "advanced",
    execArgv: ["--max-old-space-size=8000", "--min-semi-space-size=16"],
  });
  const ended = once(child, "exit").then(([code, signal]) => {
    if (code !== 0) throw new Error(`${name} at ${size} ended with ${code ?? signal}`);
  });
  const told = async () => (await once(child, "message"))[0];
  const { ready, able } = await told();
  const ask = (task, rest) => {
    child.send({ task, ...rest });
    return told();
  };
  return { name, ready, able: new Set(able), ask, stop: () => (child.disconnect(), ended) };
}

/** How many times as long as ours the named one takes, or the best library without an index of its own for the question. */
function ratio(size, w, beside) {
  const libraries = Object.keys(contenders).filter((name) => (beside ? name === beside : !["baku-moscow", "plain filter"].includes(name) && !name.includes("each question")));
  return Math.min(...libraries.map((name) => times.get(`${size} ${w} ${name}`) ?? Infinity)) / times.get(`${size} ${w} baku-moscow`);
}

const times = new Map(); // size, workload, contender: milliseconds a question
const builds = new Map();
const notes = [];
const missed = [];
for (const size of sizes) {
  console.log(`\n${size.toLocaleString("en")} statements`);
  const started = [];
  for (const name of Object.keys(contenders)) {
    if (size > 100000 && !["baku-moscow", "plain filter", "better-sqlite3"].includes(name)) continue;
    const contender = await start(name, size);
    started.push(contender);
    builds.set(`${size} ${name}`, contender.ready);
    console.log(`  ${name}: ready in ${contender.ready.toFixed(0)} ms`);
  }
  const [own] = started;
  for (const [w, title] of Object.entries(workloads)) {
    const able = started.filter((contender) => contender.able.has(w));
    // the answers first: the same records in the same order; of ranked ones all that match, for ranks differ
    const ranked = w === "W7" || w.startsWith("W8");
    const compared = { w, pool: size > 10000 ? 8 : 40, limit: ranked ? size : undefined };
    const form = (answer) => (ranked ? answer.map((ids) => [...ids].sort()) : answer).map((ids) => ids.join("\n"));
    const expected = form(await own.ask("answer", compared));
    for (const { name, ask } of able)
      form(await ask("answer", compared)).forEach((answer, i) => {
        if (answer !== expected[i]) throw new Error(`${w} at ${size}: ${name} answers question ${i} otherwise`);
      });
    // each is asked for a while before: until what it indexes is indexed, and its code compiled for what it is asked
    const before = new Map(); // milliseconds a question
    for (const { name, ask } of able) before.set(name, await ask("warm", { w, ms: 300 }));
    // all answer the same questions: 10 where one of them takes more than 2 ms
    const pool = w === "W5" ? 1 : Math.max(...before.values()) > 2 ? 10 : 40;
    const rounds = new Map(able.map(({ name }) => [name, []]));
    const spent = new Map(able.map(({ name }) => [name, 0]));
    for (let round = 0; round < 25; round++)
      for (const { name, ask } of able) {
        if (round >= 3 && spent.get(name) > 1500) continue;
        const again = Math.max(1, Math.min(5000, Math.round(5 / before.get(name) / pool))); // a round of about 5 ms or more
        const took = await ask("round", { w, pool, times: again });
        spent.set(name, spent.get(name) + took * pool * again);
        rounds.get(name).push(took);
      }
    for (const [name, list] of rounds) times.set(`${size} ${w} ${name}`, median(list));
    console.log(`  ${w.padEnd(4)}${title.padEnd(46)}${able.map(({ name }) => `${name} ${microseconds(times.get(`${size} ${w} ${name}`))}`).join(", ")}  (${ratio(size, w).toFixed(1)} × the best library)`);
  }
  for (const { stop } of started) await stop();
}

const reached = bars.filter(([size]) => sizes.includes(size)).map(([size, w, bar, beside]) => ({ size, w, bar, beside, measured: ratio(size, w, beside) }));
for (const { size, w, bar, beside, measured } of reached) if (!(measured >= bar)) missed.push(`${w} at ${size}: ${measured.toFixed(1)} times ${beside ?? "the best library"}, not ${bar}`);

// what the indexes take, measured apart: the same records, before and after every field was asked
for (const size of sizes.filter((s) => s >= 10000)) {
  const { toCollections } = await import("baku-moscow");
  const { search } = await import("baku-moscow/search");
  const corpus = generate(size);
  const { statement } = toCollections(corpus.data);
  statement.get("statement-0"); // the look-up by id is not an index of criteria
  const start = memory();
  const s = [...statement][0];
  const criteria = [{ source: s.source }, { meeting: s.meeting }, { mode: s.mode }, { speechAct: s.speechAct }, { speakers: s.speakers[0].actor }, { topics: s.topics[0] }, { about: s.about[0] }, { place: s.place }, { country: s.country }, { date: s.date.edtf }];
  for (let i = 0; i < 8; i++) for (const c of criteria) statement.where(c, { limit: 1, order: "newest" });
  for (const a of criteria) for (const b of criteria) statement.count({ ...a, ...b }); // each narrows each other
  const fields = memory();
  for (const field of ["source", "meeting", "mode", "speechAct", "speakers", "topics", "about", "place", "country"])
    for (const value of new Set(corpus.data.statements.flatMap((x) => (field === "speakers" ? x.speakers.map(({ actor }) => actor) : x[field])))) statement.where({ [field]: value });
  const handed = memory();
  const begun = performance.now();
  search("nothing", { in: statement });
  const took = performance.now() - begun;
  for (const { words } of questions(corpus, 40).W7) search(words.join(" "), { in: statement }); // with the room that they take
  const text = memory();
  if (size === 100000) for (const [what, bytes] of [["fields", handed - start], ["text", text - handed]]) if (bytes / size > most[what]) missed.push(`${what}: ${(bytes / size).toFixed(0)} bytes a record, not ${most[what]}`);
  const line = `${size.toLocaleString("en")} statements: ${((fields - start) / size).toFixed(0)} bytes a record for ten fields, each asked alone and with each other, ${((handed - start) / size).toFixed(0)} once the records of each value were asked for, ${((text - handed) / size).toFixed(0)} bytes a record for the text, which took ${took.toFixed(0)} ms to index`;
  console.log(line);
  notes.push(line);
  if (statement.size !== size) throw new Error("lost records");
}

if (process.argv.includes("--write")) {
  const version = (name) => JSON.parse(readFileSync(new URL(`./node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
  const names = Object.keys(contenders);
  let out = `<!-- Written by bench/run.mjs; do not edit. -->

# Benchmarks

How long a question takes, in microseconds: baku-moscow and what a user would pick instead, on the same made-up corpus, in one run.
Each contender has a process of its own, with the corpus. Before each workload is timed its answers are compared (8 of the questions above
10,000 records); of ranked ones the set of all matches, for ranks differ. Then each contender is asked for 300 ms, and each question at least once, so that
it has its indexes and its code is compiled: what a first question costs is not in the table. Then rounds go through all contenders in turn,
25 or as many as take 1.5 s, at least 3; their median is given. While one is asked the others wait; DuckDB is asked one question at a time. Node.js keeps 16 MiB for young objects in each, which it would
otherwise take away while a contender waits.
All answer the same questions: 40, drawn as they are frequent in the corpus, so that some come twice; 10 of them where one contender
takes more than 2 ms; one for W5. Times drift from machine to machine and from day to day; ratios less.

The corpus: statements with 200 speakers, 60 topics, 300 places in 20 countries, 400 agreements and 20 to 60 words of a vocabulary of
20,000, all with Zipf skew; a meeting for every ten, whose day and place its statements have. Every contender has the place as a column of
its own. The words asked for are the 100th to 5,000th most frequent. Any two words differ in three letters or more, and no topic is below
another; one that has others below gets a list of its own when it is asked for the second time, which is not measured here. A word
that is like many others, a list, \`null\` and \`not\` cost more than what is asked here.

Each hands out what is natural to it: SQLite, DuckDB and MiniSearch the ids, the others the records; \`search\` also the passages, when
they are read, which they are not here. The plain filter does not rank, and looks at all records also where 20 are wanted. \`search\` also
looks for words that begin with what was asked and for typing errors, which FTS5 does not do. SQLite has an index for each column; in a
second column also the one that each question would wish for, with the day and the place beside the topic.

Node.js ${process.version}, ${cpus()[0].model.trim()}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB; better-sqlite3 ${version("better-sqlite3")}, DuckDB ${version("@duckdb/node-api")},
lokijs ${version("lokijs")}, MiniSearch ${version("minisearch")}. Command: \`npm run build && cd bench && npm install && npm run bench -- --write\`.
`;
  for (const size of sizes) {
    out += `\n## ${size.toLocaleString("en")} statements\n\n| question | ${names.join(" | ")} | best library without its own index, times ours |\n| --- |${names.map(() => " ---: |").join("")} ---: |\n`;
    for (const [w, title] of Object.entries(workloads)) {
      const at = (name) => times.get(`${size} ${w} ${name}`);
      out += `| ${w} ${title} | ${names.map((name) => (at(name) === undefined ? "–" : microseconds(at(name)))).join(" | ")} | ${ratio(size, w).toFixed(1)} |\n`;
    }
    out += `| ready (ms) | ${names.map((name) => builds.get(`${size} ${name}`)?.toFixed(0) ?? "–").join(" | ")} | |\n`;
  }
  if (sizes.length > 1) {
    const [small, large] = [sizes[0], sizes.at(-1)];
    out += `\n## Growth\n\nThe exponent with which a question grows from ${small.toLocaleString("en")} to ${large.toLocaleString("en")} records: 0 does not grow, 1 grows as the corpus.\n\n| question | ${names.join(" | ")} |\n| --- |${names.map(() => " ---: |").join("")}\n`;
    for (const w of Object.keys(workloads))
      out += `| ${w} | ${names
        .map((name) => {
          const [a, b] = [times.get(`${small} ${w} ${name}`), times.get(`${large} ${w} ${name}`)];
          return a && b ? (Math.log(b / a) / Math.log(large / small)).toFixed(2) : "–";
        })
        .join(" | ")} |\n`;
  }
  out += `\n## Bars

What the engine must keep to; the run fails where it does not. At ${(100000).toLocaleString("en")} records it takes at most ${most.fields} bytes a record for the fields and ${most.text} for the text, and:

| records | question | beside | at least | here |\n| ---: | --- | --- | ---: | ---: |\n${reached.map(({ size, w, bar, beside, measured }) => `| ${size.toLocaleString("en")} | ${w} ${workloads[w]} | ${beside ?? "the best library"} | ${bar} | ${measured.toFixed(1)} |\n`).join("")}
A country and a month is where a library comes nearest: its index by day leaves lokijs about 800 of 100,000 records to look at, and about a
quarter of our time is handing out what was found. Beside SQLite it is ${ratio(100000, "W3a", "better-sqlite3").toFixed(0)} times.
`;
  out += `\n## Memory\n\nBeyond the records themselves:\n\n${notes.map((note) => `- ${note}\n`).join("")}
The look-up by id is apart. The records of a value that is frequent are kept in a list of their own once they were asked for by themselves or
within days, since a part of such a list is one copy. "Ready" is the time until the first question can be asked; baku-moscow copies and freezes the records in it,
and indexes a field only when scans of it have cost as much as the index, the text when it is first searched; SQLite and MiniSearch have
their text indexed by then.
`;
  writeFileSync(new URL("../docs/benchmarks.md", import.meta.url), out);
}
if (missed.length > 0) {
  console.error(`Bars that were missed:\n${missed.join("\n")}`);
  process.exitCode = 1;
}

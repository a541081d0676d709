/**
 * The data in other languages and tools: Python, R, DuckDB; and a citation that verifies in a new
 * project.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CslItem } from "../../../src/outputs/citation-formats.ts";
import { readJson } from "../release-state.ts";
import { assertThat, install, run, type Step, type Workplace } from "./workplace.ts";

const pythonReader = `import csv, json, sys
for name, count in json.loads(sys.argv[2]).items():
    with open(sys.argv[1] + "/" + name, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert len(rows) == count, (name, len(rows), count)
    assert all(None not in row and None not in row.values() for row in rows), name
`;

const duckdbReader = `import { DuckDBInstance } from "@duckdb/node-api";
const [folder, counts] = [process.argv[2], JSON.parse(process.argv[3])];
const db = await (await DuckDBInstance.create()).connect();
for (const [name, count] of Object.entries(counts)) {
  const table = "read_csv('" + folder + "/" + name + "', header = true, all_varchar = true)";
  const query = "select count(*)::int as n, count(distinct id)::int as ids from " + table;
  const [row] = (await db.runAndReadAll(query)).getRowObjects();
  if (row.n !== count || row.ids !== count)
    throw new Error(name + ": " + JSON.stringify(row) + ", not " + count);
}
`;

const bibliographyWriter = `import { writeFileSync } from "node:fs";
import { collections, statements } from "baku-moscow";
import { cite, citeSubset } from "baku-moscow/cite";
const records = Object.values(collections).flatMap((collection) => [...collection]);
const subset = await citeSubset(statements, { topics: { all: ["mines"] } });
const entries = [cite(), ...records.map((record) => cite(record)), subset];
writeFileSync("all.bib", entries.map(({ bibtex }) => bibtex).join("\\n"));
writeFileSync("all.aux", "\\\\citation{*}\\n\\\\bibdata{all}\\n\\\\bibstyle{plain}\\n");
writeFileSync("all.json", JSON.stringify(entries.map(({ csl }) => csl)));
`;

/** Writes the BibTeX of the dataset, of every record and of a subset into the project. */
function writeBibliography({ project }: Workplace): void {
  writeFileSync(join(project, "bibliography.mjs"), bibliographyWriter);
  run(process.execPath, ["bibliography.mjs"], project);
}

function checkBiber(work: Workplace): undefined {
  writeBibliography(work);
  const args = ["--tool", "--validate-datamodel", "all.bib"];
  const output = run("biber", args, work.project);
  const faults = output.split("\n").filter((line) => /^(?:WARN|ERROR) /.test(line));
  assertThat(faults.length === 0, `${faults.length} faults, the first: ${faults[0] ?? ""}`);
}

/** A text without the marks of TeX and without line breaks. */
function fromTex(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/\\textasciitilde\{\}/g, "~")
    .replace(/\\([&%$#_{}])/g, "$1");
}

function checkPlainStyle(work: Workplace): undefined {
  writeBibliography(work);
  run("bibtex", ["-min-crossrefs=9", "all"], work.project);
  const printed = fromTex(readFileSync(join(work.project, "all.bbl"), "utf8"));
  for (const { title, URL: url } of readJson<CslItem[]>(join(work.project, "all.json"))) {
    assertThat(printed.includes(title), `the plain style does not print "${title}"`);
    assertThat(printed.includes(url), `the plain style does not print ${url}`);
  }
}

/** The number of records of each table of a kind; dyads are rows of several kinds. */
function tableSizes({ installed }: Workplace): Record<string, number> {
  const data = readJson<Record<string, readonly unknown[]>>(join(installed, "dist/data.json"));
  const names = readdirSync(join(installed, "dist/csv")).filter((file) => file.endsWith(".csv"));
  return Object.fromEntries(
    names.flatMap((name) => {
      const records = data[name.replace(".csv", "")];
      return records === undefined ? [] : [[name, records.length]];
    }),
  );
}

/** Runs the cookbook's example in a language; it must print the numbers in its comments. */
function checkCookbook(
  { root, project }: Workplace,
  language: string,
  command: string,
  flag: string,
): undefined {
  const cookbook = readFileSync(`${root}/docs/cookbook.md`, "utf8");
  const script = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "ms").exec(cookbook)?.[1] ?? "";
  const expected = [...script.matchAll(/# (\d+)$/gm)].map((match) => match[1]);
  const printed = run(command, [flag, script], project).trim().split(/\s+/);
  assertThat(
    expected.length > 0 && expected.join() === printed.join(),
    `it prints ${printed.join()}, not ${expected.join()}`,
  );
}

function checkDuckdb(work: Workplace, sizes: string): undefined {
  install(work.tools, ["@duckdb/node-api@1.5.6-r.1"]);
  writeFileSync(join(work.tools, "tables.mjs"), duckdbReader);
  const folder = join(work.installed, "dist/csv");
  run(process.execPath, ["tables.mjs", folder, sizes], work.tools);
}

/** A copy of the installed package in which one gist is changed. */
function changeGist({ folder, installed }: Workplace, id: string): string {
  const other = join(folder, "changed");
  mkdirSync(join(other, "node_modules"), { recursive: true });
  const copy = join(other, "node_modules/baku-moscow");
  cpSync(installed, copy, { recursive: true });
  const gist = new RegExp(`("id":"${id}",.*?"gist":")`);
  for (const name of readdirSync(join(copy, "dist")).filter((file) => file.endsWith(".js"))) {
    const file = join(copy, "dist", name);
    const text = readFileSync(file, "utf8");
    if (gist.test(text)) writeFileSync(file, text.replace(gist, "$1Changed: "));
  }
  return other;
}

function checkCitation(work: Workplace): undefined {
  const { project, installed } = work;
  const command = join(installed, "dist/cli.js");
  const args = [command, "cite", "statements", "--about", "osce", "--json"];
  const cited = run(process.execPath, args, project);
  const file = join(project, "subset.json");
  writeFileSync(file, cited);
  run(process.execPath, [command, "cite", "--verify", "subset.json"], project);

  const { subset } = JSON.parse(cited) as { subset: { members: [string, string][] } };
  const id = subset.members[0]![0];
  const other = changeGist(work, id);
  symlinkSync(file, join(other, "subset.json"));
  const changed = join(other, "node_modules/baku-moscow/dist/cli.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [changed, "cite", "--verify", "subset.json"],
    { cwd: other, encoding: "utf8" },
  );
  const output = stdout + stderr;
  assertThat(
    status === 1 && output.includes(`changed: ${id}`),
    `with a changed gist the command prints (${status ?? "killed"}): ${output}`,
  );
}

export function otherToolsSteps(work: Workplace): Step[] {
  const sizes = JSON.stringify(tableSizes(work));
  const tables = join(work.installed, "dist/csv");
  return [
    {
      name: "Python's csv module reads the tables",
      check() {
        run("python3", ["-c", pythonReader, tables, sizes], work.folder);
        return undefined;
      },
    },
    {
      name: "the cookbook's Python prints what it claims",
      check: () => {
        checkCookbook(work, "python", "python3", "-c");
      },
    },
    {
      name: "the cookbook's R prints what it claims (on Debian: apt-get install r-base-core)",
      check: () => {
        checkCookbook(work, "r", "Rscript", "-e");
      },
    },
    {
      name: "DuckDB reads the tables",
      check: () => {
        checkDuckdb(work, sizes);
      },
    },
    {
      name: "biber accepts every citation (on Debian: apt-get install biber)",
      check: () => {
        checkBiber(work);
      },
    },
    {
      name: "BibTeX's plain style prints what is cited (on Debian: apt-get install texlive-base)",
      check: () => {
        checkPlainStyle(work);
      },
    },
    {
      name: "a cited subset verifies in a new project, and does not after a gist was changed",
      check: () => {
        checkCitation(work);
      },
    },
  ];
}

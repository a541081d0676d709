/** The package beside other versions and runtimes: Zod, Jest, Bun and Deno. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assertThat, install, run, type Step, type Workplace } from "./workplace.ts";

/** The lowest version of the range of the peer, the last one that differs from it, the newest. */
const zodVersions = ["4.0.0", "4.2.1", "latest"];

/** A project of its own with the installed package and some others. */
function toProject(work: Workplace, name: string, packages: readonly string[]): string {
  const project = join(work.folder, name);
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{"private":true}');
  install(project, packages);
  const modules = join(project, "node_modules");
  mkdirSync(modules, { recursive: true });
  cpSync(work.installed, join(modules, "baku-moscow"), { recursive: true });
  return project;
}

const schemaProgram = `import { z } from "zod";
import { statements } from "baku-moscow";
import { checkRecords, StatementSchema } from "baku-moscow/schema";
const [record] = statements;
if (checkRecords("statement", [...statements]).length > 0) throw new Error("a record is refused");
if (checkRecords("statement", [{ ...record, mode: "x" }]).length !== 1) throw new Error("accepted");
const result = await StatementSchema["~standard"].validate(record);
if (result.issues) throw new Error("refused by Standard Schema");
const own = z.object({ claim: StatementSchema, proof: z.object({}).meta({ id: "Evidence" }) });
z.toJSONSchema(own, { unrepresentable: "any" });
`;

function checkZod(work: Workplace, version: string): undefined {
  const project = toProject(work, `zod-${version}`, [`zod@${version}`]);
  writeFileSync(join(project, "check.mjs"), schemaProgram);
  run(process.execPath, ["check.mjs"], project);
}

const jestTest = `const { statements, countBy } = require("baku-moscow");
const { citeSubset, verifyCitation } = require("baku-moscow/cite");
const { search } = require("baku-moscow/search");
test("the package works", async () => {
  expect(countBy(statements, "mode").total).toBe(statements.size);
  expect(search("Lavrov").length).toBeGreaterThan(0);
  if (globalThis.crypto?.subtle) {
    const citation = await citeSubset(statements, { topics: "mines" });
    expect((await verifyCitation(citation)).ok).toBe(true);
  } else
    await expect(citeSubset(statements, { topics: "mines" })).rejects.toThrow("needs Web Crypto");
});
`;

/** The recipe of docs/getting-started.md. */
const jestConfig = { transformIgnorePatterns: ["/node_modules/(?!baku-moscow/)"] };

function checkJest(work: Workplace): undefined {
  const packages = ["jest@30", "jest-environment-jsdom@30", "babel-jest@30", "@babel/preset-env@7"];
  const project = toProject(work, "jest", packages);
  const presets = [["@babel/preset-env", { targets: { node: "current" } }]];
  writeFileSync(join(project, "babel.config.json"), JSON.stringify({ presets }));
  writeFileSync(join(project, "jest.config.json"), JSON.stringify(jestConfig));
  writeFileSync(join(project, "package.test.js"), jestTest);
  for (const environment of ["node", "jsdom"])
    run(process.execPath, ["node_modules/jest/bin/jest.js", `--env=${environment}`], project);
}

const runtimeProgram = `import { statements } from "baku-moscow";
import { citeSubset, verifyCitation } from "baku-moscow/cite";
import { toCollections } from "baku-moscow/own";
import { search } from "baku-moscow/search";
const citation = await citeSubset(statements, { topics: "mines" });
const own = toCollections({ meetings: [{ id: "m", date: { edtf: "2022" } }] });
const works = (await verifyCitation(citation)).ok && own.meetings.count({ date: "2022-06" }) === 1;
console.log(works && search("Лавров").length > 0 ? "works" : "fails");
`;

/** The script by which each runtime puts its binary, which npm has installed, into place. */
const linkers = { bun: "install.js", deno: "install.cjs" } as const;

function checkRuntime(work: Workplace, name: keyof typeof linkers): string {
  const project = toProject(work, name, [name]);
  run(process.execPath, [`node_modules/${name}/${linkers[name]}`], project);
  writeFileSync(join(project, "check.mjs"), runtimeProgram);
  const binary = join(project, "node_modules/.bin", name);
  const version = run(binary, ["--version"], project).trim().split("\n")[0]!;
  const printed = run(binary, ["run", "check.mjs"], project).trim();
  assertThat(printed === "works", `it prints ${printed}`);
  return version;
}

export function peerSteps(work: Workplace): Step[] {
  return [
    ...zodVersions.map((version) => ({
      name: `Zod ${version}: every schema, as Standard Schema too, beside ids of another's`,
      check: () => {
        checkZod(work, version);
      },
    })),
    {
      name: "Jest with the recipe, in Node.js and in jsdom",
      check: () => {
        checkJest(work);
      },
    },
    { name: "Bun runs the package", check: () => checkRuntime(work, "bun") },
    { name: "Deno runs the package", check: () => checkRuntime(work, "deno") },
  ];
}

/**
 * `npm run fixtures`: writes into each fixture of a mistake what compile now reports about it.
 * Read the difference before you commit it.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { compile } from "../curation/compile.ts";
import { format } from "../curation/problem.ts";
import { readTree } from "../curation/read/files.ts";

const folder = "test/fixtures/mistakes";
const valid = readTree("test/fixtures/valid", ["data", "seeds"], []);

for (const name of readdirSync(folder)) {
  const file = `${folder}/${name}`;
  const mistake = readFileSync(file, "utf8").replace(/# expected\n[^]*$/, "");
  const path = /^# replaces (\S+)/.exec(mistake)?.[1];
  if (path === undefined)
    throw new Error(`${file}:1 names no file; write "# replaces data/KIND.yaml" on the first line`);
  const files = new Map([...valid, [path, new TextEncoder().encode(mistake)]]);
  const { problems } = compile(files, { version: "0.0.0" });
  const expected = problems.map((one) => `# ${format(one)}\n`).join("");
  writeFileSync(file, `${mistake}# expected\n${expected}`);
}

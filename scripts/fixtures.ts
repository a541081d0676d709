/** `npm run fixtures`: writes into each fixture of a mistake what compile now says of it. Read the difference before you commit it. */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { compile } from "../src/compile/compile.ts";
import { readTree } from "../src/compile/disk.ts";
import { format } from "../src/compile/problem.ts";

const valid = readTree("test/fixtures/valid", ["data", "seeds"], []);
for (const name of readdirSync("test/fixtures/mistakes")) {
  const file = `test/fixtures/mistakes/${name}`;
  const mistake = readFileSync(file, "utf8").replace(/# expected\n[^]*$/, "");
  const path = /^# replaces (\S+)/.exec(mistake)![1]!;
  const { problems } = compile(new Map([...valid, [path, new TextEncoder().encode(mistake)]]), "0.0.0");
  writeFileSync(file, `${mistake}# expected\n${problems.map((p) => `# ${format(p)}\n`).join("")}`);
}

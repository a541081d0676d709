/** `npm run bench:types`: what one typed look-up costs a consumer's compiler, and what a typo and an unknown string give. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "baku-moscow-"));
mkdirSync(join(folder, "node_modules"));
symlinkSync(resolve("."), join(folder, "node_modules/baku-moscow"));

/** The compiler's own counts for one file. */
function check(name: string, code: string): Record<string, string> {
  writeFileSync(join(folder, `${name}.ts`), code);
  const options = ["--module", "nodenext", "--target", "es2022", "--strict", "--skipLibCheck", "--noEmit", "--extendedDiagnostics"];
  const { stdout, status } = spawnSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), ...options, `${name}.ts`], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stdout);
  return Object.fromEntries([...stdout.matchAll(/^([\w /]+):\s+([\d.]+\w*)$/gm)].map((m) => [m[1]!, m[2]!]));
}
writeFileSync(join(folder, "package.json"), '{"type":"module"}');
const nothing = check("nothing", "export {};\n");
const one = check(
  "one",
  'import { statements } from "baku-moscow/statements";\nexport const gist: string = statements.get("kavkaza-135-flights-a-week").gist;\n',
);
const main = check("main", 'import { people } from "baku-moscow";\nexport const label: string = people.get("sergey-lavrov").label;\n');
rmSync(folder, { recursive: true, force: true });
for (const [name, counts] of Object.entries({ "one look-up, its kind's subpath": one, "one look-up, main entry": main }))
  console.log(
    `${name}: ${Number(counts.Types) - Number(nothing.Types)} types, ${Number(counts.Instantiations) - Number(nothing.Instantiations)} instantiations beyond an empty file (bar: 50 instantiations); check ${counts["Check time"]!}, memory ${counts["Memory used"]!}`,
  );

/**
 * `npm run tools:try [TOOL …]`: tries the packed package in the tools that docs/in-your-tool.md
 * lists, each in a folder of its own, with the newest version on npm, and prints the rows of its
 * table. It takes some minutes and the network, so it is no test.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectRoot } from "./root.ts";

interface Trial {
  /** The packages to install; the first one is the tool. */
  readonly packages: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly command: string;
}

const line = 'import { statements } from "baku-moscow";\n';
/** What every trial must print: the number of statements of one source. */
const question = 'statements.count({ source: "sia-press-conference" })';
const program = `${line}console.log("answer", ${question});\n`;
const testProgram = `${line}test("answer", () => { console.log("answer", ${question}); });\n`;
const runDist = (file: string) => `node ${file}`;

const trials: Readonly<Record<string, Trial>> = {
  "Node.js": { packages: [], files: { "main.js": program }, command: "node main.js" },
  Vite: {
    packages: ["vite"],
    files: { "main.js": program },
    command: `npx vite build --ssr main.js --outDir out && ${runDist("out/main.js")}`,
  },
  Rollup: {
    packages: ["rollup", "@rollup/plugin-node-resolve"],
    files: { "main.js": program },
    command: `npx rollup main.js -p node-resolve -f es -o out.js && ${runDist("out.js")}`,
  },
  esbuild: {
    packages: ["esbuild"],
    files: { "main.js": program },
    command: `npx esbuild main.js --bundle --format=esm --outfile=out.js && ${runDist("out.js")}`,
  },
  webpack: {
    packages: ["webpack", "webpack-cli"],
    files: { "main.js": program },
    command: `npx webpack ./main.js --mode production -o out && ${runDist("out/main.js")}`,
  },
  Parcel: {
    packages: ["parcel"],
    files: {
      "main.js": program,
      "index.html": '<!doctype html><script type="module" src="./main.js"></script>\n',
      "package.json":
        '{ "name": "trial", "type": "module", ' +
        '"@parcel/resolver-default": { "packageExports": true } }\n',
    },
    command:
      "npx parcel build index.html --dist-dir out && cat out/*.js | node --input-type=module",
  },
  "Next.js": {
    packages: ["next", "react", "react-dom"],
    files: {
      "app/layout.js":
        "export default function Layout({ children }) {\n" +
        "  return <html><body>{children}</body></html>;\n}\n",
      "app/page.js":
        `${line}export default function Page() {
` +
        `  return <p>{"answer " + ${question}}</p>;
}
`,
    },
    command: "npx next build && cat .next/server/app/index.html",
  },
  Vitest: {
    packages: ["vitest"],
    files: { "main.test.js": `import { test } from "vitest";\n${testProgram}` },
    command: "npx vitest run",
  },
  "Jest, with ES modules": {
    packages: ["jest"],
    files: { "main.test.js": testProgram },
    command: "NODE_OPTIONS=--experimental-vm-modules npx jest 2>&1",
  },
  "Jest, by default": {
    packages: ["jest", "babel-jest", "@babel/core", "@babel/preset-env"],
    files: {
      "main.test.js": testProgram,
      "babel.config.json":
        '{ "presets": [["@babel/preset-env", { "targets": { "node": "20" } }]] }\n',
      "jest.config.json": '{ "transformIgnorePatterns": ["/node_modules/(?!baku-moscow/)"] }\n',
    },
    command: "npm pkg set type=commonjs && npx jest 2>&1",
  },
  tsx: { packages: ["tsx"], files: { "main.ts": program }, command: "npx tsx main.ts" },
  Bun: { packages: ["bun"], files: { "main.js": program }, command: "npx bun main.js" },
  Deno: {
    packages: ["deno"],
    files: { "main.js": program },
    command: "npx deno run --allow-read main.js",
  },
};

function pack(folder: string): string {
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: projectRoot });
  return join(
    folder,
    readdirSync(folder).find((name) => name.endsWith(".tgz"))!,
  );
}

function versionOf(folder: string, name: string | undefined): string {
  if (name === undefined) return process.version.slice(1);
  const file = join(folder, "node_modules", name, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

/** A trial in a folder of its own; returns the row of the table. */
function tryTool(name: string, { packages, files, command }: Trial, tarball: string): string {
  const folder = mkdtempSync(join(tmpdir(), "baku-moscow-tool-"));
  try {
    writeFileSync(
      join(folder, "package.json"),
      '{ "name": "trial", "type": "module", "private": true }\n',
    );
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    execFileSync("npm", ["install", "--silent", "--no-audit", tarball, ...packages], {
      cwd: folder,
    });
    const { stdout, stderr } = spawnSync(command, { cwd: folder, shell: true, encoding: "utf8" });
    // some tools colour what they print
    const isRight = stdout.replace(/\u001b\[\d+m/g, "").includes("answer 51");
    const verdict = isRight
      ? "works"
      : `fails: ${(stderr || stdout).trim().split("\n").slice(-3).join(" ")}`;
    return `| ${name} | ${versionOf(folder, packages[0])} | ${verdict} |`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "baku-moscow-pack-"));
const tarball = pack(folder);
for (const [name, trial] of Object.entries(trials))
  if (wanted.length === 0 || wanted.includes(name)) console.log(tryTool(name, trial, tarball));
rmSync(folder, { recursive: true });

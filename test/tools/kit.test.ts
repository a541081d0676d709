/** The kit: how a dataset is started, what names it, and which terms it may have of its own. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compile } from "../../curation/compile.ts";
import { format, type Problem } from "../../curation/problem.ts";
import { readTree } from "../../curation/read/files.ts";
import { init, newManifest } from "../../kit/init.ts";
import { installMachine } from "../../kit/machine.ts";
import { emitOwnTerms, readOwnTerms } from "../../kit/read-terms.ts";

const root = mkdtempSync(join(tmpdir(), "kit-test-"));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** The terms of a file, and what is wrong with it. */
function terms(text: string) {
  const problems: Problem[] = [];
  const files = new Map([["data/terms.yaml", new TextEncoder().encode(text)]]);
  const own = readOwnTerms(files, problems);
  return { own, messages: problems.map(format) };
}

test("terms stand beside the given ones or in their place", () => {
  const { own, messages } = terms(`
MeetingFormat:
  terms:
    radio-call: { means: two sides speak by radio, example: a call }
EventType:
  instead: true
  terms:
    storm: { means: a storm, example: the storm of May }
SpeechAct:
  terms:
    boast:
      { means: praises itself, example: the best, noun: self-praise, cameo: 011, relation: broad }
`);
  expect(messages).toEqual([]);
  const noCode = { cameo: "010", plover: "", relation: "none" };
  expect(own).toEqual({
    MeetingFormat: {
      instead: false,
      terms: {
        "radio-call": {
          means: "two sides speak by radio",
          example: "a call",
          crosswalk: noCode,
        },
      },
    },
    EventType: {
      instead: true,
      terms: { storm: { means: "a storm", example: "the storm of May" } },
    },
    SpeechAct: {
      instead: false,
      terms: {
        boast: {
          means: "praises itself",
          example: "the best",
          noun: "self-praise",
          crosswalk: { cameo: "011", plover: "", relation: "broad" },
        },
      },
    },
  });
  expect(emitOwnTerms(own)).toContain('"means": "two sides speak by radio"');
});

test.each([
  [
    "MeetingFormt: { terms: { a: { means: b c, example: d e } } }",
    '1:15 MeetingFormt: no vocabulary "MeetingFormt" can have terms of a dataset (did you mean ' +
      '"MeetingFormat"?)',
  ],
  [
    "Mode: { terms: { a: { means: b c, example: d e } } }",
    'no vocabulary "Mode" can have terms of a dataset; these can: AgreementType, EventType, ' +
      "ItemSort, MeetingFormat, Occasion, OrganizationType, PlaceType, SpeechAct, VisitType",
  ],
  [
    "MeetingFormat: { instead: true, terms: { a: { means: b c, example: d e } } }",
    "MeetingFormat.instead: the code needs commission-session, unspecified; add them to the terms",
  ],
  [
    "MeetingFormat: { terms: { a: { means: b c, example: d e, cameo: 040 } } }",
    "MeetingFormat.terms.a: cameo and relation go together; give both, or neither",
  ],
  ["MeetingFormat: { terms: { a: { means: b c } } }", "example: is missing; add it"],
  ["MeetingFormat: { terms: { A B: { means: b c, example: d e } } }", "data/terms.yaml:1:"],
  ["MeetingFormat: [", "data/terms.yaml:1:"],
])("the terms %j are refused", (text, message) => {
  const { messages } = terms(text);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(message);
});

test("a new dataset has its name everywhere, compiles, and holds no file of another one", () => {
  const folder = join(root, "two-isles");
  expect(init(folder, "^1.0.0").split("\n")[2]).toBe("  npm install");
  expect(readdirSync(folder).sort()).toEqual([
    ...[
      ".gitignore",
      "LICENSE",
      "LICENSE-DATA",
      "README.md",
      "data",
      "package.json",
      "seeds",
      "test",
    ],
  ]);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    name: string;
    bin: object;
    devDependencies: Record<string, string>;
    exports: Record<string, string>;
  };
  expect([manifest.name, manifest.bin]).toEqual(["two-isles", { "two-isles": "dist/cli.js" }]);
  expect(manifest.devDependencies["quoted-records"]).toBe("^1.0.0");
  // every package that a build needs has a version
  expect(Object.values(manifest.devDependencies).every((one) => /\d/.test(one))).toBe(true);
  expect(manifest.exports["./statements"]).toBe("./dist/statements.js");
  expect(manifest.exports["./reliability.json"]).toBeUndefined();
  const text = ["README.md", "data/dataset.yaml", "test/dataset.test.js"]
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  expect(text).toContain("two-isles");
  expect(text).not.toMatch(/DATASET/);
  expect(text).not.toMatch(/baku|moscow|azerbaij|russia/i);
  const result = compile(readTree(folder, ["data", "seeds"], []), { version: "0.1.0" });
  expect(result.problems.map(format)).toEqual([]);
});

test("a folder that holds something, and a name that npm does not take, are refused", () => {
  const folder = join(root, "taken");
  mkdirSync(folder);
  writeFileSync(join(folder, "a.txt"), "");
  expect(() => init(folder, "1")).toThrow("is not empty (a.txt); name a new or an empty folder");
  expect(() => init(join(root, "Two Isles"), "1")).toThrow(
    '"Two Isles" cannot be the name of the package: use lower-case letters and digits in words',
  );
});

test("the machine goes only into a dataset whose two names agree", () => {
  const folder = join(root, "names");
  mkdirSync(folder);
  expect(() => installMachine(folder)).toThrow("has no package.json; start a dataset with init");
  writeFileSync(join(folder, "package.json"), JSON.stringify(newManifest("other", "1")));
  expect(() => installMachine(folder)).toThrow("has no data/dataset.yaml; init writes one");
  cpSync("test/fixtures/valid/data", join(folder, "data"), { recursive: true });
  expect(() => installMachine(folder)).toThrow(
    'data/dataset.yaml has the name "ames-bond" and package.json "other"; make them the same',
  );
  writeFileSync(join(folder, "package.json"), JSON.stringify(newManifest("ames-bond", "1")));
  writeFileSync(
    join(folder, "data/terms.yaml"),
    "Mode: { terms: { a: { means: b, example: c } } }",
  );
  expect(() => installMachine(folder)).toThrow('no vocabulary "Mode" can have terms');
  expect(readdirSync(folder)).not.toContain(".build");
});

test("nothing of the machine names the first dataset, but for its comments and examples", () => {
  const named = /azerbaij|russia|baku|moscow|armenia/i;
  const files = ["curation", "kit", "site"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(ts|css|yaml|txt)$/.test(file) && !file.startsWith("typedoc"))
      .map((file) => `${folder}/${file}`),
  );
  const found = files.flatMap((file) => {
    const code = readFileSync(file, "utf8").replace(/\/\*[^]*?\*\/|\/\/.*$/gm, "");
    const lines = code.split("\n").filter((line) => named.test(line));
    return lines
      .filter((line) => !/examples?:/.test(line))
      .map((line) => `${file}: ${line.trim()}`);
  });
  // the kit replaces the name in the comments of a package of another dataset
  expect(found).toEqual(['kit/build-dataset.ts: const nameInComments = "baku-moscow";']);
});

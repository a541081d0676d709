import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { compile } from "../../curation/compile.ts";
import { compareOutputs, readTree, WriteError, writeOutputs } from "../../curation/read/files.ts";
import { findNamedWords } from "../../curation/locate/names.ts";
import { format, type Problem } from "../../curation/problem.ts";
import { compileDataset } from "../../kit/compile-dataset.ts";

const valid = readTree("test/fixtures/valid", ["data", "seeds"], []);
const messages = (files: ReadonlyMap<string, Uint8Array>) =>
  compile(files, { version: "0.0.0" }).problems.map(format);
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (path: string) => new TextDecoder().decode(valid.get(path));
const changed = (path: string, edit: (old: string) => string) =>
  new Map([...valid, [path, bytes(edit(text(path)))]]);
const outputs = (files: ReadonlyMap<string, Uint8Array>) => {
  const result = compile(files, { version: "0.0.0" });
  if (!("outputs" in result)) throw new Error(result.problems.map(format).join("\n"));
  return result;
};

const made: string[] = [];
const folder = () => {
  const path = mkdtempSync(join(tmpdir(), "baku-moscow-"));
  made.push(path);
  return path;
};
afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});

test("the fixture without a mistake has no problem", () => {
  expect(messages(valid)).toEqual([]);
});

for (const name of readdirSync("test/fixtures/mistakes")) {
  test(`mistake: ${name}`, () => {
    const whole = readFileSync(`test/fixtures/mistakes/${name}`, "utf8");
    const [mistake, expected] = whole.split("# expected\n") as [string, string];
    const path = /^# replaces (\S+)/.exec(mistake)![1]!;
    const wanted = expected.split("\n").flatMap((line) => (line === "" ? [] : [line.slice(2)]));
    expect(wanted.length).toBeGreaterThan(0);
    expect(messages(new Map([...valid, [path, bytes(mistake)]]))).toEqual(wanted);
  });
}

test("a seed whose bytes changed", () => {
  const found = messages(changed("seeds/a.txt", (old) => old.replace("grows", "grew!")));
  expect(found).toContainEqual(
    expect.stringMatching(
      /^data\/sources\.yaml:\d+:\d+ seed\.sha256: is not the SHA-256 of seeds\/a\.txt, which is [0-9a-f]{64}; restore the file if it was changed by mistake; otherwise review/,
    ),
  );
  expect(found).toContainEqual(
    expect.stringMatching(
      /^data\/statements\/daily-a\.yaml:12:12 claim: not found in daily-a; the nearest passage is "trade grew!\." at 73/,
    ),
  );
});

test("a seed that is missing, one that no source has, and a wrong length", () => {
  const found = messages(
    changed("data/sources.yaml", (old) => old.replace("seeds/a.txt", "seeds/aa.txt")),
  );
  expect(found).toContainEqual(
    expect.stringContaining('seed.file: there is no "seeds/aa.txt" (did you mean "seeds/a.txt"?)'),
  );
  expect(found).toContainEqual(
    "seeds/a.txt:1:1 no source in data/sources.yaml has this text; add one, or remove the file",
  );
  expect(
    messages(
      changed("data/sources.yaml", (old) => old.replace(/codePoints: \d+/, "codePoints: 7")),
    )[0],
  ).toMatch(/seed\.codePoints: seeds\/a\.txt has \d+ code points, not 7/);
});

test("a file that is not UTF-8, and one with a byte order mark", () => {
  const topics = text("data/topics.yaml");
  const latin1 = new Uint8Array([...bytes(topics), 10, 0x23, 0x20, 0xe9, 10]);
  expect(messages(new Map([...valid, ["data/topics.yaml", latin1]]))).toContain(
    `data/topics.yaml:${topics.split("\n").length + 1}:1 is not UTF-8; save the file in that ` +
      "encoding",
  );
  expect(
    messages(
      new Map([
        ...valid,
        ["data/topics.yaml", new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(topics)])],
      ]),
    ),
  ).toContain(
    "data/topics.yaml:1:1 starts with a byte order mark; save the file as UTF-8 without BOM",
  );
});

test("YAML nested too deeply is a problem, not a crash", () => {
  expect(
    messages(new Map([...valid, ["data/topics.yaml", bytes(`a: ${"[".repeat(50_000)}`)]]))[0],
  ).toMatch(/^data\/topics\.yaml:\d+:\d+ YAML: /);
});

test("a file in a place where no kind is kept", () => {
  expect(messages(new Map([...valid, ["data/peeple.yaml", bytes("x: y")]]))).toEqual([
    'data/peeple.yaml:1:1 no kind of record is kept here (did you mean "data/people.yaml"?); ' +
      "docs/curating.md lists the files",
  ]);
});

test("a folder that cannot be read is a problem", () => {
  const root = folder();
  cpSync("test/fixtures/valid", root, { recursive: true });
  // a link to itself: unreadable for every user, root included
  symlinkSync("visits", join(root, "data/visits"));
  const problems: Problem[] = [];
  readTree(root, ["data", "seeds"], problems);
  expect(problems.map(format)).toEqual(["data/visits:1:1 is a link; put the file itself here"]);
});

test("links, pipes and large files are told, and never followed", () => {
  const root = folder();
  cpSync("test/fixtures/valid", root, { recursive: true });
  symlinkSync("..", join(root, "data/up"));
  spawnSync("mkfifo", [join(root, "data/pipe.yaml")]);
  writeFileSync(join(root, "data/large.yaml"), "x".repeat(17 * 1024 * 1024));
  const problems: Problem[] = [];
  readTree(root, ["data", "seeds"], problems);
  expect(problems.map(format)).toEqual([
    "data/large.yaml:1:1 has more than 16 MB; split or remove it",
    "data/pipe.yaml:1:1 is not a file; remove it",
    "data/up:1:1 is a link; put the file itself here",
  ]);
});

test("a folder without records, and a file that holds none, are told by themselves", () => {
  expect(messages(new Map())).toEqual(["data:1:1 holds no record; check the folder"]);
  expect(messages(new Map([...valid, ["data/topics.yaml", bytes("null")]]))).toEqual([
    "data/topics.yaml:1:1 expects a mapping, not words",
  ]);
});

test.each([
  [
    "trade: { label: a|b, definition: x y }",
    'trade.label: holds "|", which separates the values of lists in the tables; write another sign',
  ],
  [
    'trade: { label: "a\\0b", definition: x y }',
    "trade.label: holds U+0000, which is no sign that readers see; remove it",
  ],
  ['trade: { label: "a\\nb", definition: x y }', "trade.label: holds U+000A"],
  ['trade: { label: "a\\ufffeb", definition: x y }', "trade.label: holds U+FFFE"],
  ['trade: { label: "a\\ue000b", definition: x y }', "trade.label: holds U+E000"],
  ['trade: { label: "a\\e[2Jb", definition: x y }', "trade.label: holds U+001B"],
  ["trade: { label: a\u202eb, definition: x y }", "trade.label: holds U+202E"],
  ["trade: { label: a\u200bb, definition: x y }", "trade.label: holds U+200B"],
  ['trade: { label: "a\\ud800b", definition: x y }', "trade.label: holds U+"],
  ["trade: &a { label: a b, definition: x y }", "trade: anchors (&a) are not supported"],
  ["&k trade: { label: a b, definition: x y }", "anchors (&k) are not supported"],
  [
    "trade: { label: a b, definition: x y, broader: trade }",
    "leads back to the record itself (trade → trade); remove one of them",
  ],
])("%j is a problem with its place", (topics, message) => {
  const [first] = messages(new Map([...valid, ["data/topics.yaml", bytes(topics)]])).filter((one) =>
    one.includes("topics.yaml"),
  );
  expect(first).toMatch(/^data\/topics\.yaml:1:\d+ /);
  expect(first).toContain(message);
});

test("a file whose lines end in a carriage return alone is a problem", () => {
  const edited = new Map([...valid, ["data/topics.yaml", bytes("trade:\r  label: x")]]);
  expect(messages(edited)).toContain(
    "data/topics.yaml:1:1 has lines that end in a carriage return alone; save it with line feeds",
  );
});

test("the message on a circle of many records shows its beginning and end", () => {
  const topic = (i: number) => `t-${i}: { label: T, definition: x y, broader: t-${(i + 1) % 20} }`;
  const text = Array.from({ length: 20 }, (_, i) => topic(i)).join("\n");
  const found = messages(new Map([...valid, ["data/topics.yaml", bytes(text)]]));
  const circles = found.filter((message) => message.includes("leads back"));
  expect(circles).toHaveLength(20);
  expect(circles[0]).toContain(
    "(t-0 → t-1 → t-2 → t-3 → 13 more → t-17 → t-18 → t-19 → t-0); remove one of them",
  );
});

test("of thousands of wrong references the first hundred get a suggestion", () => {
  const topic = (i: number) => `t-${i}: { label: T, definition: x y, broader: tt-${i} }`;
  const text = Array.from({ length: 150 }, (_, i) => topic(i)).join("\n");
  const found = messages(new Map([...valid, ["data/topics.yaml", bytes(text)]]));
  expect(found.filter((message) => message.includes('no topic "tt-'))).toHaveLength(150);
  // the first hundred wrong references are also those of records to the topics that are gone
  const suggestions = found.filter((message) => message.includes("did you mean")).length;
  expect(suggestions).toBeGreaterThan(50);
  expect(suggestions).toBeLessThanOrEqual(100);
});

test("a character that is not seen in a quote is named", () => {
  const soft = "wel\u00adcomed";
  const file = [...valid.keys()].find((path) => path.startsWith("data/statements/"))!;
  const edited = changed(file, (old) => old.replace(/claim: (\w)/, `claim: ${soft} $1`));
  expect(messages(edited).join("\n")).toContain("the quote holds U+00AD, which is not seen");
});

test.each([
  ["\ufeff", "the quote holds U+FEFF, which is not seen; remove it"],
  ["\ufe0f", "the quote holds U+FE0F, which is not seen; remove it"],
])("the unseen %j in a quote is named", (character, message) => {
  const edited = changed("data/statements/daily-a.yaml", (old) =>
    old.replace("claim: trade grows.", `claim: "trade${character} grows."`),
  );
  expect(messages(edited).join("\n")).toContain(message);
});

test("a letter that only looks the same is named", () => {
  const edited = changed("data/statements/daily-a.yaml", (old) =>
    old.replace("claim: Roads matter to all", "claim: Roads matter t\u043e all"),
  );
  expect(messages(edited).join("\n")).toContain('(differs at "to", where the quote has U+043E)');
});

test("a list of very many items, an empty file and a missing one are told by themselves", () => {
  const many = `economy: { label: E, definition: x, broader: [${"a,".repeat(6000)}] }`;
  expect(messages(new Map([...valid, ["data/topics.yaml", bytes(many)]]))).toEqual([
    "data/topics.yaml:1:46 economy.broader: has 6000 items; the limit is 5000, so split or " +
      "remove it",
  ]);
  expect(messages(new Map([...valid, ["data/topics.yaml", bytes("{}")]]))).toEqual([
    "data/topics.yaml:1:1 holds no record; remove the file",
  ]);
  const without = new Map([...valid].filter(([path]) => path !== "data/topics.yaml"));
  expect(messages(without)).toEqual([
    "data/topics:1:1 holds no record, and other records name some; add them",
  ]);
});

test("a message shows control characters and is cut", () => {
  const edited = changed("data/places.yaml", (old) =>
    old.replace("type: city", `type: "\\e[2J${"a".repeat(50_000)}"`),
  );

  expect(messages(edited).join("\n")).toContain("<U+001B>[2J");
  expect(Math.max(...messages(edited).map(({ length }) => length))).toBeLessThan(700);
});

test("one run reports all problems, sorted by place", () => {
  const files = new Map([
    ...changed("data/people.yaml", (old) => old.replace("country: delta", "country: dleta")),
    ["data/topics.yaml", bytes("economy: { label: 7, definition: x, bruder: y }")] as const,
  ]);
  expect(messages(files)).toEqual([
    'data/people.yaml:3:12 country: no country "dleta" (did you mean "delta"?)',
    'data/statements/daily-a.yaml:10:14 topics.0: no topic "trade"',
    "data/topics.yaml:1:19 label: expects words, not the number 7",
    'data/topics.yaml:1:37 bruder: no such field (did you mean "broader"?)',
  ]);
});

test("with a problem nothing is written, and the last good output stays", () => {
  const root = folder();
  cpSync("test/fixtures/valid", root, { recursive: true });
  writeFileSync(join(root, "package.json"), '{"version":"0.0.0"}');
  const errors = vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect(compileDataset({ dataset: root, machine: root }, false)).toBe(true);
  const before = readFileSync(join(root, "src/generated/data.json"), "utf8");
  const at = statSync(join(root, "src/generated/data.json")).mtimeMs;
  writeFileSync(
    join(root, "data/topics.yaml"),
    text("data/topics.yaml")
      .replace("Economic ties", "Ties")
      .replace("broader: economy", "broader: econmy"),
  );
  expect(compileDataset({ dataset: root, machine: root }, false)).toBe(false);
  expect(errors.mock.lastCall![0]).toBe(
    'data/topics.yaml:2:68 broader: no topic "econmy" (did you mean "economy"?)\n\n1 ' +
      "problem; nothing was written.",
  );
  expect(readFileSync(join(root, "src/generated/data.json"), "utf8")).toBe(before);
  expect(statSync(join(root, "src/generated/data.json")).mtimeMs).toBe(at);
  errors.mockRestore();
});

test("when writing fails half-way, nothing is left behind", () => {
  const root = folder();
  writeOutputs(root, new Map([["a/one.txt", "1"]]), ["a"]);
  writeFileSync(join(root, "b"), "a file where a folder is needed");
  expect(() =>
    writeOutputs(
      root,
      new Map([
        ["a/one.txt", "2"],
        ["b/two.txt", "2"],
      ]),
      ["a"],
    ),
  ).toThrow();
  expect(readFileSync(join(root, "a/one.txt"), "utf8")).toBe("1");
  expect(readdirSync(join(root, "a"))).toEqual(["one.txt"]);
});

test("a run that is ended at any moment is finished by the next one, and leaves nothing", () => {
  const first = new Map(["one", "two", "three"].map((name) => [`a/${name}.txt`, "1"]));
  const second = new Map([...first.keys()].map((path) => [path, "2"]));
  const contents = (root: string) =>
    Object.fromEntries(
      readdirSync(join(root, "a")).map((name) => [
        name,
        readFileSync(join(root, "a", name), "utf8"),
      ]),
    );
  const whole = (version: string) => ({
    "one.txt": version,
    "two.txt": version,
    "three.txt": version,
  });
  // ended while the outputs are written beside their places: there is no journal
  const early = folder();
  writeOutputs(early, first, ["a"]);
  writeFileSync(join(early, "a/one.txt.new"), "half");
  expect(contents(early)).toMatchObject(whole("1"));
  writeOutputs(early, first, ["a"]);
  expect(contents(early)).toEqual(whole("1"));
  // ended while they are moved into place: the journal lists them
  for (const moved of [0, 1, 2, 3]) {
    const root = folder();
    writeOutputs(root, first, ["a"]);
    const paths = [...second.keys()];
    for (const [i, path] of paths.entries())
      writeFileSync(join(root, i < moved ? path : `${path}.new`), "2");
    writeFileSync(join(root, ".compile-journal.json"), JSON.stringify({ move: paths, remove: [] }));
    // even when the next run has other outputs, those of the last one are whole before it writes
    writeOutputs(root, second, ["a"]);
    expect(contents(root)).toEqual(whole("2"));
    expect(existsSync(join(root, ".compile-journal.json"))).toBe(false);
  }
});

test("a folder in the way of an output is told, and nothing is written", () => {
  const root = folder();
  writeOutputs(root, new Map([["a/one.txt", "1"]]), ["a"]);
  mkdirSync(join(root, "a/two.txt"));
  const now = new Map([
    ["a/one.txt", "2"],
    ["a/two.txt", "2"],
  ]);
  expect(() => {
    writeOutputs(root, now, ["a"]);
  }).toThrow(new WriteError("a/two.txt: a folder is where a file belongs; remove it"));
  expect(readFileSync(join(root, "a/one.txt"), "utf8")).toBe("1");
});

test("files that are no longer outputs are removed, and outdated files are listed", () => {
  const root = folder();
  writeOutputs(
    root,
    new Map([
      ["a/one.txt", "1"],
      ["a/two.txt", "2"],
    ]),
    ["a"],
  );
  const now = new Map([["a/one.txt", "changed"]]);
  expect(compareOutputs(root, now, ["a"])).toEqual({ changed: ["a/one.txt"], left: ["a/two.txt"] });
  writeOutputs(root, now, ["a"]);
  expect(existsSync(join(root, "a/two.txt"))).toBe(false);
});

test("the same input gives the same bytes, whatever the order in which files are read", () => {
  const files = readTree(".", ["data", "seeds"], []);
  const hash = (map: ReadonlyMap<string, string>) =>
    createHash("sha256")
      .update(JSON.stringify([...map]))
      .digest("hex");
  expect(hash(outputs(files).outputs)).toBe(hash(outputs(new Map([...files].reverse())).outputs));
});

test("evidence: spans, context, pointers, anchors and what follows from them", () => {
  const { dataset } = outputs(valid);
  const [statement] = dataset.records.statement;
  expect(statement).toMatchObject({
    label: "Alpha Ames states, 5 May 2022 (The Daily A, undated): Trade grows.",
    credit: "Alpha Ames states, 5 May 2022 (The Daily A, undated)",
    speakers: [
      {
        actor: "alpha-ames",
        office: {
          title: "Minister of Foreign Affairs",
          country: "delta",
          level: "foreign-minister",
        },
        side: "delta",
        basis: "named",
      },
    ],
    date: {
      edtf: "2022-05-05",
      earliest: "2022-05-05",
      latest: "2022-05-05",
      basis: "stated",
      asWritten: "5 May 2022",
    },
    place: "gamma",
    country: "delta",
    sides: ["delta"],
    evidence: [
      {
        source: "daily-a",
        quote: {
          exact: "trade grows.",
          prefix: "Ames said that ",
          suffix: " Bond’s answer was short. Bond",
        },
        position: { start: 73, end: 85 },
        role: "claim",
        supports: ["/meeting", "/occasion", "/mode", "/speechAct", "/topics/0"],
        certainty: "coded",
        anchors: [],
      },
      {
        source: "daily-a",
        quote: { exact: "Ames said that", prefix: "", suffix: " trade grows. Bond’s answer was" },
        position: { start: 58, end: 72 },
        role: "attribution",
        supports: ["/speakers/0", "/mode"],
        certainty: "explicit",
        anchors: [{ pointer: "/speakers/0", start: 58, end: 62 }],
      },
    ],
  });
  const [, ames] = dataset.records.person;
  expect(ames!.names).toEqual([
    { text: "Beta Bond", language: "en", form: "name", source: "daily-a" },
    { text: "Bond", language: "en", form: "name", source: "daily-a" },
  ]);
});

test("a passage beyond the basic plane is counted in code points", () => {
  const seed = `🕊️ ${text("seeds/a.txt")}`;
  const sha = createHash("sha256").update(seed).digest("hex");
  const files = new Map([
    ...changed("data/sources.yaml", (old) =>
      old.replace(
        /sha256: \w+, codePoints: \d+/,
        `sha256: ${sha}, codePoints: ${[...seed].length}`,
      ),
    ),
    ["seeds/a.txt", bytes(seed)] as const,
    [
      "data/segments/daily-a.yaml",
      bytes(
        text("data/segments/daily-a.yaml")
          .replace("- Alpha", "- 🕊️ Alpha")
          .replace("- 🕊️ Alpha", "- { text: 🕊️, boilerplate: an ornament }\n  - Alpha"),
      ),
    ] as const,
  ]);
  const { dataset } = outputs(files);
  const { position, quote } = dataset.records.statement[0]!.evidence[0]!;
  expect([...seed].slice(position.start, position.end).join("")).toBe(quote.exact);
  expect(position.start).toBe(76);
});

test(
  "in the real data, taking away the passage that covers a sentence makes the build fail, " +
    "and so does taking away what shows a field",
  () => {
    const files = readTree(".", ["data", "seeds"], []);
    const edited = (path: string, edit: (old: string) => string) => {
      const old = new TextDecoder().decode(files.get(path));
      expect(edit(old)).not.toBe(old);
      return messages(new Map([...files, [path, bytes(edit(old))]]));
    };
    const statements = "data/statements/kavkaza-aliyev-lavrov.yaml";
    expect(
      edited(statements, (old) =>
        old.replace(/ {2}kavkaza-record-figure-of-visits:\n(?: {4}.*\n)+/, ""),
      ),
    ).toEqual([
      expect.stringMatching(
        /^data\/segments\/kavkaza-aliyev-lavrov\.yaml:18:5 segments\.15: no record quotes "This record figure/,
      ),
    ]);
    expect(
      edited("data/meetings/bayramov-lavrov-2022-baku-talks.yaml", (old) =>
        old.replace(/ {2}- \{ for: place.*\n/, ""),
      ),
    ).toEqual([
      expect.stringMatching(
        /^data\/meetings\/bayramov-lavrov-2022-baku-talks\.yaml:11:8 place: "baku" is not shown by the quote/,
      ),
    ]);
  },
);

test(
  "words that name a record are its name before an adjective of it, and both before an " +
    "office, wherever they stand",
  () => {
    const names = [
      { text: "Freedonian", language: "en", form: "adjective", source: "a" },
      { text: "Freedonia", language: "en", form: "name", source: "a" },
      { text: "the northern republic", language: "en", form: "description", source: "a" },
    ] as const;
    const shown = (passage: string, source = "a") => {
      const words = findNamedWords(passage, source, names);
      return words && passage.slice(words.start, words.end);
    };
    expect(shown("Freedonia is ready, the Freedonian minister said of the northern republic")).toBe(
      "Freedonia",
    );
    expect(shown("the Freedonian minister said of the northern republic")).toBe("Freedonian");
    expect(shown("a minister said of the northern republic")).toBe("the northern republic");
    expect(shown("a minister said of the northern republic", "b")).toBeUndefined();
    const outsideTitles = (passage: string) => {
      const words = findNamedWords(passage, "a", names, true);
      return words && passage.slice(words.start, words.end);
    };
    for (const title of [
      "the Freedonian foreign minister",
      "the Freedonian head of state",
      "the President of Freedonia",
      "Freedonia's president",
      "the Freedonian and Sylvanian foreign ministers",
      "the defence minister of the Republic of Freedonia",
      "the Presidents of Sylvania and Freedonia",
    ])
      expect([title, outsideTitles(title)]).toEqual([title, undefined]);
    expect(outsideTitles("the Freedonian minister, in Freedonia")).toBe("Freedonia");
    expect(outsideTitles("the Freedonian side")).toBe("Freedonian");
  },
);

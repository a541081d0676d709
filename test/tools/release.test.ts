import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import {
  compareWithSnapshot,
  describeChanges,
  findIdFaults,
  toSnapshot,
  type Data,
  type Level,
  type Snapshot,
} from "../../tools/release/data-changes.ts";
import { faultOfPromise, readData, readFields } from "../../tools/release/release-state.ts";
import { addRecordsToChangelog } from "../../tools/release/version-packages.ts";

const data = readData(".");
const fields = readFields(".");
const released = toSnapshot(data, fields, "2026-01-01");

/** The data with one kind's records changed by a function. */
const with_ = (
  kind: string,
  change: (records: Record<string, unknown>[]) => Record<string, unknown>[],
  withdrawn = data.withdrawn,
): Data => ({
  ...data,
  [kind]: change(structuredClone(data[kind]) as Record<string, unknown>[]),
  withdrawn,
});
const without = (id: string) => (records: Record<string, unknown>[]) =>
  records.filter((record) => record.id !== id);
const flights = "kavkaza-135-flights-a-week";

test("nothing changed: no level; nothing released yet: all is new", () => {
  expect(compareWithSnapshot(released, data, fields)).toEqual({
    added: [],
    changed: [],
    withdrawn: [],
    schema: { added: [], removed: [] },
    history: 0,
    level: null,
    faults: [],
  });
  const first = compareWithSnapshot(undefined, data, fields);
  expect([first.level, first.added.length]).toEqual([
    "minor",
    Object.keys(released.records).length,
  ]);
});

test("a corrected gist is a patch, listed with its field, old and new", () => {
  const changes = compareWithSnapshot(
    released,
    with_("statements", (list) =>
      list.map((s) => (s.id === flights ? { ...s, gist: "135 flights a week." } : s)),
    ),
    fields,
  );
  expect(changes.level).toBe("patch");
  expect(changes.changed).toEqual([
    {
      id: flights,
      kind: "statement",
      field: "gist",
      from: '"There are 135 flights between Russia and Azerbaijan every week."',
      to: '"135 flights a week."',
    },
  ]);
  expect(describeChanges(changes)).toEqual([
    `Changed ${flights}.gist: "There are 135 flights between Russia and Azerbaijan every week." ` +
      `→ "135 flights a week."`,
  ]);
});

test("a changed value needs a correction of a later version", () => {
  const changed = with_("statements", (list) =>
    list.map((s) => (s.id === flights ? { ...s, gist: "135 flights a week." } : s)),
  );
  const correction = { record: flights, field: "gist", correctedIn: "9.0.0" };
  const told = (one: typeof correction) =>
    compareWithSnapshot(released, { ...changed, corrections: [...data.corrections, one] }, fields);
  const fault =
    `${flights}: gist changed since ${data.version}, and data/corrections.yaml has no ` +
    "correction of it; add one with the old value, the new value and the reason";
  expect(compareWithSnapshot(released, changed, fields).faults).toEqual([fault]);
  expect(told(correction).faults).toEqual([]);
  expect(told({ ...correction, correctedIn: data.version }).faults).toEqual([fault]);
  expect(told({ ...correction, field: "mode" }).faults).toEqual([fault]);
});

test("names may grow without a correction", () => {
  const changed = with_("people", (list) => list.map((person) => ({ ...person, names: [] })));
  expect(compareWithSnapshot(released, changed, fields).faults).toEqual([]);
});

test("corrections and reviews are only added", () => {
  const [first, ...others] = data.reviews;
  const without = compareWithSnapshot(released, { ...data, reviews: others }, fields);
  const fault =
    `corrections or reviews of ${data.version} were changed or removed (1); restore them in ` +
    "data/corrections.yaml and data/reviews.yaml, and add later ones";
  expect(without.faults).toEqual([fault]);
  const reworded = [{ ...first, found: "Nothing." }, ...others];
  expect(compareWithSnapshot(released, { ...data, reviews: reworded }, fields).faults).toEqual([
    fault,
  ]);
  const added = compareWithSnapshot(
    released,
    { ...data, reviews: [...data.reviews, { ...first, found: "Nothing." }] },
    fields,
  );
  expect([added.faults, added.level]).toEqual([[], "patch"]);
  expect(describeChanges(added)).toEqual(["New corrections and reviews: 1"]);
});

test("a new record is minor; a withdrawn one is major and needs a tombstone", () => {
  expect(
    compareWithSnapshot(
      released,
      with_("topics", (list) => [...list, { id: "x", kind: "topic", definition: "X" }]),
      fields,
    ).level,
  ).toBe("minor");
  const lost = compareWithSnapshot(released, with_("statements", without(flights)), fields);
  expect([lost.level, lost.faults]).toEqual([
    "major",
    [
      `${flights}: was released and is gone; restore it, or give it a tombstone in ` +
        "data/withdrawn.yaml with a reason",
    ],
  ]);
  const buried = compareWithSnapshot(
    released,
    with_("statements", without(flights), [{ id: flights, reason: "said twice" }]),
    fields,
  );
  expect([buried.level, buried.faults]).toEqual(["major", []]);
  expect(describeChanges(buried)).toEqual([`Withdrawn statement ${flights}: said twice`]);
});

test("a removed term or field is major, an added one is minor", () => {
  const { statement } = fields;
  expect(statement!.mode).toContain("direct-quotation");
  expect(statement!["speakers.basis"]).toContain("anaphoric");
  const fewer = { ...fields, statement: { ...statement, mode: statement!.mode!.slice(1) } };
  expect([
    compareWithSnapshot(released, data, fewer).level,
    compareWithSnapshot(released, data, fewer).schema.removed,
  ]).toEqual(["major", ["statement.mode: direct-quotation"]]);
  expect(
    compareWithSnapshot(released, data, { ...fields, statement: { ...statement, tone: null } })
      .level,
  ).toBe("minor");
});

test("every id ever released resolves in one step: fixtures of good and bad tombstones", () => {
  const now = new Set(["here"]);
  const reason = "r";
  expect(findIdFaults(["here", "old"], now, [{ id: "old", successor: "here", reason }])).toEqual(
    [],
  );
  expect(findIdFaults(["here", "old"], now, [{ id: "old", reason }])).toEqual([]);
  expect(findIdFaults(["old"], now, [])).toEqual([
    "old: was released and is gone; restore it, or give it a tombstone in " +
      "data/withdrawn.yaml with a reason",
  ]);
  expect(findIdFaults([], now, [{ id: "a", successor: "nowhere", reason }])).toEqual([
    "a: its successor nowhere is not a record",
  ]);
  expect(
    findIdFaults([], now, [
      { id: "a", successor: "b", reason },
      { id: "b", successor: "here", reason },
    ]),
  ).toEqual(["a: its successor b is withdrawn itself; name here as successor instead"]);
  expect(
    findIdFaults([], now, [
      { id: "a", successor: "b", reason },
      { id: "b", successor: "a", reason },
    ]),
  ).toEqual([
    "a: its tombstone goes in a circle, a → b → a; name a record as successor, or none",
    "b: its tombstone goes in a circle, b → a → b; name a record as successor, or none",
  ]);
});

test("the ids of the last release all resolve or have a tombstone", () => {
  const snapshot = existsSync("releases/snapshot.json")
    ? (JSON.parse(readFileSync("releases/snapshot.json", "utf8")) as Snapshot)
    : undefined;
  expect(compareWithSnapshot(snapshot, data, fields).faults).toEqual([]);
});

test("the promised level must reach the needed one", () => {
  const cases: [Level | null, Level | null, string | undefined][] = [
    [null, null, undefined],
    ["patch", "patch", undefined],
    ["patch", "major", undefined],
    [
      "patch",
      null,
      "the data need a patch release, and the pending changesets promise none; run npx " +
        "changeset and choose patch",
    ],
    [
      "major",
      "minor",
      "the data need a major release, and the pending changesets promise only a minor one; " +
        "run npx changeset and choose major",
    ],
  ];
  for (const [level, promise, message] of cases)
    expect([level, promise, faultOfPromise(level, promise)]).toEqual([level, promise, message]);
});

test("changed records are listed in the section of their version", () => {
  expect(
    addRecordsToChangelog("# baku-moscow\n\n## 0.2.0\n\n- New.\n\n## 0.1.0\n\n- Old.\n", "0.2.0", [
      "New topic records (1): x",
    ]),
  ).toBe(
    "# baku-moscow\n\n## 0.2.0\n\n- New.\n\n### Records\n\n- New topic records (1): x\n\n## " +
      "0.1.0\n\n- Old.\n",
  );
  expect(() => addRecordsToChangelog("# baku-moscow\n", "0.2.0", [])).toThrow(
    "CHANGELOG.md has no section for 0.2.0",
  );
});

/** A copy of the project under git, in which a release can be prepared. */
function sandbox(): {
  root: string;
  run: (script: string) => { status: number | null; out: string };
  git: (...args: string[]) => string;
} {
  const root = mkdtempSync(join(tmpdir(), "baku-moscow-release-"));
  for (const path of [
    ".changeset",
    "data",
    "docs",
    "releases",
    "schemas",
    "curation",
    "kit",
    "tools",
    "seeds",
    "src",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    ".gitignore",
    "README.md",
    "NOTICE",
    "CITATION.cff",
    ".zenodo.json",
  ])
    cpSync(path, join(root, path), { recursive: true });
  for (const path of ["CHANGELOG.md"]) if (existsSync(path)) cpSync(path, join(root, path));
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
  writeFileSync(join(root, ".gitignore"), `${readFileSync(".gitignore", "utf8")}node_modules\n`);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
      cwd: root,
      encoding: "utf8",
    });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Start");
  const run = (script: string) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["node_modules/tsx/dist/cli.mjs", `tools/release/${script}.ts`],
      {
        cwd: root,
        encoding: "utf8",
      },
    );
    return { status, out: stdout + stderr };
  };
  return { root, run, git };
}

test(
  "a release is prepared from the changesets completely or not at all",
  { timeout: 120_000 },
  () => {
    const { root, run, git } = sandbox();
    const read = (path: string) => readFileSync(join(root, path), "utf8");
    const changeset = (level: string) =>
      writeFileSync(
        join(root, ".changeset/one.md"),
        `---\n"baku-moscow": ${level}\n---\n\nOne change.\n`,
      );
    const commit = () =>
      void (git("add", "--all"), git("commit", "--quiet", "--allow-empty", "--message", "Next"));
    try {
      mkdirSync(join(root, "src/generated"), { recursive: true });
      // a first release from what there is
      changeset("minor");
      const dirty = run("version-packages");
      expect([dirty.status, dirty.out]).toEqual([
        1,
        expect.stringMatching(
          /^uncommitted changes; commit or undo them first:\n.*one\.md\n\nno release was prepared; nothing was written\n$/s,
        ),
      ]);
      commit();
      const first = run("version-packages");
      expect([first.status, first.out]).toEqual([
        0,
        expect.stringMatching(/^(\d+\.\d+\.\d+) is prepared: review git diff, then commit\n$/),
      ]);
      const version = /^(\S+)/.exec(first.out)![1]!;
      expect((JSON.parse(read("package.json")) as { version: string }).version).toBe(version);
      expect(
        (JSON.parse(read("package-lock.json")) as { packages: Record<string, { version: string }> })
          .packages[""]!.version,
      ).toBe(version);
      for (const file of [
        "CITATION.cff",
        ".zenodo.json",
        "releases/snapshot.json",
        "releases/changelog.json",
        "src/generated/data.json",
        "src/generated/datapackage.json",
      ])
        expect([file, read(file).includes(version)]).toEqual([file, true]);
      expect(read("CITATION.cff")).toMatch(/^date-released: "\d{4}-\d\d-\d\d"$/m);
      expect(read("CHANGELOG.md")).toContain(`## ${version}\n`);
      commit();
      const idle = run("version-packages");
      expect([idle.status, idle.out]).toEqual([
        1,
        "no pending changeset, so there is nothing to release; run npx changeset\n\nno " +
          "release was prepared; nothing was written\n",
      ]);

      // one statement's gist is changed: patch does
      const statements = join(root, "data/statements/kavkaza-aliyev-lavrov.yaml");
      writeFileSync(
        statements,
        readFileSync(statements, "utf8").replace("There are 135 flights", "There were 135 flights"),
      );
      const corrections = join(root, "data/corrections.yaml");
      writeFileSync(
        corrections,
        `${readFileSync(corrections, "utf8")}- record: ${flights}\n  field: gist\n` +
          "  old: There are 135 flights\n  new: There were 135 flights\n" +
          "  why: a test\n  reported: 2026-11-27\n  by: machine\n  correctedIn: 9.0.0\n",
      );
      changeset("patch");
      commit();
      execFileSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", "kit/compile-dataset.ts"], {
        cwd: root,
      });
      const patch = run("data-diff");
      expect([patch.status, patch.out]).toEqual([
        0,
        expect.stringContaining(`Changed ${flights}.gist:`),
      ]);

      // a withdrawn id: patch does not
      rmSync(join(root, "data/topics.yaml"));
      writeFileSync(
        join(root, "data/topics.yaml"),
        readFileSync("data/topics.yaml", "utf8").replace(/^energy:\n(?: .*\n)+/m, ""),
      );
      writeFileSync(
        join(root, "data/withdrawn.yaml"),
        "- id: energy\n  kind: topic\n  reason: nothing is about it\n  withdrawnIn: 9.0.0\n",
      );
      commit();
      execFileSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", "kit/compile-dataset.ts"], {
        cwd: root,
      });
      git("checkout", "--quiet", "--", ".");
      const low = run("version-packages");
      expect([low.status, low.out]).toEqual([
        1,
        "the data need a major release, and the pending changesets promise only a patch one; " +
          "run npx changeset and choose major\n\nno release was prepared; nothing was written\n",
      ]);
      expect(git("status", "--porcelain")).toBe("");
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
);

test("data that do not compile prepare no release", { timeout: 120_000 }, () => {
  const { root, run, git } = sandbox();
  try {
    mkdirSync(join(root, "src/generated"), { recursive: true });
    writeFileSync(join(root, ".changeset/one.md"), '---\n"baku-moscow": minor\n---\n\nX.\n');
    writeFileSync(join(root, "data/topics.yaml"), "a: {");
    git("add", "--all");
    git("commit", "--quiet", "--message", "Broken");
    expect(run("version-packages")).toEqual({
      status: 1,
      out: expect.stringMatching(
        /the data do not compile\n\nno release was prepared; every file is as it was before\n$/,
      ),
    });
    expect(git("status", "--porcelain")).toBe("");
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

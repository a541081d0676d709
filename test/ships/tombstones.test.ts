/** Ids that were withdrawn, wherever they are written. */
import { expect, test } from "vitest";
import { changes, positions, statements } from "../../src/index.ts";
import { checkData, toCollections } from "../../src/own.ts";

const old = "azerbaijan-russia-intergovernmental-commission";
const now = "intergovernmental-commission";
const mine = { id: "mine", kind: "statement", gist: "x", about: [old], topics: [] } as const;

test("an own record that names a withdrawn id is found by it and by its successor", () => {
  const own = toCollections({ statements: [mine] }, { bundled: true });
  const ids = (about: string) => own.statements.where({ about }).map(({ id }) => id);
  expect(ids(old)).toContain("mine");
  expect(ids(now)).toContain("mine");
  expect(own.statements.get("mine")).toMatchObject({ id: "mine", about: [now] });
  // what was given is not changed
  expect(mine.about).toEqual([old]);
});

test("own tombstones lead from own records to own successors", () => {
  const withdrawn = [{ id: "bridge", reason: "x", withdrawnIn: "1.0.0", successor: "new-bridge" }];
  const own = toCollections({
    places: [{ id: "new-bridge", kind: "place", label: "Bridge", type: "road" }],
    statements: [{ ...mine, about: ["bridge"] }],
    withdrawn,
  });
  expect(own.statements.get("mine")).toMatchObject({ about: ["new-bridge"] });
  expect(own.statements.count({ about: "bridge" })).toBe(1);
});

test("checkData says what became of a withdrawn id", () => {
  const [problem] = checkData(
    { statements: [{ ...mine, about: [old] }] },
    { bundled: true },
  ).filter(({ path }) => path === "about.0");
  expect(problem?.message).toMatch(`"${old}" was withdrawn in version`);
  expect(problem?.message).toMatch(`its successor is "${now}"`);
});

test("positions and changes say what became of an id without a successor", () => {
  const withdrawn = [{ id: "old-topic", reason: "two topics in one", withdrawnIn: "2.0.0" }];
  const own = toCollections({ statements: [mine], withdrawn });
  for (const ask of [
    () => positions("old-topic", { in: own }),
    () => changes("old-topic", "old-topic", { in: own }),
  ])
    expect(ask).toThrow('"old-topic" was withdrawn in version 2.0.0: two topics in one');
  expect(positions(old as never).length).toBeGreaterThan(0);
  expect(statements.count({ about: old as never })).toBeGreaterThan(0);
});

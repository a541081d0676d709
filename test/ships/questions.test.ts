import { expect, test } from "vitest";
import {
  agreements,
  meetings,
  people,
  related,
  resolve,
  timeline,
  topics,
  corrections,
  reviews,
  reviewsOf,
  withdrawnAs,
} from "../../src/index.ts";
import { followTombstones } from "../../src/criteria/tombstones.ts";
import { toDateText } from "../../src/dates/date-text.ts";

test("the timeline holds visits, meetings and agreements in order, undated last", () => {
  const items = timeline();
  const days = items.map((item) => item.date?.earliest ?? "9999");
  expect(days).toEqual([...days].sort());
  expect(new Set(items.map((item) => item.kind))).toEqual(
    new Set(["visit", "meeting", "agreement"]),
  );
  expect(timeline({ statements: true }).length).toBeGreaterThan(items.length);
});

test("a range excludes undated records; certain excludes dates that may be outside", () => {
  const possible = timeline({ from: "2020-11-10", to: "2020-11-10" }).map((i) => i.id);
  expect(possible).toEqual([
    "trilateral-statement-2020-11",
    "azerbaijan-armenian-residents-conversations", // begun by July 2023, nobody says when
  ]);
  expect(timeline({ from: "2020-11-10", to: "2020-11-10", match: "certain" })).toEqual([]);
  // "in two weeks" is no day: it may be any around the 8th, and is certainly none
  const july = { from: "2022-07-05", to: "2022-07-07" };
  expect(timeline(july).map((i) => i.id)).toContain("st-petersburg-2022-meeting");
  for (const range of [july, { from: "2022-07-08", to: "2022-07-08" }, { from: "2022-06" }])
    expect(timeline({ ...range, match: "certain" }).map((i) => i.id)).not.toContain(
      "st-petersburg-2022-meeting",
    );
  expect(() => timeline({ from: "soon" })).toThrow('date.from: "soon" is not a day');
  expect(() => timeline({ since: "2022" } as object)).toThrow(
    'timeline: no option "since"; it takes one of in, from, to, match, statements',
  );
});

test("relations lead both ways", () => {
  const geneva = meetings.get("armenia-azerbaijan-2022-geneva");
  const ids = (direction: string, kind: string, field: string) =>
    related(geneva)
      .relations.find((r) => r.direction === direction && r.kind === kind && r.field === field)
      ?.records.map((r) => r.id);
  expect(ids("forward", "meeting", "outcomes")).toEqual(["peace-agreement"]);
  expect(ids("inverse", "meeting", "follows")).toEqual([
    "armenia-azerbaijan-2022-round-after-geneva",
  ]);
  expect(ids("inverse", "statement", "about")).toEqual([
    "trend-peace-agreement-presented-in-geneva",
  ]);
  expect(related(people.get("vladimir-putin")).statements.map((r) => r.id)).toEqual([
    "kavkaza-putin-welcomes-stabilizing-efforts",
    "kavkaza-welcome-stabilizing-efforts",
  ]);
  expect(
    related(topics.get("border"))
      .relations.find((r) => r.field === "broader")
      ?.records.map((r) => r.id),
  ).toEqual(["delimitation"]);
});

test("resolve finds every kind and nothing else", () => {
  expect(resolve("moscow")?.kind).toBe("place");
  expect(resolve("declaration-on-allied-interaction")).toBe(
    agreements.get("declaration-on-allied-interaction"),
  );
  for (const id of ["", "nobody", "__proto__", "constructor", "toString", "\ud800"])
    expect(resolve(id)).toBeUndefined();
});

test.each([
  ["2022-06-24", "24 June 2022"],
  ["2022-02", "February 2022"],
  ["2022", "2022"],
  ["[2020-11-09,2020-11-10]", "9 or 10 November 2020"],
  ["[2022-02,2022-03]", "February or March 2022"],
  ["2023-02-27/2023-02-28", "27 to 28 February 2023"],
  ["2022-12-30/2023-01-02", "30 December 2022 to 2 January 2023"],
  ["2022-06/..", "since June 2022"],
  ["../2022-06", "until June 2022"],
  ["2022-07-08~", "about 8 July 2022"],
  ["2022-07?", "July 2022 (uncertain)"],
])("%s reads %s", (edtf, text) => {
  expect(toDateText({ edtf })).toBe(text);
});

test("an absent date is given as no date", () => {
  expect(toDateText(undefined)).toBe("no date");
});

test(
  "a withdrawn id leads to its successor, through several tombstones, and never in a " + "circle",
  () => {
    const records: Record<string, string> = { new: "the record" };
    const withdrawal = { reason: "it was two records", withdrawnIn: "0.2.0" };
    const stones = {
      old: { ...withdrawal, successor: "older" },
      older: { ...withdrawal, successor: "new" },
      gone: withdrawal,
      a: { ...withdrawal, successor: "b" },
      b: { ...withdrawal, successor: "a" },
    };
    const to = (id: string) =>
      followTombstones(id, (at) => (Object.hasOwn(records, at) ? records[at] : undefined), stones);
    expect(["new", "old", "older", "gone", "a", "never", "__proto__"].map(to)).toEqual([
      "the record",
      "the record",
      "the record",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(withdrawnAs("moscow")).toBeUndefined();
  },
);

test("corrections and reviews are frozen lists that name records", () => {
  expect([corrections.length > 40, reviews.length > 5]).toEqual([true, true]);
  for (const { record } of corrections)
    expect([record, resolve(record) ?? withdrawnAs(record)]).not.toEqual([record, undefined]);
  expect(Object.isFrozen(corrections) && Object.isFrozen(reviews[1]?.kinds)).toBe(true);
});

test("the reviews of a record are those of its kind, from when the dataset had it", () => {
  const statement = reviewsOf("kavkaza-135-flights-a-week");
  expect(statement).toEqual(reviews.filter(({ kinds }) => kinds?.includes("statement") ?? true));
  expect(reviewsOf("energy").length).toBeLessThan(statement.length);
  const { successor } = withdrawnAs("trend-mine-threat")!;
  expect(reviewsOf("trend-mine-threat")).toEqual(reviewsOf(successor!));
});

test("the reviews of an unknown record are refused", () => {
  expect(() => reviewsOf("energi")).toThrow(
    'reviewsOf: no record "energi" (did you mean "energy"?)',
  );
  expect(() => reviewsOf(1 as unknown as string)).toThrow(
    "reviewsOf: expects an id as text, not 1",
  );
});

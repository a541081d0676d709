/**
 * Whatever a caller passes, each exported function answers or throws the package's own error, and
 * soon.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as citing from "../../src/cite.ts";
import * as coding from "../../src/coding.ts";
import * as index from "../../src/index.ts";
import * as own from "../../src/own.ts";
import { checkRecords } from "../../src/schema.ts";
import { search } from "../../src/search.ts";

/** Calls of all functions together; `npm run fuzz` makes more. */
const runs = Number(process.env.FUZZ_RUNS ?? 100_000);
const longestCall = 5000;

class Custom {
  topics = "border";
}
const oddities: readonly unknown[] = [
  undefined,
  null,
  NaN,
  -0,
  1n,
  Symbol("x"),
  () => true,
  async () => Promise.resolve(false),
  new Map([["topics", "border"]]),
  new Date(NaN),
  Object.create(null),
  Object.create({ topics: "border" }),
  new Custom(),
  new Proxy({}, {}),
  new Uint8Array(3),
  "constructor",
  "__proto__",
  "\ud800",
  "\0",
  [,],
];
const { statements, meetings, collections } = index;
const records = Object.values(collections).map((collection) => [...collection][0]);
const words = [
  "border",
  "russia",
  "sergey-lavrov",
  "2022",
  "2022-06/..",
  "topics",
  "speakers.basis",
  "statement",
  "all",
  "not",
  "from",
  "match",
  "certain",
];
const keys = [
  ...["topics", "speakers", "date", "id", "all", "not", "from", "to", "match", "limit", "offset"],
  ...["in", "where", "order", "kind", "evidence", "outside", "quote", "source", "subset", "by"],
  ...["statements", "people", "bundled", "criteria", "members", "label", "gist", "relations"],
  ...["edtf", "earliest", "latest", "exact", "position", "speakers", "relayedBy", "mode", "names"],
];

/** Anything that JavaScript has, or that looks like an argument. */
const anything: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...oddities),
    fc.constantFrom(...words),
    fc.constantFrom(...records, ...Object.values(collections), collections),
    fc.jsonValue({ maxDepth: 2 }),
    fc.double(),
    fc.string(),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 4 }),
    // a record with one field of another type
    fc.tuple(fc.constantFrom(...records), fc.nat(), tie("value")).map(([record, n, value]) => {
      const names = Object.keys(record as object);
      return { ...record, [names[n % names.length]!]: value };
    }),
  ),
})).value;

type Door = (...args: never[]) => unknown;

/** Functions that take no argument give one answer, which other tests read. */
const withoutArguments = ["dyads", "dyadsToCsv", "actorTopicGraph"];

/** Every function that users can call, by name. */
const doors = new Map<string, Door>([
  ...[index, citing, coding, own].flatMap((entry) =>
    Object.entries(entry).filter(
      (pair): pair is [string, Door] =>
        typeof pair[1] === "function" &&
        pair[0] !== "InputError" &&
        !withoutArguments.includes(pair[0]),
    ),
  ),
  ["search", search],
  ["checkRecords", checkRecords],
  ["statements.where", (...args) => statements.where(...(args as [never]))],
  ["meetings.count", (...args) => meetings.count(...args)],
  ["people.get", (...args) => index.people.get(...(args as [never]))],
  ["people.has", (...args) => index.people.has(...(args as [never]))],
]);

async function failureOf(door: Door, args: readonly unknown[]): Promise<unknown> {
  try {
    await door(...(args as never[]));
    return undefined;
  } catch (error) {
    return error instanceof index.InputError ? undefined : error;
  }
}

test.each([...doors])(
  "%s answers or throws an InputError, whatever it is given",
  async (_, door) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 3 }), async (args) => {
        const start = performance.now();
        const failure = await failureOf(door, args);
        if (failure !== undefined) throw failure as Error;
        expect(performance.now() - start).toBeLessThan(longestCall);
      }),
      { numRuns: Math.ceil(runs / doors.size) },
    );
  },
);

test("a revoked proxy is refused like anything else", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const calls: Door[] = [
    () => statements.where(proxy),
    () => statements.where({ topics: proxy as never }),
    () => own.toCollections(proxy),
    () => own.toCollections({ statements: [proxy as never] }),
    () => own.toCollections({ statements: proxy as never }),
    () => citing.cite(proxy as never),
    () => index.related(proxy as never),
    () => search("x", proxy),
    () => index.countBy(statements, proxy as never),
  ];
  for (const call of calls) expect(call).toThrow(index.InputError);
});

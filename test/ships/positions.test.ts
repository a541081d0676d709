import { expect, test } from "vitest";
import {
  InputError,
  changes,
  meetings,
  positions,
  related,
  sources,
  statements,
  type StatementId,
} from "../../src/index.ts";
import { actorCode, actorTopicGraph, dyads, dyadsToCsv } from "../../src/coding.ts";

test("positions: the claims of each side in order, with what answers what", () => {
  const [first, second, ...more] = positions("lachin-road-closing");
  expect(more).toEqual([]);
  expect([first!.side, second!.side]).toEqual(["armenia", "azerbaijan"]);
  const [blocking] = first!.positions;
  expect(blocking).toMatchObject({ statement: { id: "trend-armenia-alleges-blocking-of-road" } });
  expect(blocking!.from.map(({ type, statement }) => [type, statement])).toEqual([
    ["rejected-by", "trend-deny-blocking-of-lachin-road"],
    ["rejected-by", "trend-deny-blocking-by-video"],
  ]);
  expect(second!.positions[0]!.to.map(({ type }) => type)).toEqual(["rejects", "rejects"]);
});

test("positions holds every claim on a subject, and no narration", () => {
  for (const subject of ["peace-process", "armenia", "bilateral-relations"] as const) {
    const found = new Set(
      positions(subject).flatMap((side) => side.positions.map(({ statement }) => statement.id)),
    );
    const criterion = subject === "armenia" ? { about: subject } : { topics: subject };
    const expected = statements.where({ ...criterion, mode: { not: "agency-narration" } });
    expect([...found].sort()).toEqual(expected.map(({ id }) => id).sort());
  }
});

test("changes: the claims of an actor or of all who speak for a state, oldest first", () => {
  const days = changes("azerbaijan", "armenian-residents").map(
    ({ statement }) => statement.date?.edtf,
  );
  expect(days).toEqual([
    ...Array<string>(2).fill("2022-12-23"),
    ...Array<string>(4).fill("2023-07-17"),
  ]);
  const [, later] = changes("sergey-lavrov", "azerbaijan-russia-regular-contacts");
  expect(later!.to.map(({ type, statement }) => [type, statement])).toEqual([
    ["restates", "sia-regular-contacts-go-on"],
  ]);
});

test("wrong ids are explained", () => {
  for (const wrong of ["nowhere", "trend-bayramov-visit", "sia-friendship-is-example", null]) {
    expect(() => positions(wrong as never)).toThrow(InputError);
    expect(() => changes("armenia", wrong as never)).toThrow("changes: no record");
  }
  expect(() => positions("lachin-raod" as never)).toThrow('did you mean "lachin-road"?');
  expect(() => changes("lachin-road" as never, "armenia")).toThrow(
    'changes: no record "lachin-road"',
  );
});

test("relations are told from both ends", () => {
  const typesOf = (id: StatementId, direction: "forward" | "inverse") =>
    related(statements.get(id))
      .relations.filter((relation) => relation.direction === direction && relation.type)
      .map(({ type, records }) => [type, records.map((record) => record.id)]);
  expect(typesOf("sia-ready-for-restoration", "forward")).toEqual([
    ["answers", ["sia-interest-in-russian-companies"]],
  ]);
  expect(typesOf("sia-interest-in-russian-companies", "inverse")).toEqual([
    ["answered-by", ["sia-ready-for-restoration"]],
  ]);
  for (const { id, relations } of statements)
    for (const { statement, reason } of relations) {
      expect([id, reason.length > 0, statement === id]).toEqual([id, true, false]);
      const back = related(statements.get(statement)).relations.filter(
        ({ direction, field }) => direction === "inverse" && field === "relations",
      );
      expect(back.flatMap(({ records }) => records.map((record) => record.id))).toContain(id);
    }
});

test("a relayed claim is earlier, has no meeting, and its relayer speaks where it says", () => {
  const relayed = statements.where({ relayedBy: { not: null } });
  expect(relayed.length).toBe(4);
  for (const { id, meeting, date, relayedBy } of relayed) {
    expect([id, meeting, date?.earliest]).toEqual([id, undefined, null]);
    for (const { actor, in: place } of relayedBy) {
      const relaying = statements.get(place);
      expect([id, relaying.speakers.map((speaker) => speaker.actor)]).toEqual([id, [actor]]);
      expect(date?.latest).toBe(relaying.date?.latest);
    }
  }
});

test("each statement says on whose account it rests, with the words that say so", () => {
  for (const { id, source, accordingTo, evidence } of statements) {
    const { asWritten, ...account } = sources.get(source).accordingTo!;
    expect([id, accordingTo]).toEqual([id, account]);
    const words = evidence.filter(({ supports }) => supports.includes("/accordingTo"));
    expect(words.map(({ quote }) => quote.exact)).toEqual(
      asWritten === undefined ? [] : [asWritten],
    );
  }
  expect(meetings.get("bayramov-lavrov-2022-working-visit")).toMatchObject({
    readouts: [{ source: "trend-bayramov-visit", actor: "azerbaijan-mfa", held: true }, {}, {}, {}],
    withoutReadout: ["russia"],
  });
});

test("dyads: one row for each pair, with codes, and no side taken on who did not come", () => {
  const rows = dyads();
  const ofRecord = (id: string) => rows.filter(({ record }) => record === id);
  expect(ofRecord("trend-accuse-violation-of-2020-statement")).toMatchObject([
    {
      source: "azerbaijan",
      sourceCode: "AZE",
      target: "armenia",
      targetCode: "ARM",
      cameo: "112",
      plover: "ACCUSE",
    },
  ]);
  expect(ofRecord("bayramov-2022-russia").map(({ source, cameo }) => [source, cameo])).toEqual([
    ["jeyhun-bayramov", "042"],
    ["russia", "043"],
  ]);
  expect(ofRecord("aliyev-lavrov-2023-baku").map(({ source, cameo }) => [source, cameo])).toEqual([
    ["azerbaijan", "043"],
    ["russia", "042"],
  ]);
  expect(ofRecord("five-principles").map(({ source, target }) => [source, target])).toEqual([
    ["azerbaijan", "armenia"],
  ]);
  expect(ofRecord("armenia-azerbaijan-2022-round-after-geneva")).toEqual([]);
  expect(ofRecord("trend-other-issues-of-interest")).toEqual([]);
  for (const row of rows) {
    expect([row.record, row.cameo]).toEqual([row.record, expect.stringMatching(/^\d{3}$/)]);
    expect([row.record, row.passage]).toEqual([row.record, expect.stringMatching(/^https?:/)]);
  }
  const lines = dyadsToCsv().split("\r\n");
  expect(lines.length).toBe(rows.length + 2);
  expect(lines[0]).toBe(Object.keys(rows[0]!).join(","));
  expect(
    ["sergey-lavrov", "united-nations", "russian-companies", "azerbaijan"].map(actorCode),
  ).toEqual(["RUSGOV", "IGO", "", "AZE"]);
});

test("the network counts every claim of an actor on a topic", () => {
  const graph = actorTopicGraph();
  const claims = [...graph.matchAll(/<data key="claims">(\d+)</g)].map(([, n]) => Number(n));
  const expected = [...statements].reduce(
    (sum, { speakers, topics }) => sum + speakers.length * topics.length,
    0,
  );
  expect(claims.reduce((sum, n) => sum + n, 0)).toBe(expected);
  const ids = new Set([...graph.matchAll(/<node id="([^"]+)"/g)].map(([, id]) => id));
  for (const [, source, target] of graph.matchAll(/<edge source="([^"]+)" target="([^"]+)"/g))
    expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
});

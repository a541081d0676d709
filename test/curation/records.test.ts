import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { markedStretches } from "../../curation/locate/quotation-marks.ts";
import { loadedWordFinder, type LoadedWords } from "../../curation/validate/loaded-words.ts";
import {
  agreements,
  events,
  meetings,
  organizations,
  people,
  places,
  resolve,
  sources,
  statements,
  topics,
  visits,
  type DatasetRecord,
  type Entry,
} from "../../src/index.ts";

const all: DatasetRecord[] = [
  ...sources,
  ...people,
  ...organizations,
  ...places,
  ...topics,
  ...visits,
  ...meetings,
  ...events,
  ...statements,
  ...agreements,
];
const entries = all.filter((r): r is Entry => r.kind !== "source" && r.kind !== "topic");

/** The seeds as code points, read apart from the compiler. */
const texts = new Map(
  [...sources].flatMap((s) => {
    if (!s.seed) return [];
    const bytes = readFileSync(s.seed.file);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(s.seed.sha256);
    return [[s.id, Array.from(bytes.toString("utf8"))] as const];
  }),
);

test("the words of a passage with their context stand once in its article", () => {
  for (const { id, evidence } of entries)
    for (const { source, quote } of evidence) {
      const text = texts.get(source)!.join("");
      const withContext = `${quote.prefix}${quote.exact}${quote.suffix}`;
      expect([id, quote.exact, text.split(withContext).length - 1]).toEqual([id, quote.exact, 1]);
    }
});

test("every passage is in its text at its position, with its context", () => {
  let count = 0;
  for (const record of entries)
    for (const { source, quote, position, anchors } of record.evidence) {
      const text = texts.get(source)!;
      const at = (start: number, end: number) => text.slice(start, end).join("");
      expect([record.id, at(position.start, position.end)]).toEqual([record.id, quote.exact]);
      expect(at(position.start - Array.from(quote.prefix).length, position.start)).toBe(
        quote.prefix,
      );
      expect(at(position.end, position.end + Array.from(quote.suffix).length)).toBe(quote.suffix);
      expect(Array.from(quote.exact).length).toBeLessThanOrEqual(320);
      for (const anchor of anchors) {
        expect(anchor.start).toBeGreaterThanOrEqual(position.start);
        expect(anchor.end).toBeLessThanOrEqual(position.end);
        expect(anchor.start).toBeLessThan(anchor.end);
      }
      count++;
    }
  expect(count).toBeGreaterThan(300);
});

test("every pointer leads to a value, and every record has evidence", () => {
  for (const record of entries) {
    expect([record.id, record.evidence.length + record.outside.length > 0]).toEqual([
      record.id,
      true,
    ]);
    for (const pointer of [...record.evidence, ...record.outside].flatMap((e) => e.supports)) {
      const value = pointer
        .slice(1)
        .split("/")
        .reduce<unknown>((v, key) => (v as Record<string, unknown>)[key], record);
      expect([record.id, pointer, value]).toEqual([record.id, pointer, expect.anything()]);
    }
  }
});

test("an inference has its reason, and only an inference has one", () => {
  for (const record of entries)
    for (const e of record.evidence)
      expect([record.id, e.certainty === "inferred"]).toEqual([record.id, e.reason !== undefined]);
});

test("every name is in the seed that it cites, or an outside page is cited", () => {
  for (const record of entries)
    for (const name of record.names) {
      if (name.source === undefined) throw new Error(`${record.id}: no source for ${name.text}`);
      const text = texts.get(name.source)?.join("");
      if (text !== undefined)
        expect([record.id, text.toLowerCase()]).toEqual([
          record.id,
          expect.stringContaining(name.text.toLowerCase()),
        ]);
      else expect(sources.get(name.source).role).toBe("reference");
    }
});

test("ids are unique over all kinds, resolve, and records are frozen throughout", () => {
  expect(new Set(all.map((r) => r.id)).size).toBe(all.length);
  const frozen = (value: unknown): boolean =>
    typeof value !== "object" ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(frozen));
  for (const record of all) {
    expect(resolve(record.id)).toBe(record);
    expect([record.id, frozen(record)]).toEqual([record.id, true]);
  }
});

test("a dateline dates the report, never an event", () => {
  const dated = [...meetings, ...visits, ...agreements].filter(
    (record) => record.date !== undefined,
  );
  expect(dated.length).toBeGreaterThan(20);
  for (const record of dated)
    expect([record.id, record.date!.basis]).not.toEqual([record.id, "dateline"]);
});

test("the outlet's own voice has no speaker, and every other claim has one or names nobody", () => {
  for (const s of statements) {
    if (s.mode === "agency-narration") {
      expect([s.id, s.speakers, s.meeting, s.occasion]).toEqual([
        s.id,
        [],
        undefined,
        "unspecified",
      ]);
      expect(s.date?.edtf).toBe(sources.get(s.source).published?.edtf);
    } else if (s.mode !== "unattributed-report")
      expect([s.id, s.speakers.length > 0]).toEqual([s.id, true]);
  }
});

test("every direct quotation lies between quotation marks of its article, no mark within", () => {
  let count = 0;
  for (const s of statements) {
    const claims = s.evidence.filter(({ role }) => role === "claim");
    const text = texts.get(s.source)!.join("");
    const inMarks = claims.every(({ position: { start, end }, quote }) => {
      expect(text.slice(start, end)).toBe(quote.exact); // no character beyond the basic plane
      return markedStretches(text).some((marks) => marks.start <= start && end <= marks.end);
    });
    // the marks around a relayed claim are those of whoever relays it
    if (s.relayedBy.length === 0)
      expect([s.id, inMarks]).toEqual([s.id, s.mode === "direct-quotation"]);
    if (s.mode !== "direct-quotation") continue;
    count++;
    for (const { quote } of claims)
      expect([s.id, /["“”]/.test(quote.exact)]).toEqual([s.id, false]);
  }
  expect(count).toBe(statements.count({ mode: "direct-quotation" }));
  expect(count).toBeGreaterThan(30);
});

test("counting quotations and counting claims are two questions", () => {
  const utterances = new Set(
    statements.where({ mode: "direct-quotation" }).map((s) => s.utterance),
  );
  expect(utterances.has(undefined)).toBe(false);
  // four in SIA, four and five in the two articles of Vestnik Kavkaza
  expect(utterances.size).toBe(13);
  for (const s of statements)
    expect([s.id, s.utterance !== undefined]).toEqual([s.id, s.mode === "direct-quotation"]);
  for (const utterance of utterances) {
    const speakers = statements
      .where({ utterance: utterance! })
      .map((s) => s.speakers.map(({ actor }) => actor).join());
    expect([utterance, new Set(speakers).size]).toEqual([utterance, 1]);
  }
});

test("each passage of a statement says what it is for; topics rest on no lead-in", () => {
  for (const s of statements) {
    const roles = s.evidence.map(({ role }) => role);
    expect([s.id, roles.includes("claim"), roles.includes(undefined)]).toEqual([s.id, true, false]);
    for (const { role, supports } of s.evidence) {
      const judged = supports.filter((pointer) => pointer.startsWith("/topics/"));
      if (role === "attribution") expect([s.id, judged]).toEqual([s.id, []]);
      const names = supports.filter((pointer) => pointer.startsWith("/speakers/"));
      if (role === "claim") expect([s.id, names]).toEqual([s.id, []]);
    }
    const isAttributed =
      roles.includes("attribution") ||
      s.mode === "agency-narration" ||
      s.evidence.some(
        ({ supports, reason }) =>
          reason !== undefined && supports.some((pointer) => pointer.startsWith("/speakers")),
      ) ||
      s.speakers.some(({ basis }) => basis === "other-page");
    expect([s.id, isAttributed]).toEqual([s.id, true]);
    for (const target of s.targets)
      expect([s.id, s.about]).toEqual([s.id, expect.arrayContaining([target])]);
  }
  for (const record of entries)
    if (record.kind !== "statement")
      expect(record.evidence.filter(({ role }) => role !== undefined)).toEqual([]);
});

const loadedWords = parse(readFileSync("data/loaded-words.yaml", "utf8")) as LoadedWords[];
const findLoadedWord = loadedWordFinder(loadedWords);

test("no label, gist or note uses a loaded word that it does not credit", () => {
  for (const record of entries) {
    // labels of statements are made of their gists
    const own = [record.kind === "statement" ? record.gist : record.label, record.note ?? ""];
    for (const text of own)
      expect([record.id, findLoadedWord(text.replace(/"[^"]*"/g, ""))]).toEqual([
        record.id,
        undefined,
      ]);
  }
});

test(
  "each judgement on a statement rests on words of its article, whatever pages stand " +
    "beside them",
  () => {
    for (const statement of statements)
      for (const pointer of [
        "/meeting",
        "/occasion",
        "/mode",
        "/speechAct",
        ...statement.topics.map((_, i) => `/topics/${i}`),
      ])
        if (pointer !== "/meeting" || statement.meeting !== undefined)
          expect([
            statement.id,
            pointer,
            statement.evidence.some(({ supports }) => supports.includes(pointer)),
          ]).toEqual([statement.id, pointer, true]);
  },
);

/** Web Annotations: another library finds their words again in the articles, at the same place. */
import * as annotator from "@apache-annotator/selector";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { toAnnotations, type Annotation } from "../../src/cite.ts";
import { collections, sources, statements, type DatasetRecord } from "../../src/index.ts";
import { toCollections } from "../../src/own.ts";

const records = Object.values(collections).flatMap((collection: Iterable<DatasetRecord>) => [
  ...collection,
]);
const annotations = records.flatMap((record) => toAnnotations(record));
const texts = new Map(
  sources.where({ role: "seed" }).map(({ url, seed }) => [url, readFileSync(seed!.file, "utf8")]),
);

interface Found {
  readonly startIndex: number;
  readonly endIndex: number;
}

/** The library's declarations lead nowhere under this resolution of modules. */
const { textQuoteSelectorMatcher } = annotator as unknown as {
  textQuoteSelectorMatcher: (
    selector: object,
  ) => (chunker: ReturnType<typeof chunkerOf>) => AsyncIterable<Found>;
};

/** A text as the library reads it: in one piece. */
function chunkerOf(data: string) {
  const chunk = { data };
  return {
    currentChunk: chunk,
    nextChunk: () => null,
    previousChunk: () => null,
    precedesCurrentChunk: () => false,
  };
}

/** Where the library finds the words, in code points. */
async function placesOf({ target }: Annotation): Promise<[number, number][]> {
  const text = texts.get(target.source)!;
  const [quote] = target.selector;
  if (quote?.type !== "TextQuoteSelector") throw new Error("the first selector is no quote");
  const found: [number, number][] = [];
  const pointsBefore = (index: number) => [...text.slice(0, index)].length;
  for await (const { startIndex, endIndex } of textQuoteSelectorMatcher(quote)(chunkerOf(text)))
    found.push([pointsBefore(startIndex), pointsBefore(endIndex)]);
  return found;
}

test("every passage of every record is found again, once, at its position", async () => {
  expect(annotations.length).toBeGreaterThan(800);
  for (const annotation of annotations) {
    const [, position] = annotation.target.selector;
    if (position?.type !== "TextPositionSelector") throw new Error("no position");
    const places = await placesOf(annotation);
    expect([annotation.id, places]).toEqual([annotation.id, [[position.start, position.end]]]);
  }
});

test("an annotation carries the attributed line and the fields, and never a bare claim", () => {
  const [first] = toAnnotations(statements.get("kavkaza-135-flights-a-week"));
  const record = statements.get("kavkaza-135-flights-a-week");
  expect(first!.body[0]).toEqual({
    type: "TextualBody",
    value: record.label,
    format: "text/plain",
    purpose: "describing",
  });
  expect(first!.body.slice(1).map(({ value }) => `/${value}`)).toEqual(
    record.evidence[0]!.supports,
  );
  for (const { gist, id } of statements)
    for (const { body } of toAnnotations(statements.get(id)))
      expect(body.map(({ value }) => value)).not.toContain(gist);
  expect(new Set(annotations.map(({ id }) => id)).size).toBe(annotations.length);
});

test("own records, records without passages, and what is no record", () => {
  const evidence = [
    {
      source: "mine",
      quote: { exact: "a", prefix: "", suffix: "" },
      position: { start: 0, end: 1 },
      supports: ["/country"],
      certainty: "explicit",
      anchors: [],
    },
  ];
  const set = toCollections({ places: [{ id: "here", label: "Here", evidence }] } as never);
  const here = set.places.get("here") as never;
  const [own] = toAnnotations(here, { in: set } as never);
  expect([own!.target.source, own!.body[0]!.value, own!.id]).toEqual(["mine", "Here", undefined]);
  const unlabelled = toCollections({ places: [{ id: "there", evidence }] } as never);
  const there = unlabelled.places.get("there") as never;
  expect(toAnnotations(there, { in: unlabelled } as never)[0]!.body[0]!.value).toBe("there");
  expect(toAnnotations(sources.get("trend-bayramov-visit"))).toEqual([]);
  expect(() => toAnnotations({ id: "nobody" } as never)).toThrow(
    /^toAnnotations: no record "nobody"/,
  );
});

/** How well search finds: measured on questions of readers, and on the articles' own sentences. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { organizations, people, places, sources, statements } from "../../src/index.ts";
import { toCollections } from "../../src/own.ts";
import { search, searchIn } from "../../src/search.ts";

interface Question {
  readonly question: string;
  readonly right: readonly string[];
}
const readQuestions = () =>
  JSON.parse(readFileSync("test/fixtures/search/questions.json", "utf8")) as Question[];

/** Whether one of the right statements is among the first five. */
const finds = (query: string, right: readonly string[]) =>
  searchIn(statements, query, { limit: 5 }).some(({ record }) => right.includes(record.id));

test("80 of 100 questions in plain words find a right statement among the first five", () => {
  const questions = readQuestions();
  expect(questions).toHaveLength(100);
  const ids = questions.flatMap(({ right }) => right);
  expect(ids.filter((id) => !statements.has(id))).toEqual([]);
  const found = questions.filter(({ question, right }) => finds(question, right));
  expect(found.length).toBeGreaterThanOrEqual(80);
});

/** The sentences of a text, with the code point at which each starts. */
function sentencesOf(text: string): { readonly sentence: string; readonly start: number }[] {
  const pieces = text.split(/(?<=[.!?]["”]?)\s+(?=["“]?\p{Lu})|\n+/u);
  let at = 0;
  return pieces.map((sentence) => {
    const index = text.indexOf(sentence, at);
    at = index + sentence.length;
    return { sentence, start: [...text.slice(0, index)].length };
  });
}

test("95 of 100 sentences that hold claims find one of their statements", () => {
  let [asked, found] = [0, 0];
  for (const { id, seed } of sources.where({ role: "seed" })) {
    const text = readFileSync(seed!.file, "utf8");
    for (const { sentence, start } of sentencesOf(text)) {
      const end = start + [...sentence].length;
      const right = statements.where(({ evidence }) =>
        evidence.some(
          ({ source, role, position }) =>
            source === id && role === "claim" && position.start >= start && position.end <= end,
        ),
      );
      if (right.length === 0) continue;
      asked++;
      const ids = right.map((statement) => statement.id);
      if (finds(sentence.slice(0, 1000), ids)) found++;
    }
  }
  expect(asked).toBeGreaterThan(80);
  expect(found / asked).toBeGreaterThanOrEqual(0.95);
});

test.each([
  ["Лавров", people, "sergey-lavrov"],
  ["Джейхун Байрамов", people, "jeyhun-bayramov"],
  ["Ceyhun Bayramov", people, "jeyhun-bayramov"],
  ["İlham Əliyev", people, "ilham-aliyev"],
  ["Պուտին", people, "vladimir-putin"],
  ["Степанакерт", places, "khankendi"],
  ["Xankəndi", places, "khankendi"],
  ["Баку", places, "baku"],
  ["Երևան", places, "yerevan"],
  ["ԵՐԵՎԱՆ", places, "yerevan"],
  ["Ermənistan", places, "armenia"],
  ["Rusiya", places, "russia"],
  ["ООН", organizations, "united-nations"],
])("%s, in a language of the region, finds its record first", (query, collection, id) => {
  expect(search(query, { in: collection as typeof people })[0]?.record.id).toBe(id);
});

const own = toCollections({
  statements: [
    { id: "millions", gist: "It paid 1,500 million for 4.5 tons." },
    { id: "nearly", gist: "It paid 1600 million for 40 tons on the 20th of May 2002." },
    { id: "joined", gist: "The postwar megaprojects need cooperation." },
    { id: "hyphens", gist: "The post-war mega-projects need co-operation." },
    { id: "forms", gist: "They signed and are organising neighbourhood crossings." },
    { id: "signs", gist: "Đorđević of Straße by Søren, ﬁrst, ＢＡＫＵ, in\u00adter\u200bnal." },
  ],
}).statements;
const ids = (query: string) => searchIn(own, query).map(({ record }) => record.id);

test("a word with a digit matches only itself", () => {
  expect(ids("1500")).toEqual(["millions"]);
  expect(ids("1,500")).toEqual(["millions"]);
  expect(ids("4.5")).toEqual(["millions"]);
  for (const query of ["4", "5", "30th", "20", "200"])
    expect([query, ids(query)]).toEqual([query, []]);
  for (const { passages } of search("2023", { limit: 500 }))
    for (const { text, marks } of passages)
      for (const [start, end] of marks) expect(text.slice(start, end)).toBe("2023");
});

test("compounds are found with a hyphen, with a blank, and as one word", () => {
  for (const query of ["post-war", "postwar", "mega-projects", "megaprojects", "co-operation"])
    expect([query, ids(query).sort()]).toEqual([query, ["hyphens", "joined"]]);
  expect(ids("post war")[0]).toBe("hyphens");
  const [hit] = searchIn(own, "megaprojects", { where: ({ id }) => id === "hyphens" });
  const { text, marks } = hit!.passages[0]!;
  expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(["mega-projects"]);
});

test("forms of a word and both spellings are found", () => {
  for (const query of ["signing", "signs", "organized", "organization", "neighborhood", "crossing"])
    expect([query, ids(query)]).toEqual([query, ["forms"]]);
});

test("letters are found whatever their form", () => {
  for (const query of ["Dordevic", "Strasse", "Soren", "first", "baku", "internal"])
    expect([query, ids(query)]).toEqual([query, ["signs"]]);
});

test("a hit says which words of the query its record does not hold", () => {
  const hits = searchIn(own, "megaprojects wombat post-war");
  expect(hits.map(({ missing }) => missing)).toEqual([["wombat"], ["wombat"]]);
  expect(searchIn(own, "the co-operation").map(({ missing }) => missing)).toEqual([[], []]);
});

test("a word itself comes before longer and misspelt ones", () => {
  for (const more of [0, 600]) {
    const filler = Array.from({ length: more }, (_, i) => ({ id: `f${i}`, label: `Other ${i}` }));
    const labels = ["Railway", "Rail freight", "Rail", "Rain"];
    const { topics } = toCollections({
      topics: [
        ...labels.map((label) => ({ id: label.toLowerCase().replace(" ", "-"), label })),
        ...filler,
      ],
    });
    const found = searchIn(topics, "rail").map(({ record }) => record.label);
    expect(found).toEqual(["Rail", "Rail freight", "Railway", "Rain"]);
  }
});

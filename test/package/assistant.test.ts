/** What assistants can ask: whatever they ask, no claim comes without its speaker and source. */
import { expect, test } from "vitest";
import { lacks, readQuestions } from "../../bench/assistant/questions.ts";
import type { Answer } from "../../src/assistant/assistant-tool.ts";
import { assistantResources } from "../../src/assistant/resources.ts";
import { assistantTools, callTool } from "../../src/assistant/tools.ts";
import { readCodebook } from "../../src/command/mcp-command.ts";
import { collections, InputError, statements, version } from "../../src/index.ts";
import { cite } from "../../src/cite.ts";

const tools = assistantTools(readCodebook);
const call = (name: string, given: unknown = {}) => callTool(tools, name, given);
const everything = Object.values(collections).flatMap((collection) => [...collection]);

/** Where the claim of a statement stands without the credit line before it. */
function bareClaims({ text }: Answer): string[] {
  return [...statements]
    .filter(({ gist, label }) => text.replaceAll(label, "").includes(gist))
    .filter(({ gist, evidence }) => !evidence.some(({ quote }) => quote.exact.includes(gist)))
    .map(({ id }) => id);
}

test("the thirty questions have the answers that their list says", async () => {
  const questions = readQuestions();
  expect(questions).toHaveLength(30);
  for (const question of questions) {
    const answer = await call(question.ask.tool, question.ask.arguments);
    for (const id of question.ids ?? []) expect(answer.text, question.question).toContain(id);
    expect(lacks(question, answer.text), question.question).toEqual([]);
    if (question.held === false) {
      expect(answer.text, question.question).toMatch(
        /^Not in the records of the 5 articles of baku-moscow/,
      );
      expect(question.ids).toBeUndefined();
    } else expect(question.ids?.length, question.question).toBeGreaterThan(0);
  }
});

test("each example of a tool finds something", async () => {
  for (const { name, example } of tools) {
    const { text } = await call(name, example());
    expect(text, name).not.toMatch(/^Not in /);
  }
});

test("no answer has the claim of a statement without its speaker", async () => {
  for (const { id } of everything) expect(bareClaims(await call("get", { id })), id).toEqual([]);
  for (const kind of Object.keys(collections))
    expect(bareClaims(await call("list", { kind, limit: 200 })), kind).toEqual([]);
  for (const { id } of [...collections.topics, ...collections.events, ...collections.places]) {
    expect(bareClaims(await call("positions", { subject: id })), id).toEqual([]);
    expect(JSON.stringify((await call("positions", { subject: id })).data)).not.toContain('"gist"');
  }
  for (const { id } of statements)
    expect(bareClaims(await call("quotations", { id })), id).toEqual([]);
  expect(bareClaims(await call("search", { query: "Azerbaijan Russia", limit: 200 }))).toEqual([]);
}, 120_000);

test("each answer about a statement has its words, speaker, id, version and citation", async () => {
  for (const statement of statements) {
    const { text, data } = await call("get", { id: statement.id });
    expect(text).toContain(statement.label);
    expect(text).toContain(`Cite: ${cite(statement).apa}`);
    expect(text).toContain(`baku-moscow ${version}`);
    expect(data).toMatchObject({
      version,
      record: {
        id: statement.id,
        quotations: [{ words: expect.any(String), link: expect.stringMatching(/^https:/) }],
        citation: cite(statement).apa,
      },
    });
  }
});

test("words are called a speaker's own only where the article quotes them", async () => {
  const own = (await call("get", { id: "sia-friendship-is-example" })).text;
  expect(own).toContain(
    "“Our friendship is an example.” — Sergey Lavrov (identified by the context), as quoted by SIA",
  );
  const reported = (await call("get", { id: "kavkaza-135-flights-a-week" })).text;
  expect(reported).toContain("— words of Vestnik Kavkaza, which report a claim of Ilham Aliyev");
  const narrated = (await call("get", { id: "tdi-bilateral-and-regional-issues" })).text;
  expect(narrated).toContain("— words of The Diplomatic Insight, https://");
});

test("words on somebody's account name the account, and inferred sides are marked", async () => {
  for (const { id, sides } of statements.where({ source: "trend-bayramov-visit" })) {
    const { text } = await call("get", { id });
    const account = "Trend, citing the account of the Ministry of Foreign Affairs of Azerbaijan";
    expect(text, id).toContain(`— words of ${account}`);
    expect(sides.length > 0).toBe(text.includes("which report a claim of"));
  }
  const inferred = statements.where({ "speakers.basis": "inferred-side" });
  expect(inferred.length).toBeGreaterThan(10);
  for (const { id } of inferred)
    expect((await call("get", { id })).text, id).toMatch(/a claim of .* \(side inferred\), https:/);
});

test("beyond the last hit nothing is said of the articles", async () => {
  const { text } = await call("search", { query: "OSCE", offset: 500 });
  expect(text).not.toMatch(/do not hold it/);
  expect((await call("search", { query: "Russia", limit: 2 })).text).toMatch(
    /\d+ more: ask again with offset 2\.\n/,
  );
  expect((await call("quotations", { id: "mines" })).text).toMatch(/^A topic has no quotations/);
});

test("a meeting says how far it got, and whose accounts differ", async () => {
  const { text } = await call("list", { kind: "meetings", where: { occurrence: "declined" } });
  expect(text).toContain("occurrence: declined");
  expect(text).toContain(
    "accounts differ on occurrence: postponed, by Armenia, outside page: NEWS.am",
  );
});

test("the answer says when records hold only a part of the words", async () => {
  const { text } = await call("search", { query: "OSCE wombat" });
  expect(text).toMatch(/^baku-moscow .*: no record holds all the words "OSCE wombat"/);
  expect(text).toContain("It does not hold: wombat");
});

test("the answer says how many events only may lie in the range", async () => {
  const { text } = await call("timeline", { from: "2022-10", to: "2022-10" });
  expect(text).toMatch(/ 3 of them only may lie in it; match certain leaves them out\./);
  const relayed = await call("list", { kind: "statements", where: { date: "2021" } });
  expect(relayed.text).toContain("date: until 24 June 2022 (");
});

test("that an actor has no claim on a subject does not say that nobody has", async () => {
  const { text } = await call("positions", { subject: "lachin-road", actor: "russia" });
  expect(text).toMatch(/: no claim of Russia on Lachin road\. /);
});

test("a list goes on where the page ends", async () => {
  const { text } = await call("list", { kind: "statements", where: {}, limit: 3, offset: 3 });
  expect(text).toContain(`${statements.size - 6} more: ask again with offset 6.`);
});

const wrongCalls: readonly [name: string, given: unknown, message: string | RegExp][] = [
  ["searhc", {}, 'tools: no tool "searhc" (did you mean "search"?)'],
  ["search", {}, /^search: needs query, as in \{"query":/],
  ["search", { query: 1 }, "query: expects text, not 1"],
  ["search", { query: "x", kid: "y" }, 'search: no option "kid" (did you mean "kind"?)'],
  ["search", { query: "x", limit: "3" }, 'limit: expects a whole number, 0 or more, not "3"'],
  ["search", { query: "x", kind: "people " }, 'kind: no kind "people " (did you mean "people"?)'],
  [
    "get",
    { id: "lavrov" },
    'id: no record "lavrov" (did you mean "sergey-lavrov"?); search finds ids',
  ],
  ["get", "lavrov", 'get: expects an object of options, not "lavrov"'],
  ["list", { kind: "statements", where: [] }, /^where: expects an object such as \{"source": …\}/],
  [
    "list",
    { kind: "statements", where: { speaker: "x" } },
    /no field "speaker" \(did you mean "speakers"\?\)/,
  ],
  ["list", { kind: "meetings", where: { date: "May" } }, /"May" is not a day/],
  ["positions", { subject: "jeyhun-bayramov", actor: "nobody" }, /^actor: no record "nobody"/],
  [
    "list",
    { kind: "statements", where: { speakers: "nikol-pashinyan" } },
    'speakers: no record "nikol-pashinyan"; search finds ids',
  ],
  ["timeline", { from: "June 2022" }, /"June 2022" is not a day/],
  ["cite", { id: "osce", kind: "people" }, /^cite: takes id, or kind with where, or nothing/],
  ["cite", { where: {} }, "cite: where needs kind"],
  [
    "codebook",
    { kind: "people", field: "name" },
    /^codebook: no field "name" \(did you mean "names"\?\)/,
  ],
];

test.each(wrongCalls)(
  "%s %j: the error says what to send instead",
  async (name, given, message) => {
    const error = await call(name, given).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    if (typeof message === "string") expect((error as Error).message).toBe(message);
    else expect((error as Error).message).toMatch(message);
  },
);

test("the resources tell the scope, the rules and the codebook", async () => {
  const resources = assistantResources(tools);
  const about = await resources.find(({ uri }) => uri === "baku-moscow://about")!.read();
  expect(about).toContain("It asserts nothing itself.");
  expect(about).toContain("trend-bayramov-visit: Trend, 23 December 2022, https://");
  expect(resources.map(({ uri }) => uri)).toContain("baku-moscow://codebook/statements");
  for (const resource of resources) expect((await resource.read()).length).toBeGreaterThan(200);
});

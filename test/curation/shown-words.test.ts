/** Which words of a passage show a value, and what is said when none do. */
import { expect, test } from "vitest";
import { SeedText } from "../../curation/locate/seed-text.ts";
import { showValue, wordsOfTerm } from "../../curation/prove/shown-words.ts";
import type { ProofContext } from "../../curation/prove/support.ts";
import { fieldsOf } from "../../src/schema/describe.ts";
import type { Kind } from "../../src/schema/field.ts";

const drafts = new Map([
  ["delta", { kind: "place", id: "delta" }],
  ["ann", { kind: "person", id: "ann" }],
  ["page", { kind: "source", id: "page" }],
]);
const names = new Map([
  [
    "delta",
    [
      { text: "Delta", form: "name", source: "page" },
      { text: "Deltan", form: "adjective", source: "page" },
      { text: "the republic", form: "description", source: "other" },
    ],
  ],
  ["ann", [{ text: "the minister", form: "office", source: "page" }]],
]);
const context = { drafts, names } as unknown as ProofContext;

/** The words of a passage that show a value, or why none do. */
function shown(kind: Kind, name: string, value: unknown, exact: string): string {
  const passage = { text: new SeedText("page", exact), start: 0, exact };
  const field = fieldsOf(kind).get(name)!;
  const found = showValue({ kind, field, value }, passage, context);
  return "fault" in found ? found.fault : exact.slice(found.start, found.end);
}

const noWords =
  'it holds no words for 2022-10-06 and gives "7 October 2022"; correct the date if that is meant';

test.each([
  [{ edtf: "2022-10-06" }, "met on 6 October 2022.", "6 October 2022"],
  [{ edtf: "2022-10" }, "met in October 2022.", "October 2022"],
  [
    { edtf: "2022-10-06" },
    "met in October 2022.",
    '"October 2022" does not give the whole of 2022-10-06',
  ],
  [{ edtf: "2022-10-06" }, "met in Gamma.", "it holds no words for 2022-10-06"],
  [{ edtf: "2022-10-06" }, "met on 7 October 2022.", noWords],
  [
    { edtf: "2022-10-06", asWritten: "on 6 October 2022" },
    "met on 6 October 2022.",
    "on 6 October 2022",
  ],
  [
    { edtf: "2022-10-06", asWritten: "that day" },
    "met on 6 October 2022.",
    'it does not hold "that day"',
  ],
  [
    { edtf: "2022-10-06", asWritten: "7 October 2022" },
    "6 October 2022, and 7 October 2022",
    "it holds no words for 2022-10-06",
  ],
])("a date %j in %j", (value, exact, expected) => {
  const found = shown("meeting", "date", value, exact);
  expect(found).toBe(expected);
});

test.each([
  [{ value: 135, asWritten: "135 flights" }, "with 135 flights a week", "135 flights"],
  [{ value: 5, asWritten: "135 flights" }, "with 135 flights", '"135 flights" says 135, not 5'],
  [{ value: 135, asWritten: "135 flights" }, "with 1350 flights", 'it does not hold "135 flights"'],
  [
    { value: 24, asWritten: "dozens of cars" },
    "dozens of cars",
    '"dozens of cars" gives no number; a number that the words do not give is no quantity',
  ],
])("a quantity %j in %j", (value, exact, expected) => {
  expect(shown("statement", "quantities", value, exact)).toBe(expected);
});

test("an item of a list is its words", () => {
  expect(shown("statement", "items", "rail", "road, rail and sea")).toBe("rail");
  expect(shown("statement", "items", "air", "road, rail and sea")).toBe('it does not hold "air"');
});

test.each([
  ["delta", "they met in Delta", "Delta"],
  ["delta", "the Deltan side", "Deltan"],
  [
    "delta",
    "Deltans came",
    'it holds no name of delta ("Delta", "Deltan") outside the title of a person',
  ],
  [
    "delta",
    "the Deltan foreign minister came",
    'it holds no name of delta ("Delta", "Deltan") outside the title of a person',
  ],
  [
    "delta",
    "the foreign minister of Delta",
    'it holds no name of delta ("Delta", "Deltan") outside the title of a person',
  ],
  [
    "delta",
    "the republic",
    'it holds no name of delta ("Delta", "Deltan") outside the title of a person',
  ],
  ["nobody", "anything", "anything"],
])("a side %s in %j", (id, exact, expected) => {
  expect(shown("meeting", "sides", id, exact)).toBe(expected);
});

test("a person is shown by an office of this article, at the start of a sentence too", () => {
  expect(shown("meeting", "participants", { person: "ann" }, "The minister came")).toBe(
    "The minister",
  );
  expect(shown("meeting", "participants", { person: "ann" }, "Ann came")).toBe(
    'it holds no name of ann ("the minister")',
  );
});

test("the country of a person is shown by a title as well", () => {
  expect(shown("person", "country", "delta", "the Deltan foreign minister")).toBe("Deltan");
});

test.each([
  [{ value: "signed", by: "delta" }, "Delta Signed it", /^Sign$/],
  [
    { value: "signed", by: "delta" },
    "Delta designed it",
    /^it holds no word for "signed" \(.*sign…/,
  ],
  [
    { value: "signed", by: "delta" },
    "they signed it",
    'it holds no name of delta ("Delta", "Deltan")',
  ],
  [{ value: "signed", by: "page" }, "they signed it", /^sign$/],
  [{ value: "signed", by: "other" }, "they signed it", /^sign$/],
])("a status %j in %j", (value, exact, expected) => {
  expect(shown("agreement", "statuses", value, exact)).toMatch(expected);
});

test("an account is shown by the words for its value, and for whoever gives it", () => {
  const account = (value: string, by: string) => ({ field: "occurrence", value, by });
  expect(shown("meeting", "accounts", account("declined", "delta"), "Delta declined")).not.toMatch(
    /^it /,
  );
  expect(shown("meeting", "accounts", account("declined", "delta"), "they declined")).toMatch(
    /^it holds no name/,
  );
  expect(shown("meeting", "accounts", account("declined", "page"), "they declined")).not.toMatch(
    /^it /,
  );
  expect(shown("meeting", "accounts", { field: "nothing", value: "x", by: "page" }, "words")).toBe(
    "words",
  );
});

test("a source that is not the article of the passage asserts nothing in it", () => {
  const other = new Map([...drafts, ["elsewhere", { kind: "source", id: "elsewhere" }] as const]);
  const exact = "they signed it";
  const passage = { text: new SeedText("page", exact), start: 0, exact };
  const field = fieldsOf("agreement").get("statuses")!;
  const value = { value: "signed", by: "elsewhere" };
  const inOther = { ...context, drafts: other } as unknown as ProofContext;
  expect(showValue({ kind: "agreement", field, value }, passage, inOther)).toEqual({
    fault: "it is not in elsewhere",
  });
});

test("the words of a term are those of its vocabulary, wherever it stands", () => {
  const statuses = fieldsOf("agreement").get("statuses")!.shape;
  expect(wordsOfTerm(statuses, "signed")).toContain("sign");
  expect(wordsOfTerm(statuses, "no such term")).toBeUndefined();
  expect(wordsOfTerm({ type: "text" }, "signed")).toBeUndefined();
});

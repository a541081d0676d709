/** What an inference must name: days as pages write them, names, terms and numbers. */
import { expect, test } from "vitest";
import {
  missingDate,
  missingName,
  missingTerm,
  wrongNumber,
  type Resting,
} from "../../curation/prove/inference.ts";
import type { ProofContext } from "../../curation/prove/support.ts";
import { fieldsOf } from "../../src/schema/describe.ts";

const meetingFields = fieldsOf("meeting");
const resting = (field: string, value: unknown, more: Partial<Resting> = {}): Resting => ({
  field: meetingFields.get(field)!,
  value,
  text: "",
  passages: [],
  pages: [],
  aboutPages: "",
  ...more,
});

/** What a text does not give of a day that an account states. */
const missing = (edtf: string, text: string, aboutPages = "") =>
  missingDate(resting("accounts", { field: "date", value: edtf }, { text, aboutPages }));

const months = [
  ["January", "Jan", "januari", "января"],
  ["February", "Feb", "februari", "февраля"],
  ["March", "Mar", "maart", "марта"],
  ["April", "Apr", "апреля"],
  ["May", "mei", "мая"],
  ["June", "Jun", "juni", "июня"],
  ["July", "Jul", "juli", "июля"],
  ["August", "Aug", "augustus", "августа"],
  ["September", "Sept", "Sep", "сентября"],
  ["October", "Oct", "oktober", "октября"],
  ["November", "Nov", "ноября"],
  ["December", "Dec", "декабря"],
];

test.each(months.map((names, i) => [i + 1, names] as const))(
  "the names of month %i",
  (number, names) => {
    const month = String(number).padStart(2, "0");
    for (const name of names) {
      expect(missing(`2022-${month}-06`, `on 6 ${name} 2022`)).toBeUndefined();
      expect(missing(`2022-${month}`, `${name} 2022`)).toBeUndefined();
      const other = number === 12 ? "01" : String(number + 1).padStart(2, "0");
      expect(missing(`2022-${other}`, `in ${name} 2022`)).toBe(`2022-${other}`);
    }
  },
);

test.each([
  ["6 October 2022", true],
  ["06 October 2022", true],
  ["6th of October 2022", true],
  ["October 6, 2022", true],
  ["Oct. 6th, 2022", true],
  ["06.10.2022", true],
  ["06/10/2022", true],
  ["2022-10-06", true],
  ["6 or 7 October 2022", true],
  ["6/7 October 2022", true],
  ["6 to 7 October 2022", true],
  ["October 2022, on the 6th", true],
  ["16 October 2022", false],
  ["October 16, 2022", false],
  ["October 61, 2022", false],
  ["2022-10-061", false],
  ["06.11.2022", false],
  ["26/10/2022", false],
  ["6 Octobers 2022", false],
  ["6 October 2023", false],
  ["room 6, October 2022", false],
  ["October 2022, on the 16th", false],
])("the day 2022-10-06 in %j: %s", (text, isGiven) => {
  expect(missing("2022-10-06", text)).toBe(isGiven ? undefined : "2022-10-06");
});

test("a year may be known from the page, and a month with it", () => {
  expect(missing("2022-10-06", "on 6 October", "Newspaper, 2022")).toBeUndefined();
  expect(missing("2022-10-06", "on 6 October", "Newspaper, 2021")).toBe("2022-10-06");
  expect(missing("2022-10", "that month", "Newspaper, October 2022")).toBeUndefined();
  // the day itself must be in the words
  expect(missing("2022-10-06", "that day", "Newspaper, 6 October 2022")).toBe("2022-10-06");
  expect(missing("2022", "in 2022")).toBeUndefined();
  expect(missing("2022", "in 20223")).toBe("2022");
  expect(missing("2022~", "about 2022")).toBeUndefined();
});

test("a season is given in words", () => {
  const seasons = ["spring", "summer", "autumn", "winter"];
  for (const [i, name] of seasons.entries()) {
    expect(missing(`2024-${21 + i}`, `in the ${name} of 2024`)).toBeUndefined();
    expect(missing(`2024-${21 + i}`, "in a season of 2024")).toBe(`2024-${21 + i}`);
  }
  expect(missing("2024-23", "in the fall of 2024")).toBeUndefined();
});

test("every day of a set or an interval is named", () => {
  const days = "2022-10-06/2022-10-07";
  expect(missing(days, "from 6 October to 7 October 2022")).toBeUndefined();
  expect(missing(days, "6 October 2022")).toBe("2022-10-07");
});

test("the day of a status, and values without a day", () => {
  const status = (asOf: unknown, text: string) =>
    missingDate(
      resting(
        "statuses",
        { value: "signed", asOf },
        { field: fieldsOf("agreement").get("statuses")!, text },
      ),
    );
  expect(status({ edtf: "2022-10-06" }, "on 6 October 2022")).toBeUndefined();
  expect(status({ edtf: "2022-10-06" }, "on 7 October 2022")).toBe("2022-10-06");
  expect(status({ edtf: "2022-10-06", asWritten: "6 October 2022" }, "")).toBeUndefined();
  expect(status({ edtf: "2022-10-06", reason: "6 October 2022" }, "")).toBeUndefined();
  expect(status("2022-10-06", "")).toBeUndefined();
  expect(missingDate(resting("participants", { person: "ann" }))).toBeUndefined();
  expect(missingDate(resting("place", { field: "date", value: "2022-10-06" }))).toBeUndefined();
  expect(missingDate(resting("accounts", { field: "occurrence", value: "held" }))).toBeUndefined();
  const reason = { field: "date", value: "2022-10-06", reason: "dated 6 October 2022" };
  expect(missingDate(resting("accounts", reason))).toBeUndefined();
});

test("a number is that of its words", () => {
  const quantity = (value: number, asWritten: string) =>
    wrongNumber(
      resting(
        "quantities",
        { value, asWritten, unit: "x" },
        { field: fieldsOf("statement").get("quantities")! },
      ),
    );
  expect(quantity(135, "135 flights")).toBeUndefined();
  expect(quantity(2, "two flights")).toBeUndefined();
  expect(quantity(3, "two flights")).toBe("3");
  expect(wrongNumber(resting("place", { value: 3, asWritten: "two" }))).toBeUndefined();
});

const draft = (kind: string, id: string, notation: object) => [id, { kind, id, notation }] as const;
const drafts = new Map([
  draft("place", "delta", { type: "country", label: "Delta" }),
  draft("place", "gamma", { type: "city", country: "delta", label: "Gamma" }),
  draft("person", "ann", {
    country: "delta",
    label: "Ann",
    offices: [{ title: "Minister of Trade" }],
  }),
  draft("person", "bob", { country: "delta", label: "Bob" }),
  draft("person", "cid", {
    country: "delta",
    label: "Cid",
    offices: [{ title: "Speaker of the House" }, { title: "Envoy" }],
  }),
  draft("person", "nic", { label: "Nic", offices: [{ title: "Envoy" }] }),
  draft("place", "sigma", { type: "country", label: "Sigma" }),
  draft("place", "zeta", { type: "city", country: "sigma", label: "Zeta" }),
  draft("place", "omega", { type: "country", label: "Omega" }),
  draft("place", "unlabelled", { type: "city" }),
  draft("source", "page", { role: "reference", label: "Page" }),
  draft("meeting", "talks", {
    label: "Talks in Gamma",
    source: "page",
    quote: "they met in the evening",
    evidence: [{ page: "page" }, { quote: ["a late dinner", { exact: "a walk" }] }],
    accounts: [{ quote: "a quarrel" }],
  }),
]);
const names = new Map([
  ["ann", [{ text: "Ann Ames" }]],
  ["delta", [{ text: "Deltan" }]],
  ["zeta", [{ text: "St. Zeta" }]],
  ["unlabelled", [{ text: "U. Port" }]],
]);
const context = { drafts, names } as unknown as ProofContext;
const missingIn = (field: string, value: unknown, text: string, more: Partial<Resting> = {}) =>
  missingName(resting(field, value, { text, ...more }), context);

test.each([
  ["by a name", "Ann Ames came", undefined],
  ["by a label, whatever its capitals", "ANN came", undefined],
  ["not within a word", "Annette came", "ann"],
  ["by the office and the state", "the Minister of the Deltan side", undefined],
  ["by several of the office", "ministers of Delta", undefined],
  ["not by the office alone", "the Minister came", "ann"],
  ["not by the office of a prime minister", "the Prime Minister of Delta", "ann"],
  ["not by the office of a deputy", "the Deputy Minister of Delta", "ann"],
  ["not within another word", "the administration of Delta", "ann"],
])("a person is named %s", (_, text, expected) => {
  expect(missingIn("participants", { person: "ann" }, text)).toBe(expected);
});

test("an office is a whole word, and each of several counts", () => {
  expect(missingIn("participants", { person: "ann" }, "the Marshal of Delta")).toBe("ann");
  expect(missingIn("participants", { person: "cid" }, "the Envoy of Delta")).toBeUndefined();
  expect(missingIn("participants", { person: "cid" }, "the Speaker of Delta")).toBeUndefined();
  expect(missingIn("participants", { person: "cid" }, "the Speaker of Sigma")).toBe("cid");
  // an office of another state is another person's
  const other = "the Minister of Sigma met the side of Delta";
  expect(missingIn("participants", { person: "ann" }, other)).toBe("ann");
  expect(missingIn("participants", { person: "ann" }, other.replace("Sigma", "Omega"))).toBe("ann");
  // where there is no other state, an office is of the only one
  const alone = new Map([...drafts].filter(([id]) => id !== "sigma" && id !== "omega"));
  const text = "the Minister of Delta";
  const ann = resting("participants", { person: "ann" }, { text });
  expect(missingName(ann, { drafts: alone, names } as unknown as ProofContext)).toBeUndefined();
  // without a state an office names nobody
  expect(missingIn("participants", { person: "nic" }, "the Envoy of Delta")).toBe("nic");
});

test("signs in a name are themselves, and a record without a name or label is never named", () => {
  expect(missingIn("place", { place: "zeta" }, "in St. Zeta")).toBeUndefined();
  expect(missingIn("place", { place: "zeta" }, "in Sto Zet")).toBe("zeta");
  expect(missingIn("place", { place: "zeta" }, "in StX Zet")).toBe("zeta");
  expect(missingIn("place", { place: "unlabelled" }, "in undefined")).toBe("unlabelled");
  expect(missingIn("place", { place: "unlabelled" }, "in U. Port")).toBeUndefined();
  expect(missingIn("place", { place: "unlabelled" }, "in UX Port")).toBe("unlabelled");
});

test("a person without an office is named by name only", () => {
  expect(missingIn("participants", { person: "bob" }, "the Minister of Delta")).toBe("bob");
});

test("a state is named by a place in it, and a place is not named by its state", () => {
  expect(missingIn("hosts", "delta", "Gamma said")).toBeUndefined();
  expect(missingIn("hosts", "delta", "Sigma said")).toBe("delta");
  expect(missingIn("place", { place: "gamma" }, "in Delta")).toBe("gamma");
  // neither by a place of another state nor by a person of its own
  expect(missingIn("hosts", "delta", "Zeta said")).toBe("delta");
  expect(missingIn("hosts", "delta", "Bob said")).toBe("delta");
});

test("a record with a label of ours is named where it rests on the same words or page", () => {
  expect(
    missingIn("follows", "talks", "it", { passages: ["they met in the evening of May"] }),
  ).toBe(undefined);
  expect(missingIn("follows", "talks", "it", { passages: ["met in the"] })).toBe(undefined);
  expect(missingIn("follows", "talks", "it", { passages: ["others"] })).toBe("talks");
  expect(missingIn("follows", "talks", "it", { pages: ["page"] })).toBe(undefined);
  expect(missingIn("follows", "talks", "it", { pages: ["other"] })).toBe("talks");
  for (const passage of ["a late dinner", "a walk", "a quarrel"])
    expect(missingIn("follows", "talks", "it", { passages: [passage] })).toBe(undefined);
  // a person is not
  expect(missingIn("participants", { person: "bob" }, "it", { pages: ["page"] })).toBe("bob");
});

test("an article gives its own account, and an unknown id is reported elsewhere", () => {
  expect(missingIn("accounts", { by: "page", field: "place" }, "")).toBeUndefined();
  expect(missingIn("accounts", { by: "nobody", field: "place" }, "")).toBeUndefined();
  // the title of a page names a publisher, and no person
  expect(
    missingIn("accounts", { by: "delta", field: "place" }, "", { aboutPages: "Deltan ministry" }),
  ).toBeUndefined();
  expect(
    missingIn("accounts", { by: "ann", field: "place" }, "", { aboutPages: "Ann Ames speaks" }),
  ).toBe("ann");
  // a value that is a record is named as well
  const account = (value: string) => ({ by: "page", field: "speakers", value });
  expect(missingIn("accounts", account("ann"), "Ann Ames said")).toBeUndefined();
  expect(missingIn("accounts", account("ann"), "Bob said")).toBe("ann");
  expect(missingIn("accounts", account("ann"), "", { aboutPages: "Ann Ames" })).toBe("ann");
  expect(missingIn("accounts", account("held"), "")).toBeUndefined();
  // nor is the value of an account named by the title of a page
  expect(missingIn("accounts", account("delta"), "", { aboutPages: "Deltan ministry" })).toBe(
    "delta",
  );
  expect(missingIn("hosts", "nobody", "")).toBeUndefined();
  expect(missingIn("date", { edtf: "2022-10-06" }, "6 October 2022")).toBeUndefined();
  expect(missingIn("date", { edtf: "2022-10-06" }, "7 October 2022")).toBe("2022-10-06");
});

test("a status is shown by its words, and is of the page that is given", () => {
  const field = fieldsOf("agreement").get("statuses")!;
  const status = (by: string, value: string, text: string, pages: string[] = []) =>
    missingTerm(resting("statuses", { value, by }, { field, text, pages }), context);
  expect(status("delta", "signed", "it was Signed")).toBeUndefined();
  expect(status("delta", "signed", "it was designed")).toBe("signed");
  expect(status("delta", "signed", "")).toBe("signed");
  expect(status("page", "signed", "signed", ["page"])).toBeUndefined();
  expect(status("page", "signed", "signed", ["other"])).toBe("page");
  expect(status("page", "signed", "signed")).toBeUndefined();
  expect(status("delta", "signed", "signed", ["page"])).toBeUndefined();
  expect(missingTerm(resting("place", { value: "signed", by: "page" }), context)).toBeUndefined();
});

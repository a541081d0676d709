/**
 * Questions that a reader of the five articles would ask, asked through the public API. The answers
 * are facts of the dataset, in __snapshots__: `npm run facts` writes them again.
 */
import { expect, test } from "vitest";
import {
  agreements,
  events,
  meetings,
  organizations,
  people,
  places,
  related,
  sources,
  statements,
  timeline,
  topics,
  visits,
} from "../../src/index.ts";

const ids = (records: readonly { readonly id: string }[]) => records.map((r) => r.id);
const sorted = (records: readonly { readonly id: string }[]) => ids(records).sort();
const texts = (names: readonly { readonly text: string }[]) =>
  [...new Set(names.map((n) => n.text))].sort();

test("nothing is lost by accident: records by kind", () => {
  expect({
    seeds: sources.count({ role: "seed" }),
    people: people.size,
    organizations: organizations.size,
    places: places.size,
    topics: topics.size,
    visits: visits.size,
    meetings: meetings.size,
    events: events.size,
    statements: statements.size,
    agreements: agreements.size,
  }).toMatchSnapshot();
});

test("nothing is lost by accident: statements by source", () => {
  expect(
    Object.fromEntries(
      sources.where({ role: "seed" }).map((s) => [s.id, statements.count({ source: s.id })]),
    ),
  ).toMatchSnapshot();
});

const questions: readonly (readonly [question: string, answer: () => unknown])[] = [
  // who
  ["Who are the people?", () => sorted([...people])],
  [
    "Who presented a copy of his credentials to whom?",
    () => meetings.where({ format: "credentials-call" })[0]!.participants.map((p) => p.person),
  ],
  ["What is the ambassador's office?", () => people.get("mikhail-yevdokimov").offices[0]!.title],
  [
    "Which spellings of Lavrov's name occur?",
    () => texts(people.get("sergey-lavrov").names.filter((n) => n.form === "name")),
  ],
  [
    "Who writes Sergei?",
    () =>
      people
        .get("sergey-lavrov")
        .names.filter((n) => n.text === "Sergei Lavrov")
        .map((n) => n.source),
  ],
  [
    "Who is quoted through somebody else?",
    () => [...new Set(statements.where({ citing: { not: null } }).flatMap((s) => s.citing))].sort(),
  ],
  [
    "Does Vladimir Putin speak himself, and not through somebody else?",
    () => statements.count({ speakers: "vladimir-putin", relayedBy: null }),
  ],
  [
    "Does Armenia ever speak, and who passes its words on in which stance?",
    () =>
      statements
        .where({ speakers: "armenia" })
        .flatMap((s) => s.relayedBy.map(({ actor, stance }) => [actor, stance])),
  ],
  [
    "Who relays Armenia's words, and about what?",
    () => statements.where({ citing: "armenia" }).map((s) => [s.speakers[0]!.actor, s.speechAct]),
  ],
  [
    "Who spoke at the press conference?",
    () =>
      [
        ...new Set(
          statements
            .where({ occasion: "press-conference" })
            .flatMap((s) => s.speakers.map((x) => x.actor)),
        ),
      ].sort(),
  ],
  [
    "Who spoke in Baku in February 2023?",
    () =>
      [
        ...new Set(
          statements
            .where({ place: "baku", date: "2023-02" })
            .flatMap((s) => s.speakers.map((x) => x.actor)),
        ),
      ].sort(),
  ],
  [
    "Whose words are given jointly?",
    () => ids(statements.where((s) => s.speakers.some((x) => x.basis === "joint"))),
  ],
  // when
  [
    "When was the press conference?",
    () => [
      meetings.get("bayramov-lavrov-2022-press-conference").date?.edtf,
      meetings.get("bayramov-lavrov-2022-press-conference").date?.basis,
    ],
  ],
  [
    "Did the credentials call take place on the day of the dateline?",
    () => [
      meetings.get("bayramov-yevdokimov-2023-credentials").date?.edtf,
      sources.get("tdi-bayramov-yevdokimov").published?.edtf,
    ],
  ],
  [
    "How is the day of the Moscow talks known?",
    () => meetings.get("lavrov-bayramov-2022-moscow").date?.basis,
  ],
  [
    "On which days may the statement of November 2020 have been made?",
    () => [
      agreements.get("trilateral-statement-2020-11").date?.earliest,
      agreements.get("trilateral-statement-2020-11").date?.latest,
    ],
  ],
  [
    "Who says the 9th?",
    () =>
      agreements
        .get("trilateral-statement-2020-11")
        .accounts.filter((a) => a.value === "2020-11-09")
        .map((a) => a.by),
  ],
  [
    "When were the five principles put forward, and by whose account?",
    () => agreements.get("five-principles").accounts.map((a) => [a.value, a.by]),
  ],
  [
    "When was the declaration signed, and does the text say so?",
    () => [
      agreements.get("declaration-on-allied-interaction").date?.edtf,
      agreements.get("declaration-on-allied-interaction").date?.basis,
      agreements.get("declaration-on-allied-interaction").date?.asWritten,
    ],
  ],
  [
    "What happened in December 2022?",
    () => ids(timeline({ from: "2022-12", to: "2022-12", match: "certain" })),
  ],
  [
    "How long was Lavrov's visit in 2023?",
    () => [
      visits.get("lavrov-2023-baku").quantities[0]!.value,
      visits.get("lavrov-2023-baku").date?.edtf,
    ],
  ],
  ["Which meetings have no date?", () => sorted(meetings.where({ date: null }))],
  ["Which agreements have no date?", () => agreements.count({ date: null })],
  // where
  [
    "Where did the ministers meet on 23 December 2022, and what does the article say?",
    () => [
      meetings.get("bayramov-lavrov-2022-working-visit").place?.place,
      meetings.get("bayramov-lavrov-2022-working-visit").outside[0]!.source,
    ],
  ],
  [
    "Which meetings were or are to be in Russia?",
    () => sorted(meetings.where({ place: "russia" })),
  ],
  [
    "How many statements were made in Azerbaijan?",
    () => statements.count({ country: "azerbaijan" }),
  ],
  // how many
  [
    "How many flights a week?",
    () =>
      statements.where((s) => s.quantities.some((q) => q.unit === "flights a week"))[0]!
        .quantities[0]!.value,
  ],
  ["How many key principles?", () => agreements.get("five-principles").quantities[0]!.value],
  [
    "Which anniversary?",
    () => statements.get("kavkaza-year-of-diplomatic-relations").quantities[0]!.value,
  ],
  [
    "How many statements are wholly in quotation marks, by source?",
    () =>
      Object.fromEntries(
        sources
          .where({ role: "seed" })
          .map((s) => [s.id, statements.count({ source: s.id, mode: "direct-quotation" })]),
      ),
  ],
  // what about
  [
    "Who said what about the Minsk Group?",
    () => statements.where({ about: "osce-minsk-group" }).map((s) => s.label),
  ],
  [
    "What was said about the Lachin road, and with which acts?",
    () =>
      statements.where({ about: "lachin-road", speakers: { not: null } }).map((s) => s.speechAct),
  ],
  [
    "What did Azerbaijan propose?",
    () => ids(statements.where({ speakers: "azerbaijan", speechAct: "propose" })),
  ],
  ["What did anybody commit to?", () => sorted(statements.where({ speechAct: "commit" }))],
  [
    "Whom are the accusations against?",
    () => [...new Set(statements.where({ speechAct: "accuse" }).flatMap((s) => s.targets))],
  ],
  [
    "Who speaks of the peace treaty?",
    () =>
      [
        ...new Set(
          statements
            .where({ topics: "peace-treaty" })
            .flatMap((s) => s.speakers.map((x) => x.actor)),
        ),
      ].sort(),
  ],
  // agreements
  [
    "Under which names does the declaration of February 2022 go?",
    () => texts(agreements.get("declaration-on-allied-interaction").names),
  ],
  [
    "Which agreements stand in more than one seed?",
    () =>
      sorted(
        agreements.where(
          (a) =>
            new Set(
              a.names.flatMap((n) =>
                n.source && sources.get(n.source).role === "seed" ? [n.source] : [],
              ),
            ).size > 1,
        ),
      ),
  ],
  [
    "What was signed on 24 June 2022, and at which meeting?",
    () =>
      meetings
        .where({ outcomes: "information-security-agreement" })
        .map((m) => [m.id, m.date?.edtf]),
  ],
  [
    "What is its full title, and who gives it?",
    () =>
      agreements
        .get("information-security-agreement")
        .names.filter((n) => n.text.startsWith("Agreement on cooperation"))
        .map((n) => n.source),
  ],
  [
    "Who is credited with telling of it?",
    () =>
      statements
        .get("sia-signed-document-on-information-security")
        .accounts.map((a) => [a.value, a.by]),
  ],
  [
    "Which documents make up the trilateral statements?",
    () => agreements.get("trilateral-statements").refersTo,
  ],
  [
    "Which document may be another?",
    () =>
      agreements
        .where({ possiblySameAs: { not: null } })
        .map((a) => [a.id, a.possiblySameAs[0]!.agreement]),
  ],
  [
    "Was the Caspian convention's ratification done or to come?",
    () => agreements.get("caspian-convention").accounts.map((a) => a.value),
  ],
  // what did not happen, or not as told
  [
    "Who refused what, according to whom?",
    () =>
      meetings
        .get("armenia-azerbaijan-2022-round-after-geneva")
        .accounts.map((a) => [a.by, a.value]),
  ],
  [
    "What was planned and, by another account, held?",
    () =>
      sorted(
        meetings.where(
          (m) =>
            m.occurrence === "planned" &&
            m.accounts.some((a) => a.field === "occurrence" && a.value === "held"),
        ),
      ),
  ],
  [
    "What was planned and never told of again?",
    () => ids(meetings.where((m) => m.occurrence === "planned" && m.accounts.length === 0)),
  ],
  [
    "How long did the meeting of Prague last, by differing accounts?",
    () => meetings.get("prague-2022-meeting").accounts.map((a) => a.value),
  ],
  [
    "Was Lavrov's visit a working or an official one?",
    () => visits.get("lavrov-2023-baku").accounts.map((a) => [a.by, a.value]),
  ],
  [
    "Which meeting was going on as the article was written?",
    () => ids(meetings.where({ occurrence: "under-way", format: "bilateral-talks" })),
  ],
  // how it is known
  [
    "How many statements name their speaker only by a pronoun or a bare continuation?",
    () => statements.count((s) => s.speakers.some((x) => x.basis === "anaphoric")),
  ],
  [
    "How many statements name nobody, so that only the side is inferred?",
    () => statements.count((s) => s.speakers.some((x) => x.basis === "inferred-side")),
  ],
  [
    "How many quotations hold the claims that are quoted?",
    () => new Set(statements.where({ mode: "direct-quotation" }).map((s) => s.utterance)).size,
  ],
  ["Which top-level meetings are there?", () => sorted(meetings.where({ level: "head-of-state" }))],
  [
    "Which accusations are there, and whose are they?",
    () => statements.where({ speechAct: "accuse" }).map((s) => s.credit),
  ],
  [
    "Which statements are the outlets' own voice?",
    () => statements.count({ mode: "agency-narration" }),
  ],
  [
    "At which level did the president receive the minister?",
    () => meetings.get("aliyev-lavrov-2023-baku").level,
  ],
  [
    "What is said at the meeting in Moscow in December 2022?",
    () => related(meetings.get("lavrov-bayramov-2022-moscow")).statements.length,
  ],
];

test("there are at least forty questions", () => {
  expect(questions.length).toBeGreaterThanOrEqual(40);
});

test.each(questions)("%s", (_, answer) => {
  expect(answer()).toMatchSnapshot();
});

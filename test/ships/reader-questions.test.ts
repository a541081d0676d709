/**
 * Questions that a reader of the five articles would ask, with exact answers, asked through the
 * public API.
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
  }).toEqual({
    seeds: 5,
    people: 5,
    organizations: 16,
    places: 23,
    topics: 35,
    visits: 5,
    meetings: 18,
    events: 10,
    statements: 139,
    agreements: 17,
  });
});

test("nothing is lost by accident: statements by source", () => {
  expect(
    Object.fromEntries(
      sources.where({ role: "seed" }).map((s) => [s.id, statements.count({ source: s.id })]),
    ),
  ).toEqual({
    "tdi-bayramov-yevdokimov": 14,
    "trend-bayramov-visit": 25,
    "sia-press-conference": 51,
    "kavkaza-aliyev-lavrov": 29,
    "kavkaza-lavrov-bayramov": 20,
  });
});

const byTheMinistry =
  "Azerbaijan’s side [inferred] says [accusation], 23 December 2022 " +
  "(Trend, citing the Ministry of Foreign Affairs of Azerbaijan; day from another page)";

const relayedByTheMinistry =
  "Armenia says [accusation], as relayed and rejected by Azerbaijan’s side [inferred] on 23 " +
  "December 2022 (Trend, citing the Ministry of Foreign Affairs of Azerbaijan; day from another " +
  "page)";

const questions: readonly (readonly [
  question: string,
  answer: () => unknown,
  expected: unknown,
])[] = [
  // who
  [
    "Who are the people?",
    () => sorted([...people]),
    ["ilham-aliyev", "jeyhun-bayramov", "mikhail-yevdokimov", "sergey-lavrov", "vladimir-putin"],
  ],
  [
    "Who presented a copy of his credentials to whom?",
    () => meetings.where({ format: "credentials-call" })[0]!.participants.map((p) => p.person),
    ["jeyhun-bayramov", "mikhail-yevdokimov"],
  ],
  [
    "What is the ambassador's office?",
    () => people.get("mikhail-yevdokimov").offices[0]!.title,
    "Ambassador to Azerbaijan",
  ],
  [
    "Which spellings of Lavrov's name occur?",
    () => texts(people.get("sergey-lavrov").names.filter((n) => n.form === "name")),
    ["Lavrov", "Sergei Lavrov", "Sergey Lavrov"],
  ],
  [
    "Who writes Sergei?",
    () =>
      people
        .get("sergey-lavrov")
        .names.filter((n) => n.text === "Sergei Lavrov")
        .map((n) => n.source),
    ["kavkaza-aliyev-lavrov"],
  ],
  [
    "Who is quoted through somebody else?",
    () => [...new Set(statements.where({ citing: { not: null } }).flatMap((s) => s.citing))].sort(),
    ["armenia", "vladimir-putin"],
  ],
  [
    "Does Vladimir Putin speak himself, and not through somebody else?",
    () => statements.count({ speakers: "vladimir-putin", relayedBy: null }),
    0,
  ],
  [
    "Does Armenia ever speak, and who passes its words on in which stance?",
    () =>
      statements
        .where({ speakers: "armenia" })
        .flatMap((s) => s.relayedBy.map(({ actor, stance }) => [actor, stance])),
    [
      ["sergey-lavrov", "reported"],
      ["azerbaijan", "rejected"],
      ["azerbaijan", "rejected"],
    ],
  ],
  [
    "Who relays Armenia's words, and about what?",
    () => statements.where({ citing: "armenia" }).map((s) => [s.speakers[0]!.actor, s.speechAct]),
    [["sergey-lavrov", "recall"]],
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
    ["jeyhun-bayramov", "sergey-lavrov"],
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
    ["ilham-aliyev", "sergey-lavrov"],
  ],
  [
    "Whose words are given jointly?",
    () => ids(statements.where((s) => s.speakers.some((x) => x.basis === "joint"))),
    [
      "tdi-uphold-good-neighbourliness",
      "tdi-historical-foundation-of-relations",
      "tdi-declaration-outlines-principles",
    ],
  ],
  // when
  [
    "When was the press conference?",
    () => [
      meetings.get("bayramov-lavrov-2022-press-conference").date?.edtf,
      meetings.get("bayramov-lavrov-2022-press-conference").date?.basis,
    ],
    ["2022-06-24", "outside-research"],
  ],
  [
    "Did the credentials call take place on the day of the dateline?",
    () => [
      meetings.get("bayramov-yevdokimov-2023-credentials").date?.edtf,
      sources.get("tdi-bayramov-yevdokimov").published?.edtf,
    ],
    ["2023-07-17", "2023-07-18"],
  ],
  [
    "How is the day of the Moscow talks known?",
    () => meetings.get("lavrov-bayramov-2022-moscow").date?.basis,
    "inferred-from-weekday",
  ],
  [
    "On which days may the statement of November 2020 have been made?",
    () => [
      agreements.get("trilateral-statement-2020-11").date?.earliest,
      agreements.get("trilateral-statement-2020-11").date?.latest,
    ],
    ["2020-11-09", "2020-11-10"],
  ],
  [
    "Who says the 9th?",
    () =>
      agreements
        .get("trilateral-statement-2020-11")
        .accounts.filter((a) => a.value === "2020-11-09")
        .map((a) => a.by),
    ["tass-1530599", "armenia", "president-az-50070"],
  ],
  [
    "When were the five principles put forward, and by whose account?",
    () => agreements.get("five-principles").accounts.map((a) => [a.value, a.by]),
    [
      ["2022-02", "azernews-193587"],
      ["2022-03", "azmfa-11722"],
      ["2022-02", "jeyhun-bayramov"],
      ["2022-02", "azerbaijan-mfa"],
    ],
  ],
  [
    "When was the declaration signed, and does the text say so?",
    () => [
      agreements.get("declaration-on-allied-interaction").date?.edtf,
      agreements.get("declaration-on-allied-interaction").date?.basis,
      agreements.get("declaration-on-allied-interaction").date?.asWritten,
    ],
    ["2022-02-22", "stated", "February 22, 2022"],
  ],
  [
    "What happened in December 2022?",
    () => ids(timeline({ from: "2022-12", to: "2022-12", match: "certain" })),
    [
      "bayramov-2022-moscow",
      "lavrov-bayramov-2022-moscow",
      "bayramov-2022-russia",
      "bayramov-lavrov-2022-working-visit",
      "armenia-azerbaijan-2022-round-after-geneva",
    ],
  ],
  [
    "How long was Lavrov's visit in 2023?",
    () => [
      visits.get("lavrov-2023-baku").quantities[0]!.value,
      visits.get("lavrov-2023-baku").date?.edtf,
    ],
    [2, "2023-02-27/2023-02-28"],
  ],
  [
    "Which meetings have no date?",
    () => sorted(meetings.where({ date: null })),
    ["azerbaijan-russia-regular-contacts"],
  ],
  ["Which agreements have no date?", () => agreements.count({ date: null }), 8],
  // where
  [
    "Where did the ministers meet on 23 December 2022, and what does the article say?",
    () => [
      meetings.get("bayramov-lavrov-2022-working-visit").place?.place,
      meetings.get("bayramov-lavrov-2022-working-visit").outside[0]!.source,
    ],
    ["moscow", "newsam-736574"],
  ],
  [
    "Which meetings were or are to be in Russia?",
    () => sorted(meetings.where({ place: "russia" })),
    [
      "armenia-azerbaijan-2022-round-after-geneva",
      "bayramov-lavrov-2022-working-visit",
      "delimitation-commission-second-session",
      "lavrov-bayramov-2022-moscow",
      "sochi-2022-summit",
      "st-petersburg-2022-meeting",
    ],
  ],
  [
    "How many statements were made in Azerbaijan?",
    () => statements.count({ country: "azerbaijan" }),
    87,
  ],
  // how many
  [
    "How many flights a week?",
    () =>
      statements.where((s) => s.quantities.some((q) => q.unit === "flights a week"))[0]!
        .quantities[0]!.value,
    135,
  ],
  ["How many key principles?", () => agreements.get("five-principles").quantities[0]!.value, 5],
  [
    "Which anniversary?",
    () => statements.get("kavkaza-year-of-diplomatic-relations").quantities[0]!.value,
    30,
  ],
  [
    "How many statements are wholly in quotation marks, by source?",
    () =>
      Object.fromEntries(
        sources
          .where({ role: "seed" })
          .map((s) => [s.id, statements.count({ source: s.id, mode: "direct-quotation" })]),
      ),
    {
      "tdi-bayramov-yevdokimov": 0,
      "trend-bayramov-visit": 0,
      "sia-press-conference": 18,
      "kavkaza-aliyev-lavrov": 4,
      "kavkaza-lavrov-bayramov": 18,
    },
  ],
  // what about
  [
    "Who said what about the Minsk Group?",
    () => statements.where({ about: "osce-minsk-group" }).map((s) => s.label),
    [
      "Sergey Lavrov says [negative assessment], 24 June 2022 (SIA, undated; day from another " +
        "page): According to Sergey Lavrov, the activities of the OSCE Minsk Group have already " +
        "been lost.",
    ],
  ],
  [
    "What was said about the Lachin road, and with which acts?",
    () =>
      statements.where({ about: "lachin-road", speakers: { not: null } }).map((s) => s.speechAct),
    ["assert", "accuse", "assert", "assert", "deny", "accuse", "deny"],
  ],
  [
    "What did Azerbaijan propose?",
    () => ids(statements.where({ speakers: "azerbaijan", speechAct: "propose" })),
    ["tdi-propose-aghdam-khankendi-road"],
  ],
  [
    "What did anybody commit to?",
    () => sorted(statements.where({ speechAct: "commit" })),
    [
      "kavkaza-commit-to-turn-page-of-hostility",
      "tdi-commit-to-crossing-of-residents",
      "tdi-commit-to-rights-of-residents",
      "trend-commit-to-continue-discussions",
    ],
  ],
  [
    "Whom are the accusations against?",
    () => [...new Set(statements.where({ speechAct: "accuse" }).flatMap((s) => s.targets))],
    ["armenia", "armenians", "azerbaijan"],
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
    ["azerbaijan", "ilham-aliyev", "jeyhun-bayramov", "sergey-lavrov"],
  ],
  // agreements
  [
    "Under which names does the declaration of February 2022 go?",
    () => texts(agreements.get("declaration-on-allied-interaction").names),
    [
      "Declaration on Allied Interaction",
      "Declaration on Allied Interaction between the Republic of Azerbaijan and the Russian " +
        "Federation",
      "Declaration on Allied Relations",
      "bilateral declaration on allied cooperation",
    ],
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
    ["declaration-on-allied-interaction", "peace-agreement", "trilateral-statements"],
  ],
  [
    "What was signed on 24 June 2022, and at which meeting?",
    () =>
      meetings
        .where({ outcomes: "information-security-agreement" })
        .map((m) => [m.id, m.date?.edtf]),
    [["bayramov-lavrov-2022-baku-talks", "2022-06-24"]],
  ],
  [
    "What is its full title, and who gives it?",
    () =>
      agreements
        .get("information-security-agreement")
        .names.filter((n) => n.text.startsWith("Agreement on cooperation"))
        .map((n) => n.source),
    ["apa-379357"],
  ],
  [
    "Who is credited with telling of it?",
    () =>
      statements
        .get("sia-signed-document-on-information-security")
        .accounts.map((a) => [a.value, a.by]),
    [
      ["sergey-lavrov", "sia-press-conference"],
      ["jeyhun-bayramov", "trend-3613449"],
    ],
  ],
  [
    "Which documents make up the trilateral statements?",
    () => agreements.get("trilateral-statements").refersTo,
    [
      "trilateral-statement-2020-11",
      "trilateral-statement-2021-01",
      "trilateral-statement-2021-11",
    ],
  ],
  [
    "Which document may be another?",
    () =>
      agreements
        .where({ possiblySameAs: { not: null } })
        .map((a) => [a.id, a.possiblySameAs[0]!.agreement]),
    [["trilateral-declaration", "trilateral-statement-2020-11"]],
  ],
  [
    "Was the Caspian convention's ratification done or to come?",
    () => agreements.get("caspian-convention").accounts.map((a) => a.value),
    ["ratified", "awaiting-ratification"],
  ],
  // what did not happen, or not as told
  [
    "Who refused what, according to whom?",
    () =>
      meetings
        .get("armenia-azerbaijan-2022-round-after-geneva")
        .accounts.map((a) => [a.by, a.value]),
    [
      ["azerbaijan", "declined"],
      ["russia", "declined"],
      ["armenia", "postponed"],
      ["armenia", "postponed"],
      ["sergey-lavrov", "declined"],
    ],
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
    ["caspian-summit-2022", "delimitation-commission-second-session", "lavrov-bayramov-2023-baku"],
  ],
  [
    "What was planned and never told of again?",
    () => ids(meetings.where((m) => m.occurrence === "planned" && m.accounts.length === 0)),
    ["st-petersburg-2022-meeting"],
  ],
  [
    "How long did the meeting of Prague last, by differing accounts?",
    () => meetings.get("prague-2022-meeting").accounts.map((a) => a.value),
    ["2022-10-06", "2022-10-06/2022-10-07"],
  ],
  [
    "Was Lavrov's visit a working or an official one?",
    () => visits.get("lavrov-2023-baku").accounts.map((a) => [a.by, a.value]),
    [
      ["kavkaza-aliyev-lavrov", "working-visit"],
      ["1news-lavrov-visit", "official-visit"],
      ["lurer-885937", "official-visit"],
      ["mediatv-106509", "official-visit"],
    ],
  ],
  [
    "Which meeting was going on as the article was written?",
    () => ids(meetings.where({ occurrence: "under-way", format: "bilateral-talks" })),
    ["lavrov-bayramov-2022-moscow"],
  ],
  // how it is known
  [
    "How many statements name their speaker only by a pronoun or a bare continuation?",
    () => statements.count((s) => s.speakers.some((x) => x.basis === "anaphoric")),
    38,
  ],
  [
    "How many statements name nobody, so that only the side is inferred?",
    () => statements.count((s) => s.speakers.some((x) => x.basis === "inferred-side")),
    15,
  ],
  [
    "How many quotations hold the claims that are quoted?",
    () => new Set(statements.where({ mode: "direct-quotation" }).map((s) => s.utterance)).size,
    13,
  ],
  [
    "Which top-level meetings are there?",
    () => sorted(meetings.where({ level: "head-of-state" })),
    [
      "azerbaijan-russia-2022-presidential-meetings",
      "caspian-summit-2022",
      "prague-2022-meeting",
      "sochi-2022-summit",
    ],
  ],
  [
    "Which accusations are there, and whose are they?",
    () => statements.where({ speechAct: "accuse" }).map((s) => s.credit),
    [
      byTheMinistry,
      byTheMinistry,
      byTheMinistry,
      byTheMinistry,
      relayedByTheMinistry,
      relayedByTheMinistry,
      "Jeyhun Bayramov says [accusation], 17 July 2023 (The Diplomatic Insight, published 18 " +
        "July 2023; day from another page)",
    ],
  ],
  [
    "Which statements are the outlets' own voice?",
    () => statements.count({ mode: "agency-narration" }),
    11,
  ],
  [
    "At which level did the president receive the minister?",
    () => meetings.get("aliyev-lavrov-2023-baku").level,
    "foreign-minister",
  ],
  [
    "What is said at the meeting in Moscow in December 2022?",
    () => related(meetings.get("lavrov-bayramov-2022-moscow")).statements.length,
    20,
  ],
];

test("there are at least forty questions", () => {
  expect(questions.length).toBeGreaterThanOrEqual(40);
});

test.each(questions)("%s", (_, answer, expected) => {
  expect(answer()).toEqual(expected);
});

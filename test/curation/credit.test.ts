/** The credit line of a claim that somebody else passes on. */
import { expect, test } from "vitest";
import { deriveCredit } from "../../curation/derive/derive-credit.ts";
import type { Drafts } from "../../curation/draft.ts";

const draft = (kind: string, id: string, notation: object) => [id, { kind, id, notation }] as const;
const drafts = new Map([
  draft("place", "delta", { label: "Delta", type: "country" }),
  draft("place", "sigma", { label: "Sigma", type: "country" }),
  draft("source", "daily", { label: "Daily", outlet: "The Daily", published: "2024-05-20" }),
  draft("statement", "other", { speakers: ["sigma"], attribution: "Sigma said" }),
]) as unknown as Drafts;

const claim = {
  citing: [],
  relayedBy: [{ actor: "sigma", stance: "endorsed", in: "other" }],
  mode: "reported-speech",
  speechAct: "assert",
  source: "daily",
  speakers: [{ actor: "delta", basis: "state-metonymy" }],
  isAttributed: true,
  date: {
    edtf: "../2024-05-18",
    earliest: null,
    latest: "2024-05-18",
    basis: "inferred-from-content",
  },
} as const;

test.each([
  [false, " on "],
  [true, " by "],
])("a claim that was passed on at a time of several days: %s", (isPassedOnLater, word) => {
  const credit = deriveCredit(
    { ...claim, relayedBy: [...claim.relayedBy], citing: [], isPassedOnLater },
    drafts,
  );
  expect(credit).toBe(
    `Delta states, as relayed and endorsed by Sigma${word}18 May 2024 (The Daily, published ` +
      "20 May 2024)",
  );
});

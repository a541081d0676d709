import { z } from "zod";
import { entry, refs } from "./entry.ts";
import { EventCode, eventCodeMeta } from "./event-code.ts";
import { EventDate, eventDate } from "./event-date.ts";
import { field, ref, vocabulary, words } from "./field.ts";
import { eventPlace } from "./place.ts";
import { quantities } from "./quantity.ts";

const AgreementStatus = vocabulary(
  "AgreementStatus",
  "The stage that a document has reached, as somebody asserts at a certain time.",
  {
    proposed: {
      means: "put forward by one side",
      words: ["propos", "present"],
      crosswalk: { cameo: "037", plover: "AGREE", relation: "broad" },
    },
    "under-negotiation": {
      means: "being negotiated",
      words: ["negotiat", "discuss"],
      crosswalk: { cameo: "046", plover: "CONSULT", relation: "close" },
    },
    drafted: {
      means: "a text exists",
      words: ["drafted", "draft"],
      crosswalk: { cameo: "046", plover: "CONSULT", relation: "broad" },
    },
    approved: {
      means: "endorsed by those who are entitled to do so",
      words: ["approv"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
    adopted: {
      means: "agreed at a meeting",
      words: ["adopt"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
    reached: {
      means: "described as achieved or reached; no form is named",
      words: ["reach", "achiev"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
    signed: {
      means: "signed",
      words: ["sign"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "exact" },
    },
    "awaiting-ratification": {
      means: "signed, but still to be ratified",
      words: ["ratif"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
    ratified: {
      means: "ratified by those who are mentioned",
      words: ["ratif"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
    "in-force": {
      means: "binding",
      words: ["in force"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
    "under-implementation": {
      means: "being carried out",
      words: ["implement"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
  },
);

const PartyRole = vocabulary("PartyRole", "The role of an actor in relation to a document.", {
  signatory: {
    means: "signed it",
    words: ["sign"],
  },
  party: { means: "is bound or addressed by it; signing is not mentioned" },
  witness: { means: "attended the signing" },
  mediator: {
    means: "brought the parties together",
    words: ["mediat"],
  },
  proposer: {
    means: "put the text forward",
    words: ["propos", "present"],
  },
  addressee: { means: "received the text" },
});

const asserter = {
  by: ref("asserter").meta({ description: "Who says so: an actor or the source." }),
  statement: ref("statement")
    .optional()
    .meta({ description: "The statement in which it is said." }),
};
const Status = z
  .strictObject({
    value: AgreementStatus,
    asOf: EventDate.optional().meta({ description: "The time that the assertion refers to." }),
    ...asserter,
  })
  .meta({
    typeName: "Status",
    description:
      "The stage that a document has reached, the time that this refers to, and who says so.",
  });
const Party = z
  .strictObject({
    actor: ref("actor").meta({ description: "The state, person or organization." }),
    role: PartyRole,
  })
  .meta({ typeName: "Party", description: "An actor and its role in relation to a document." });

const SameAs = z
  .strictObject({
    agreement: ref("agreement").meta({ description: "The other record." }),
    reason: words.meta({ description: "Why the two records may be the same document." }),
  })
  .meta({ typeName: "SameAs", description: "A document that may be the same, and why." });

const { head, tail } = entry("agreement");

export const AgreementSchema = z
  .strictObject({
    ...head,
    type: field(
      vocabulary("AgreementType", "The type of document.", {
        declaration: { means: "called a declaration" },
        "trilateral-statement": { means: "a statement by three leaders" },
        "joint-statement": { means: "a statement by several parties at a meeting" },
        "intergovernmental-agreement": { means: "an agreement between governments" },
        convention: { means: "called a convention" },
        "peace-treaty": { means: "a treaty to end a conflict" },
        principles: { means: "principles that were put forward" },
        "road-map": { means: "called a road map" },
        "action-plan": { means: "called an action plan" },
        "regulatory-act": { means: "called a regulatory act" },
        collective: { means: "a set of documents that is named as a set" },
        memorandum: { means: "called a memorandum" },
        protocol: { means: "called a protocol" },
        treaty: { means: "called a treaty, but of another kind" },
      }),
      { description: "The type of document.", ground: "coded" },
    ),
    statuses: field(z.array(Status), {
      description: "The stages that it has reached, each as asserted by somebody.",
      ground: "stated",
      key: "value",
      notation: z
        .array(
          z.strictObject({
            value: AgreementStatus,
            asOf: (eventDate("").meta() as { notation: z.ZodType }).notation,
            ...asserter,
          }),
        )
        .optional(),
    }),
    parties: field(z.array(Party), {
      description: "The actors that have a role in relation to it.",
      ground: "stated",
      key: "actor",
    }),
    date: eventDate("When it was made, that is, signed, adopted or put forward."),
    place: eventPlace("Where it was made."),
    madeAt: field(ref("gathering").optional(), {
      description: "The meeting or visit at which it was made.",
      ground: "stated",
    }),
    implements: field(refs("agreement"), {
      description: "Documents that it implements.",
      ground: "stated",
    }),
    refersTo: field(refs("agreement"), {
      description: "Documents that it names. For a set, the members of the set.",
      ground: "stated",
    }),
    possiblySameAs: field(z.array(SameAs), {
      description: "Records that may be the same document. This is likely, but not certain.",
      ground: "none",
      key: "agreement",
    }),
    quantities: quantities("Numbers given for it, such as its number of points."),
    topics: field(refs("topic"), {
      description: "What it is about.",
      ground: "coded",
    }),
    eventCode: field(EventCode.optional(), {
      ...eventCodeMeta,
    }),
    ...tail,
  })
  .meta({
    typeName: "Agreement",
    description:
      "A document or understanding that was signed, drafted, proposed or only mentioned.",
  });

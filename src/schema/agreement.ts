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
      example: '"presented 5 key principles" (002)',
      words: ["propos", "present"],
      crosswalk: { cameo: "037", plover: "AGREE", relation: "broad" },
    },
    "under-negotiation": {
      means: "being negotiated",
      example: "the peace agreement (001)",
      words: ["negotiat", "discuss"],
      crosswalk: { cameo: "046", plover: "CONSULT", relation: "close" },
    },
    drafted: {
      means: "a text exists",
      example: '"regulatory acts have already been drafted" (002)',
      words: ["drafted", "draft"],
      crosswalk: { cameo: "046", plover: "CONSULT", relation: "broad" },
    },
    approved: {
      means: "endorsed by those who are entitled to do so",
      example: '"approved by us" (004)',
      words: ["approv"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
    adopted: {
      means: "agreed at a meeting",
      example: '"were adopted in Prague and Sochi" (003)',
      words: ["adopt"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
    reached: {
      means: "described as achieved or reached; no form is named",
      example: '"agreements reached between the leaders" (001)',
      words: ["reach", "achiev"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
    signed: {
      means: "signed",
      example: '"was signed on February 22, 2022" (003)',
      words: ["sign"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "exact" },
    },
    "awaiting-ratification": {
      means: "signed, but still to be ratified",
      example: '"ratification … will be approved" (002)',
      words: ["ratif"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
    ratified: {
      means: "ratified by those who are mentioned",
      example: '"have already left behind the issue of ratification" (002)',
      words: ["ratif"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
    "in-force": {
      means: "binding",
      example: "none in the seeds",
      words: ["in force"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
    "under-implementation": {
      means: "being carried out",
      example: '"are being implemented" (004)',
      words: ["implement"],
      crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
    },
  },
);

const PartyRole = vocabulary("PartyRole", "The role of an actor in relation to a document.", {
  signatory: {
    means: "signed it",
    example: "Azerbaijan, of the Declaration on Allied Interaction",
    words: ["sign"],
  },
  party: {
    means: "is bound or addressed by it; signing is not mentioned",
    example: "Armenia, of the peace agreement",
  },
  witness: {
    means: "attended the signing",
    example: "Russia, of the document of Sochi, by an outside page",
  },
  mediator: {
    means: "brought the parties together",
    example: "none in the seeds",
    words: ["mediat"],
  },
  proposer: {
    means: "put the text forward",
    example: "Azerbaijan, of the five principles (002)",
    words: ["propos", "present"],
  },
  addressee: { means: "received the text", example: "Armenia, of the five principles (002)" },
});

const asserter = {
  by: ref("asserter").meta({
    description: "Who says so: an actor or the source.",
    examples: ["sia-press-conference"],
  }),
  statement: ref("statement")
    .optional()
    .meta({
      description: "The statement in which it is said.",
      examples: ["sia-signed-document-on-information-security"],
    }),
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
    actor: ref("actor").meta({
      description: "The state, person or organization.",
      examples: ["azerbaijan"],
    }),
    role: PartyRole,
  })
  .meta({ typeName: "Party", description: "An actor and its role in relation to a document." });

const SameAs = z
  .strictObject({
    agreement: ref("agreement").meta({
      description: "The other record.",
      examples: ["prague-statement-2022"],
    }),
    reason: words.meta({
      description: "Why the two records may be the same document.",
      examples: ["same place and month"],
    }),
  })
  .meta({ typeName: "SameAs", description: "A document that may be the same, and why." });

const { head, tail } = entry("agreement");

export const AgreementSchema = z
  .strictObject({
    ...head,
    type: field(
      vocabulary("AgreementType", "The type of document.", {
        declaration: {
          means: "called a declaration",
          example: "Declaration on Allied Interaction",
        },
        "trilateral-statement": {
          means: "a statement by three leaders",
          example: "tripartite statement of November 10, 2020 (001)",
        },
        "joint-statement": {
          means: "a statement by several parties at a meeting",
          example: "the statement of Prague (003)",
        },
        "intergovernmental-agreement": {
          means: "an agreement between governments",
          example: "the document on information security (002)",
        },
        convention: {
          means: "called a convention",
          example: "the Convention on the legal status of the Caspian Sea",
        },
        "peace-treaty": {
          means: "a treaty to end a conflict",
          example: "the peace agreement (001, 003, 004)",
        },
        principles: {
          means: "principles that were put forward",
          example: "5 key principles (002)",
        },
        "road-map": { means: "called a road map", example: "relevant road maps (004)" },
        "action-plan": {
          means: "called an action plan",
          example: "the action plan for the anniversary (004)",
        },
        "regulatory-act": { means: "called a regulatory act", example: "regulatory acts (002)" },
        collective: {
          means: "a set of documents that is named as a set",
          example: '"trilateral statements" (001)',
        },
        memorandum: { means: "called a memorandum", example: "reserved: none in the seeds" },
        protocol: { means: "called a protocol", example: "reserved: none in the seeds" },
        treaty: {
          means: "called a treaty, but of another kind",
          example: "reserved: none in the seeds",
        },
      }),
      { description: "The type of document.", example: "declaration", ground: "coded" },
    ),
    statuses: field(z.array(Status), {
      description: "The stages that it has reached, each as asserted by somebody.",
      example: [{ value: "signed", by: "sia-press-conference" }],
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
      example: [{ actor: "azerbaijan", role: "signatory" }],
      ground: "stated",
      key: "actor",
    }),
    date: eventDate("When it was made, that is, signed, adopted or put forward."),
    place: eventPlace("Where it was made."),
    madeAt: field(ref("gathering").optional(), {
      description: "The meeting or visit at which it was made.",
      example: "aliyev-2022-moscow",
      ground: "stated",
    }),
    implements: field(refs("agreement"), {
      description: "Documents that it implements.",
      example: ["caspian-convention"],
      ground: "stated",
    }),
    refersTo: field(refs("agreement"), {
      description: "Documents that it names. For a set, the members of the set.",
      example: ["trilateral-statement-2020-11"],
      ground: "stated",
    }),
    possiblySameAs: field(z.array(SameAs), {
      description: "Records that may be the same document. This is likely, but not proven.",
      example: [{ agreement: "prague-statement-2022", reason: "same place and month" }],
      ground: "none",
      key: "agreement",
    }),
    quantities: quantities("Numbers given for it, such as its number of points."),
    topics: field(refs("topic"), {
      description: "What it is about.",
      example: ["alliance"],
      ground: "coded",
    }),
    eventCode: field(EventCode.optional(), {
      ...eventCodeMeta,
      example: { cameo: "057", plover: "SUPPORT", relation: "exact" },
    }),
    ...tail,
  })
  .meta({
    typeName: "Agreement",
    description:
      "A document or understanding that was signed, drafted, proposed or only mentioned.",
  });

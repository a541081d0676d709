import { z } from "zod";
import { entry, refs } from "./entry.ts";
import { EventDate, eventDate } from "./event-date.ts";
import { field, ref, vocabulary, words } from "./field.ts";
import { eventPlace } from "./place.ts";
import { quantities } from "./quantity.ts";

const AgreementStatus = vocabulary("AgreementStatus", "How far a document got, as somebody asserts at some time.", {
  proposed: { means: "put forward by one side", example: '"presented 5 key principles" (002)', words: ["propos", "present"] },
  "under-negotiation": { means: "being negotiated", example: "the peace agreement (001)", words: ["negotiat", "discuss"] },
  drafted: { means: "a text exists", example: '"regulatory acts have already been drafted" (002)', words: ["drafted", "draft"] },
  approved: { means: "endorsed by those entitled to", example: '"approved by us" (004)', words: ["approv"] },
  adopted: { means: "agreed upon at a meeting", example: '"were adopted in Prague and Sochi" (003)', words: ["adopt"] },
  reached: {
    means: "called achieved or reached, without a form",
    example: '"agreements reached between the leaders" (001)',
    words: ["reach", "achiev"],
  },
  signed: { means: "signed", example: '"was signed on February 22, 2022" (003)', words: ["sign"] },
  "awaiting-ratification": {
    means: "signed, ratification outstanding",
    example: '"ratification … will be approved" (002)',
    words: ["ratif"],
  },
  ratified: {
    means: "ratified by those spoken of",
    example: '"have already left behind the issue of ratification" (002)',
    words: ["ratif"],
  },
  "in-force": { means: "binding", example: "none in the seeds", words: ["in force"] },
  "under-implementation": { means: "being carried out", example: '"are being implemented" (004)', words: ["implement"] },
});

const PartyRole = vocabulary("PartyRole", "What an actor is to a document.", {
  signatory: { means: "signed it", example: "Azerbaijan, of the Declaration on Allied Interaction", words: ["sign"] },
  party: { means: "is bound or addressed by it, without word of signing", example: "Armenia, of the peace agreement" },
  witness: { means: "attended the signing", example: "none in the seeds" },
  mediator: { means: "brought the parties together", example: "none in the seeds", words: ["mediat"] },
  proposer: { means: "put the text forward", example: "Azerbaijan, of the five principles (002)", words: ["propos", "present"] },
  addressee: { means: "was given the text", example: "Armenia, of the five principles (002)" },
});

const asserter = { by: ref("asserter").meta({ description: "Who says so: an actor or the source.", examples: ["sia-press-conference"] }) };
const Status = z
  .strictObject({
    value: AgreementStatus,
    asOf: EventDate.optional().meta({ description: "The time that the assertion speaks of." }),
    ...asserter,
  })
  .meta({ id: "Status", description: "How far a document got, when, and who says so." });
const Party = z
  .strictObject({
    actor: ref("actor").meta({ description: "The state, person or organization.", examples: ["azerbaijan"] }),
    role: PartyRole,
  })
  .meta({ id: "Party", description: "An actor and what it is to a document." });

const SameAs = z
  .strictObject({
    agreement: ref("agreement").meta({ description: "The other record.", examples: ["prague-statement-2022"] }),
    reason: words.meta({ description: "Why they may be one document.", examples: ["same place and month"] }),
  })
  .meta({ id: "SameAs", description: "A document that may be the same, and why." });

const { head, tail } = entry("agreement");

export const AgreementSchema = z
  .strictObject({
    ...head,
    type: field(
      vocabulary("AgreementType", "What sort of document it is.", {
        declaration: { means: "called a declaration", example: "Declaration on Allied Interaction" },
        "trilateral-statement": { means: "a statement of three leaders", example: "tripartite statement of November 10, 2020 (001)" },
        "joint-statement": { means: "a statement of several parties at a meeting", example: "the statement of Prague (003)" },
        "intergovernmental-agreement": { means: "an agreement of governments", example: "the document on information security (002)" },
        convention: { means: "called a convention", example: "the Convention on the legal status of the Caspian Sea" },
        "peace-treaty": { means: "a treaty to end a conflict", example: "the peace agreement (001, 003, 004)" },
        principles: { means: "principles put forward", example: "5 key principles (002)" },
        "road-map": { means: "called a road map", example: "relevant road maps (004)" },
        "action-plan": { means: "called an action plan", example: "the action plan for the anniversary (004)" },
        "regulatory-act": { means: "called a regulatory act", example: "regulatory acts (002)" },
        collective: { means: "a set that is named as such", example: '"trilateral statements" (001)' },
        memorandum: { means: "called a memorandum", example: "reserved: none in the seeds" },
        protocol: { means: "called a protocol", example: "reserved: none in the seeds" },
        treaty: { means: "called a treaty, of another kind", example: "reserved: none in the seeds" },
      }),
      { description: "What sort of document it is.", example: "declaration", ground: "coded" },
    ),
    statuses: field(z.array(Status), {
      description: "How far it got, each as asserted by somebody.",
      example: [{ value: "signed", by: "sia-press-conference" }],
      ground: "stated",
      key: "value",
      notation: z
        .array(z.strictObject({ value: AgreementStatus, asOf: (eventDate("").meta() as { notation: z.ZodType }).notation, ...asserter }))
        .optional(),
    }),
    parties: field(z.array(Party), {
      description: "Whose document it is.",
      example: [{ actor: "azerbaijan", role: "signatory" }],
      ground: "stated",
      key: "actor",
    }),
    date: eventDate("When it was made: signed, adopted or put forward."),
    place: eventPlace("Where it was made."),
    implements: field(refs("agreement"), {
      description: "Documents that it carries out.",
      example: ["caspian-convention"],
      ground: "stated",
    }),
    refersTo: field(refs("agreement"), {
      description: "Documents that it names, or for a set its members.",
      example: ["trilateral-statement-2020-11"],
      ground: "stated",
    }),
    possiblySameAs: field(z.array(SameAs), {
      description: "Records that may be the same document: likely, not proven.",
      example: [{ agreement: "prague-statement-2022", reason: "same place and month" }],
      ground: "none",
      key: "agreement",
    }),
    quantities: quantities("Numbers given for it, such as its points."),
    topics: field(refs("topic"), { description: "What it is about.", example: ["alliance"], ground: "coded" }),
    ...tail,
  })
  .meta({ id: "Agreement", description: "A document or understanding: signed, drafted, proposed or only spoken of." });

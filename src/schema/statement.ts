import { z } from "zod";
import { AccordingTo } from "./according-to.ts";
import { entry, refs } from "./entry.ts";
import { EventCode, eventCodeMeta } from "./event-code.ts";
import { EventDate } from "./event-date.ts";
import { field, ref, vocabulary, words } from "./field.ts";
import { Office } from "./person.ts";
import { quantities } from "./quantity.ts";

const SpeakerBasis = vocabulary("SpeakerBasis", "How the speaker is known.", {
  named: { means: "the words that attribute the claim name the speaker" },
  anaphoric: {
    means: "a pronoun, or a continuation without a name, refers back to a speaker named earlier",
  },
  office: { means: "an office is given instead of the speaker's name" },
  "state-metonymy": { means: "a state is named as the speaker" },
  "inferred-side": {
    means: "nobody is named as the speaker; the context only shows whose side it is",
  },
  "other-page": { means: "no word of the article names the speaker, and an outside page does" },
  joint: { means: "both sides or all parties speak together" },
});

const speaker = {
  actor: ref("actor").meta({ description: "Who states the claim." }),
};

const Speaker = z
  .strictObject({
    ...speaker,
    office: Office.optional().meta({
      description: "The office that the speaker held on that day.",
    }),
    side: ref("country")
      .optional()
      .meta({ description: "The state for which the speaker speaks." }),
    basis: SpeakerBasis,
    certainty: vocabulary("SpeakerCertainty", "How certain it is who states a claim.", {
      explicit: { means: "the words that attribute the claim name the speaker" },
      inferred: { means: "the passages show it with a reason" },
      outside: { means: "only an outside page says so" },
    }),
  })
  .meta({ typeName: "Speaker", description: "Who states a claim, and how that is known." });

const MarkedWords = z
  .strictObject({
    words: z.string().min(1).meta({ description: "The words, without the marks." }),
    as: vocabulary("MarkUse", "Whose words stand in quotation marks, or why they do.", {
      speaker: { means: "the speaker's own words" },
      another: { means: "words of somebody else, which the speaker does not adopt" },
      distancing: { means: "nobody is quoted: the marks keep a distance from the words" },
    }),
  })
  .meta({
    typeName: "MarkedWords",
    description: "Words in quotation marks within a claim that is not a direct quotation.",
  });

export const Mode = vocabulary("Mode", "The mode of speech in which the source gives the claim.", {
  "direct-quotation": { means: "the whole claim is within quotation marks" },
  "partial-quotation": {
    means: "reported, with some of the speaker's own words in quotation marks",
  },
  "reported-speech": { means: "attributed to a speaker in the source's words" },
  "unattributed-report": {
    means:
      "reported as said, in words that name nobody, even if the context shows which side it " +
      "comes from",
  },
  "agency-narration": {
    means: "the source's own voice; it is never counted as a statement of a person or a state",
  },
});

export const SpeechAct = vocabulary("SpeechAct", "What the speaker does by saying it.", {
  assert: {
    means: "states how things are",
    crosswalk: { cameo: "010", plover: "", relation: "none" },
  },
  recall: {
    noun: "reference to an event or text",
    means: "points to a past event or text",
    crosswalk: { cameo: "010", plover: "", relation: "none" },
  },
  praise: {
    noun: "positive assessment",
    means: "evaluates a relation, actor or act positively, or gives thanks for it",
    crosswalk: { cameo: "051", plover: "SUPPORT", relation: "close" },
  },
  welcome: {
    noun: "welcome",
    means: "endorses efforts or proposals by others",
    crosswalk: { cameo: "051", plover: "SUPPORT", relation: "close" },
  },
  "express-hope": {
    noun: "positive outlook",
    means: "expresses a positive outlook",
    crosswalk: { cameo: "013", plover: "", relation: "close" },
  },
  "express-doubt": {
    noun: "negative assessment",
    means: "evaluates a body or process negatively, or expresses a negative outlook on it",
    crosswalk: { cameo: "012", plover: "", relation: "close" },
  },
  "express-concern": {
    noun: "concern",
    means: "objects without making an accusation",
    crosswalk: { cameo: "110", plover: "ACCUSE (disapprove)", relation: "broad" },
  },
  accuse: {
    noun: "accusation",
    means: "attributes a breach or a wrong to somebody",
    crosswalk: {
      cameo: "112",
      plover: "ACCUSE (disapprove; allege for what CAMEO lists under 112)",
      relation: "close",
    },
  },
  deny: {
    noun: "rejection of a claim",
    means: "rejects another's claim",
    crosswalk: { cameo: "016", plover: "", relation: "close" },
  },
  urge: {
    noun: "emphasis on what is to be done",
    means: "asks for something to be done or fulfilled, or stresses its importance",
    crosswalk: { cameo: "020", plover: "REQUEST", relation: "broad" },
  },
  propose: {
    noun: "proposal",
    means: "puts forward a solution or text",
    crosswalk: { cameo: "037", plover: "AGREE", relation: "broad" },
  },
  commit: {
    noun: "commitment",
    means: "makes a promise, or restates the speaker's own commitment",
    crosswalk: { cameo: "030", plover: "AGREE", relation: "close" },
  },
  "express-readiness": {
    noun: "readiness or interest",
    means: "expresses willingness or interest, conditionally or without detail",
    crosswalk: { cameo: "031", plover: "AGREE", relation: "broad" },
  },
  announce: {
    noun: "announcement",
    means: "says that a scheduled event will take place",
    crosswalk: { cameo: "036", plover: "AGREE", relation: "broad" },
  },
  "report-outcome": {
    noun: "report of an outcome",
    means: "says that a document or result was reached",
    crosswalk: { cameo: "057", plover: "SUPPORT", relation: "broad" },
  },
  congratulate: {
    noun: "congratulation",
    means: "expresses a ceremonial wish",
    crosswalk: { cameo: "017", plover: "", relation: "broad" },
  },
  threaten: {
    noun: "threat",
    means: "announces harm that depends on a condition",
    crosswalk: { cameo: "130", plover: "THREATEN", relation: "close" },
  },
  demand: {
    noun: "demand",
    means: "requires something under pressure",
    crosswalk: { cameo: "100", plover: "REQUEST", relation: "close" },
  },
  reject: {
    noun: "refusal",
    means: "turns down a proposal or request",
    crosswalk: { cameo: "120", plover: "REJECT", relation: "close" },
  },
});

const Relay = z
  .strictObject({
    actor: ref("actor").meta({ description: "Who passes the claim on." }),
    stance: vocabulary("Stance", "How whoever passes a claim on stands to it.", {
      endorsed: { means: "makes the claim his own" },
      reported: { means: "passes it on without saying whether it is so" },
      rejected: { means: "says that it is not so" },
    }),
    in: ref("statement").meta({ description: "The statement in which it is passed on." }),
  })
  .meta({
    typeName: "Relay",
    description: "Who passes a claim on, in which stance and in which statement.",
  });

const StatementRelation = z
  .strictObject({
    type: vocabulary("RelationType", "How a claim stands to an earlier one, or to one beside it.", {
      answers: {
        means:
          "another side takes up what the earlier claim asks, offers or charges, and neither " +
          "rejects nor accepts it as a whole",
        inverse: "answered-by",
      },
      rejects: {
        means: "says that another actor's claim is not so, or refuses what it proposes",
        inverse: "rejected-by",
      },
      restates: {
        means: "the same actor, or the same side, makes the same claim again",
        inverse: "restated-by",
      },
      "agrees-with": {
        means: "another side makes the same claim, or one with the same sense",
        inverse: "agrees-with",
      },
      "differs-from": {
        means:
          "another side says something else on the same point, without rejecting the other claim",
        inverse: "differs-from",
      },
      specifies: {
        means:
          "the same side tells a part, a detail, a ground or a consequence of a claim that it made",
        inverse: "specified-by",
      },
    }),
    statement: ref("statement").meta({ description: "The claim that it stands to." }),
    reason: words.meta({ description: "What in the words of both makes the relation." }),
  })
  .meta({
    typeName: "StatementRelation",
    description: "How a claim stands to another one, and why.",
  });

const ConfirmedCode = vocabulary(
  "ConfirmedCode",
  "A code of a statement that two readings can share.",
  {
    claim: { means: "the reader found the claim" },
    speakers: { means: "the same speakers" },
    basis: { means: "the same ways in which they are known" },
    mode: { means: "the same mode of speech" },
    speechAct: { means: "the same speech act" },
    topics: { means: "exactly the same topics" },
    about: { means: "exactly the same entities" },
    targets: { means: "the same targets, or none in both" },
    addressees: { means: "the same addressees, or none in both" },
    citing: { means: "the same actors cited, or none in both" },
    occasion: { means: "the same occasion" },
  },
);

const { head, tail } = entry("statement");
const fromMeeting = { ground: "none", derived: true } as const;

export const StatementSchema = z
  .strictObject({
    ...head,
    gist: field(words.max(280, "a gist has at most 280 characters"), {
      description:
        "The claim in a neutral paraphrase, at most 280 characters. Show it with `credit`, as " +
        "`label` does: alone it looks like an assertion of the dataset.",
      ground: "none",
      criterion: false,
    }),
    credit: field(words, {
      description:
        "Who does what, on which day, and which outlet reports it. `[inferred]`: nobody is named " +
        "and the side is inferred, or no words of the article give the claim to the speaker.",
      ground: "none",
      derived: true,
      criterion: false,
    }),
    source: field(ref("source"), {
      description: "The article that reports it.",
      ground: "none",
    }),
    meeting: field(ref("meeting").optional(), {
      description: "The meeting at which it was said.",
      ground: "coded",
    }),
    occasion: field(
      vocabulary("Occasion", "The occasion on which it was said.", {
        "opening-remarks": { means: "in front of the press, when talks begin" },
        talks: { means: "during the talks, as reported afterwards" },
        "press-conference": { means: "to the press, after talks" },
        unspecified: { means: "the source does not say, or it is the source's own voice" },
      }),
      { description: "The occasion on which it was said.", ground: "coded" },
    ),
    mode: field(Mode, {
      description: "The mode of speech in which the source gives it.",
      ground: "coded",
    }),
    utterance: field(z.string().optional(), {
      description:
        "The quotation that holds it, for a direct quotation: its article and its number there. " +
        "Statements with the same value are claims of one quotation.",
      ground: "none",
      derived: true,
    }),
    accordingTo: field(AccordingTo.optional(), {
      description:
        "On whose account the words of the article rest: that of its source. If it is missing, " +
        "the source was not read for this.",
      ground: "stated",
      key: "actor",
      derived: true,
    }),
    marked: field(z.array(MarkedWords), {
      description:
        "Words in quotation marks within the claim. A direct quotation has none: all of it is " +
        "within quotation marks.",
      ground: "none",
      key: "as",
      notation: z.array(MarkedWords).optional(),
    }),
    speechAct: field(SpeechAct, {
      description: "What the speaker does by saying it.",
      ground: "coded",
    }),
    speakers: field(z.array(Speaker), {
      description: "Who states it. Empty if the source names nobody or speaks in its own voice.",
      ground: "stated",
      key: "actor",
      notation: z
        .array(
          z.union([
            ref("actor"),
            z
              .strictObject({
                ...speaker,
                basis: SpeakerBasis.optional(),
                office: words.optional(),
                side: ref("country").optional(),
              })
              .meta({
                description:
                  "A speaker whose basis, office or side must be specified. `office` is the " +
                  "title of an office in people.yaml.",
              }),
          ]),
        )
        .optional(),
    }),
    relayedBy: field(z.array(Relay), {
      description:
        "Who passes the claim on, for a claim that the article has only through somebody else. " +
        "Such a claim was made on an earlier occasion.",
      ground: "stated",
      key: "actor",
    }),
    relations: field(z.array(StatementRelation), {
      description: "How the claim stands to others: to earlier ones, or to one beside it.",
      ground: "coded",
      key: "statement",
    }),
    citing: field(refs("actor"), {
      description: "The actors whose claim the speaker passes on, without rejecting it.",
      ground: "stated",
    }),
    addressees: field(refs("actor"), {
      description: "The actors to whom it is said.",
      ground: "stated",
    }),
    targets: field(refs("actor"), {
      description:
        "The actors at whom the act is directed: whom it accuses, praises, welcomes, doubts, " +
        "asks, contradicts or congratulates, or whose conduct it is concerned about. They are in " +
        "`about` too.",
      ground: "stated",
    }),
    about: field(refs("entity"), {
      description:
        "Entities that it is about or names, including its targets. A subject is not an entity " +
        "but a topic.",
      ground: "stated",
    }),
    topics: field(refs("topic"), {
      description: "Subjects that it is about.",
      ground: "coded",
    }),
    quantities: quantities("The numbers in it."),
    itemsAre: field(
      vocabulary("ItemSort", "What a claim lists.", {
        fields: { means: "fields of cooperation" },
        principles: { means: "principles of relations" },
        purposes: { means: "what something is for" },
        causes: { means: "what brought something about" },
        levels: { means: "levels or kinds of contacts" },
        matters: { means: "matters that are discussed" },
        steps: { means: "what is or was to be done" },
        bodies: { means: "organizations" },
        documents: { means: "documents" },
        qualities: { means: "what something is like" },
      }).optional(),
      {
        description: "What its items are, if it lists any.",
        ground: "coded",
      },
    ),
    items: field(z.array(words), {
      description: "What the claim lists, in the words and the order of the article.",
      ground: "stated",
    }),
    confirmed: field(z.array(ConfirmedCode), {
      description:
        "Which of its codes an independent reading of the article has too. The other codes are " +
        "not wrong by this: the two readings differ there. Empty for a record that is newer than " +
        "the reading, or that the reader did not find.",
      ground: "none",
      derived: true,
    }),
    eventCode: field(EventCode, {
      ...eventCodeMeta,
    }),
    date: field(EventDate.optional(), {
      description:
        "When it was said: the date of the meeting. For the outlet's own voice, the day of " +
        "publication.",
      ...fromMeeting,
    }),
    place: field(ref("place").optional(), {
      description: "Where it was said: the meeting's place.",
      ...fromMeeting,
    }),
    country: field(ref("country").optional(), {
      description: "The country in which it was said.",
      ...fromMeeting,
    }),
    sides: field(refs("country"), {
      description: "The states for which its speakers speak.",
      ...fromMeeting,
    }),
    ...tail,
  })
  .meta({
    typeName: "Statement",
    description: "One claim, with its speakers, its mode of speech and its speech act.",
  });

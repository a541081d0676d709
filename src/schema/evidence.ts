/** What a field rests on: passages of pinned texts, outside pages, and accounts that differ. */
import { z } from "zod";
import { field, ref, slug, vocabulary, words } from "./field.ts";

/** The most that one passage may hold, in code points: the limit of what the package quotes. */
export const passageLimit = 320;

export const Certainty = vocabulary("Certainty", "How a passage supports the fields it is given for.", {
  explicit: {
    means: "each stated field among them is shown by its words, which the build checks; coded fields rest on it",
    example: '"Sergey Lavrov" for the speaker sergey-lavrov',
  },
  inferred: { means: "the words need a reason to mean it, which is given", example: '"The minister" (001), after Lavrov was named' },
  coded: { means: "only fields that the codebook judges rest on it", example: "quotation marks for a mode" },
});

const pointer = z
  .string()
  .regex(/^\/[A-Za-z]+(?:\/\d+)?$/)
  .meta({ description: "JSON Pointer into the published record.", examples: ["/speakers/0"] });
const offset = (description: string, example: number) =>
  z
    .int()
    .nonnegative()
    .meta({ description, examples: [example] });

export const Evidence = z
  .strictObject({
    source: ref("source").meta({ description: "The article that the passage stands in.", examples: ["trend-bayramov-visit"] }),
    quote: z
      .strictObject({
        exact: z
          .string()
          .min(1)
          .meta({ description: "The passage, letter for letter.", examples: ["Sergey Lavrov"] }),
        prefix: z
          .string()
          .meta({ description: "Whole words before it in its paragraph, at most 32 code points.", examples: ["his Russian counterpart "] }),
        suffix: z.string().meta({ description: "Whole words after it in its paragraph, at most 32 code points.", examples: ["."] }),
      })
      .meta({ id: "TextQuote", description: "A passage by its words (W3C Web Annotation, TextQuoteSelector)." }),
    position: z
      .strictObject({
        start: offset("Code points before the passage.", 205),
        end: offset("Code points before its end: the end is exclusive.", 218),
      })
      .meta({
        id: "TextPosition",
        description: "A passage by its place in the text, in Unicode code points from 0 (W3C Web Annotation, TextPositionSelector).",
      }),
    supports: z
      .array(pointer)
      .min(1)
      .meta({ description: "The fields that the passage supports.", examples: [["/speakers/0", "/mode"]] }),
    certainty: Certainty,
    reason: words
      .optional()
      .meta({ description: "Why the words mean it, where they do not say it.", examples: ['"The minister" follows his name'] }),
    anchors: z
      .array(
        z
          .strictObject({
            pointer,
            start: offset("Code points of the text before the words.", 205),
            end: offset("Code points before their end.", 218),
          })
          .meta({ id: "Anchor", description: "Where in the text the very words for one field stand." }),
      )
      .meta({
        description: "The very words for each field; a field without one rests on the whole passage.",
        examples: [[{ pointer: "/speakers/0", start: 205, end: 218 }]],
      }),
  })
  .meta({ id: "Evidence", description: "A passage of a source and what it supports." });

export const Outside = z
  .strictObject({
    source: ref("source").meta({ description: "The page.", examples: ["newsam-736574"] }),
    supports: z
      .array(pointer)
      .min(1)
      .meta({ description: "The fields that the page supports.", examples: [["/date"]] }),
    finding: words.meta({
      description: "What the page says, in a neutral paraphrase.",
      examples: ["announced on 22 December for the 23rd, in Moscow"],
    }),
  })
  .meta({ id: "Outside", description: "A page outside the seeds and what it says. It is never a passage: its text is not pinned here." });

const accountFields = {
  field: z
    .string()
    .regex(/^[A-Za-z]+$/)
    .meta({ description: "The field on which accounts differ.", examples: ["occurrence"] }),
  value: z
    .string()
    .min(1)
    .meta({ description: "What this account says, as a term, an id, an EDTF date or words.", examples: ["postponed"] }),
  by: ref("asserter").meta({ description: "Whose account it is: an actor or a source.", examples: ["armenia"] }),
};

export const Account = z
  .strictObject({
    ...accountFields,
    outside: ref("source")
      .optional()
      .meta({
        description: "The outside page that gives the account; otherwise a passage of `evidence` does.",
        examples: ["newsam-736574"],
      }),
    reason: words
      .optional()
      .meta({ description: "What the account says, or how it differs.", examples: ["the ministry says that it proposed another time"] }),
  })
  .meta({ id: "Account", description: "One of several differing accounts of a field, and whose it is." });

export const ExternalId = z
  .strictObject({
    scheme: vocabulary("IdScheme", "Registers of identifiers.", {
      wikidata: { means: "Wikidata item", example: "Q58217" },
      geonames: { means: "GeoNames feature", example: "587084" },
      "iso-3166-1": { means: "ISO 3166-1 alpha-2 country code", example: "AZ" },
      "un-m49": { means: "UN M49 area code", example: "031" },
      "pa-x": { means: "agreement of the PA-X Peace Agreements Database", example: "2324" },
    }),
    id: z
      .string()
      .min(1)
      .meta({ description: "The identifier as the register writes it.", examples: ["Q58217"] }),
    verifiedIn: z
      .string()
      .min(1)
      .meta({ description: "The file or page that proves it.", examples: ["every-politician-scrapers/russia-cabinet"] }),
  })
  .meta({ id: "ExternalId", description: "An identifier in a public register, with what proves it." });

// What curators write instead: the build finds positions, prefixes, suffixes, pointers and anchors.

const quotePart = z.union([
  words,
  z
    .strictObject({
      exact: words,
      prefix: z.string().min(1).optional().meta({ description: "Words right before it, to tell which of several it is." }),
      suffix: z.string().min(1).optional().meta({ description: "Words right after it, to tell which of several it is." }),
      nth: z.number().optional().meta({ description: "1 for the first of several, 2 for the second …" }),
    })
    .meta({ description: "A quote that stands more than once, and which one is meant." }),
]);

export const QuoteNotation = z.union([quotePart, z.array(quotePart).min(1)]).meta({
  id: "QuoteNotation",
  description: "Words of the source, letter for letter; a list is one passage in several spans.",
  examples: ["Jeyhun Bayramov has paid a working visit to Russia"],
});

const fieldName = z.string().regex(/^[A-Za-z]+(?:\.\d+)?$/, "a field is written speakers or about.1");

export const EvidenceNotation = z
  .strictObject({
    for: z
      .union([fieldName, z.array(fieldName).min(1)])
      .meta({ description: "The field or fields that it supports.", examples: ["speakers", ["date", "place"]] }),
    quote: QuoteNotation.optional(),
    because: words
      .optional()
      .meta({ description: "Why the quote means it: the support is then inferred.", examples: ['"The minister" follows his name'] }),
    source: ref("source")
      .optional()
      .meta({ description: "The article, where it is not the record's.", examples: ["sia-press-conference"] }),
    page: ref("source")
      .optional()
      .meta({ description: "An outside page.", examples: ["newsam-736574"] }),
    finds: words.optional().meta({ description: "What the page says.", examples: ["announced on 22 December for the 23rd, in Moscow"] }),
  })
  .meta({
    id: "EvidenceNotation",
    description: "What supports named fields: a quote (with `because` when it is inferred), or a page and what it says.",
  });

export const AccountNotation = z
  .strictObject({
    ...accountFields,
    source: ref("source").optional().meta({ description: "The article of the quote, where it is not the record's." }),
    quote: QuoteNotation.optional(),
    because: words.optional().meta({ description: "Why the quote means it: the support is then inferred." }),
    page: ref("source").optional().meta({ description: "The outside page that gives the account." }),
    reason: words.optional().meta({ description: "What the account says, or how it differs." }),
  })
  .meta({ id: "AccountNotation", description: "One of several differing accounts, with the quote or the page that gives it." });

/** The fields that carry what a record rests on. */
export const evidenceFields = {
  evidence: field(z.array(Evidence), {
    description: "The passages that support the record's fields.",
    example: [],
    ground: "none",
    derived: true,
    criterion: false,
  }),
  outside: field(z.array(Outside), {
    description: "Outside pages that support the record's fields.",
    example: [{ source: "newsam-736574", supports: ["/date"], finding: "announced on 22 December for the 23rd, in Moscow" }],
    ground: "none",
    derived: true,
    criterion: false,
  }),
  accounts: field(z.array(Account), {
    description: "Differing accounts side by side, the one that the field itself follows included.",
    example: [{ field: "occurrence", value: "postponed", by: "armenia", outside: "newsam-736574" }],
    ground: "stated",
    key: "by",
    notation: z.array(AccountNotation).optional(),
    criterion: false,
  }),
  externalIds: field(z.array(ExternalId), {
    description: "Identifiers in public registers.",
    example: [{ scheme: "wikidata", id: "Q58217", verifiedIn: "every-politician-scrapers/russia-cabinet" }],
    ground: "none",
    key: "id",
    notation: z.array(ExternalId).optional(),
  }),
};

/** What curators write instead of `evidence` and `outside`. */
export const evidenceNotation = {
  quote: QuoteNotation.optional(),
  evidence: z.array(EvidenceNotation).optional().meta({ description: "What supports single fields; the bare quote backs the rest." }),
};

/** A withdrawn record's place: its id stays for ever. */
export const Tombstone = z
  .strictObject({
    id: slug.meta({ description: "The withdrawn id.", examples: ["lavrov-2022-visit"] }),
    kind: z
      .enum(["source", "person", "organization", "place", "topic", "visit", "meeting", "statement", "agreement"])
      .meta({ description: "The kind that the record was of.", examples: ["visit"] }),
    reason: words.meta({ description: "Why it was withdrawn.", examples: ["the same visit as lavrov-2022-baku"] }),
    successor: slug.optional().meta({ description: "Where to look instead.", examples: ["lavrov-2022-baku"] }),
    withdrawnIn: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/)
      .meta({ description: "The release that withdrew it.", examples: ["1.0.0"] }),
  })
  .meta({ id: "Tombstone", description: "What stays of a withdrawn record, so that its id never dangles." });

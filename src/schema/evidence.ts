/** What a field rests on: passages of pinned texts, outside pages, and differing accounts. */
import { z } from "zod";
import { field, kinds, ref, slug, vocabulary, words } from "./field.ts";

/** The maximum length of a passage in code points. The package does not quote longer passages. */
export const passageLimit = 320;

export const Certainty = vocabulary(
  "Certainty",
  "How a passage supports the fields that it is given for.",
  {
    explicit: {
      means:
        "the words of the passage show each stated field that it supports, and the build " +
        "checks this; coded fields rest on the passage",
    },
    inferred: { means: "the words show the value only with a reason, and the reason is given" },
    coded: { means: "only coded fields, which are judged by the codebook, rest on the passage" },
  },
);

export const PassageRole = vocabulary("PassageRole", "What a passage of a statement is for.", {
  claim: { means: "the words of the claim itself" },
  attribution: { means: "the words that say who makes the claim" },
  context: { means: "other words of the article that show what is meant" },
});

const pointer = z
  .string()
  .regex(/^\/[A-Za-z]+(?:\/\d+)?$/)
  .meta({ description: "JSON Pointer into the published record." });
const offset = (description: string) => z.int().nonnegative().meta({ description });

export const Evidence = z
  .strictObject({
    source: ref("source").meta({ description: "The article that contains the passage." }),
    quote: z
      .strictObject({
        exact: z.string().min(1).meta({ description: "The passage, exactly as written." }),
        prefix: z.string().meta({
          description:
            "Whole words before the passage in the same paragraph, at most 32 code points.",
        }),
        suffix: z.string().meta({
          description:
            "Whole words after the passage in the same paragraph, at most 32 code points.",
        }),
      })
      .meta({
        typeName: "TextQuote",
        description: "A passage identified by its words (W3C Web Annotation, TextQuoteSelector).",
      }),
    position: z
      .strictObject({
        start: offset("The number of code points before the passage."),
        end: offset(
          "The number of code points before the end of the passage. The end is exclusive.",
        ),
      })
      .meta({
        typeName: "TextPosition",
        description:
          "A passage identified by its position in the text, in Unicode code points from 0 " +
          "(W3C Web Annotation, TextPositionSelector).",
      }),
    role: PassageRole.optional().meta({
      description: "What the passage is for. Only passages of statements have a role.",
    }),
    supports: z
      .array(pointer)
      .min(1)
      .meta({ description: "The fields that the passage supports." }),
    certainty: Certainty,
    reason: words
      .optional()
      .meta({ description: "Why the words have this meaning, if they do not say it." }),
    anchors: z
      .array(
        z
          .strictObject({
            pointer,
            start: offset("The number of code points in the text before the words."),
            end: offset("The number of code points in the text before the end of the words."),
          })
          .meta({
            typeName: "Anchor",
            description: "The position in the text of the exact words for one field.",
          }),
      )
      .meta({
        description:
          "The exact words for each field. A field without an anchor rests on the whole passage. " +
          "For `/speechAct`, they are the cue: the words that express the act.",
      }),
  })
  .meta({ typeName: "Evidence", description: "A passage of a source and what it supports." });

export const Outside = z
  .strictObject({
    source: ref("source").meta({ description: "The page." }),
    supports: z.array(pointer).min(1).meta({ description: "The fields that the page supports." }),
    finding: words.meta({ description: "What the page says, in a neutral paraphrase." }),
  })
  .meta({
    typeName: "Outside",
    description:
      "A page outside the seeds and what it says. It is never a passage, because its text is " +
      "not pinned here.",
  });

const accountFields = {
  field: z
    .string()
    .regex(/^[A-Za-z]+$/)
    .meta({ description: "The field about which the accounts differ." }),
  value: z.string().min(1).meta({
    description: "The value that this account gives: a term, an id, an EDTF date or words.",
  }),
  by: ref("asserter").meta({ description: "Whose account it is: an actor or a source." }),
};

export const Account = z
  .strictObject({
    ...accountFields,
    outside: ref("source")
      .optional()
      .meta({
        description:
          "The outside page that gives the account. If it is missing, a passage in " +
          "`evidence` gives the account.",
      }),
    reason: words.optional().meta({ description: "What the account says, or how it differs." }),
  })
  .meta({
    typeName: "Account",
    description: "One of several differing accounts of a field, and whose account it is.",
  });

export const ExternalId = z
  .strictObject({
    scheme: vocabulary("IdScheme", "Registers of identifiers.", {
      wikidata: { means: "Wikidata item" },
      geonames: { means: "GeoNames feature" },
      "iso-3166-1": { means: "ISO 3166-1 alpha-2 country code" },
      "un-m49": { means: "UN M49 area code" },
      cameo: { means: "actor code of CAMEO: of a state, its ISO alpha-3 code" },
      "pa-x": { means: "agreement in the PA-X Peace Agreements Database" },
    }),
    id: z.string().min(1).meta({ description: "The identifier, as written in the register." }),
    verifiedIn: z.string().min(1).meta({ description: "The file or page that shows it." }),
  })
  .meta({
    typeName: "ExternalId",
    description: "An identifier in a public register, with the file or page that shows it.",
  });

// What curators write instead. The build finds positions, prefixes, suffixes, pointers and anchors.

const quotePart = z.union([
  words,
  z
    .strictObject({
      exact: words,
      prefix: z.string().min(1).optional().meta({
        description:
          "Words directly before the quote, which identify the occurrence that is meant.",
      }),
      suffix: z.string().min(1).optional().meta({
        description: "Words directly after the quote, which identify the occurrence that is meant.",
      }),
      nth: z
        .number()
        .optional()
        .meta({ description: "The occurrence that is meant: 1 for the first, 2 for the second …" }),
    })
    .meta({ description: "A quote that occurs more than once, and the occurrence that is meant." }),
]);

export const QuoteNotation = z.union([quotePart, z.array(quotePart).min(1)]).meta({
  typeName: "QuoteNotation",
  description: "Words of the source, exactly as written. A list is one passage in several spans.",
});

const fieldName = z
  .string()
  .regex(/^[A-Za-z]+(?:\.\d+)?$/, "expects a field, such as speakers or about.1");

export const EvidenceNotation = z
  .strictObject({
    for: z
      .union([fieldName, z.array(fieldName).min(1)])
      .meta({ description: "The field or fields that it supports." }),
    quote: QuoteNotation.optional(),
    because: words
      .optional()
      .meta({ description: "Why the quote means it: the support is then inferred." }),
    source: ref("source")
      .optional()
      .meta({ description: "The article, if it is not the record's source." }),
    page: ref("source").optional().meta({ description: "An outside page." }),
    finds: words.optional().meta({ description: "What the page says." }),
  })
  .meta({
    typeName: "EvidenceNotation",
    description:
      "What supports the named fields: a quote (with `because` if the support is inferred), " +
      "or a page and what it says.",
  });

export const AccountNotation = z
  .strictObject({
    ...accountFields,
    source: ref("source")
      .optional()
      .meta({ description: "The article of the quote, if it is not the record's source." }),
    quote: QuoteNotation.optional(),
    because: words
      .optional()
      .meta({ description: "Why the quote has this meaning. The support is then inferred." }),
    page: ref("source")
      .optional()
      .meta({ description: "The outside page that gives the account." }),
    reason: words.optional().meta({ description: "What the account says, or how it differs." }),
  })
  .meta({
    typeName: "AccountNotation",
    description: "One of several differing accounts, with the quote or the page that gives it.",
  });

/** The fields that contain what a record rests on. */
export const evidenceFields = {
  evidence: field(z.array(Evidence), {
    description: "The passages that support the record's fields.",
    ground: "none",
    derived: true,
    criterion: false,
  }),
  outside: field(z.array(Outside), {
    description: "Outside pages that support the record's fields.",
    ground: "none",
    derived: true,
    criterion: false,
  }),
  accounts: field(z.array(Account), {
    description:
      "Differing accounts side by side, including the account that the field itself follows.",
    ground: "stated",
    key: "field",
    notation: z.array(AccountNotation).optional(),
  }),
  externalIds: field(z.array(ExternalId), {
    description: "Identifiers in public registers.",
    ground: "none",
    key: "id",
    notation: z.array(ExternalId).optional(),
  }),
};

/** What curators write instead of `evidence` and `outside`. */
export const evidenceNotation = {
  quote: QuoteNotation.optional(),
  evidence: z.array(EvidenceNotation).optional().meta({
    description:
      "What supports individual fields. The quote outside `evidence` supports the other fields.",
  }),
};

/** What curators write about a statement instead of `quote`. */
export const claimNotation = {
  claim: QuoteNotation.meta({
    description:
      "The words of the claim, without words that attribute it. Several spans are words of one " +
      "sentence.",
  }),
  attribution: QuoteNotation.optional().meta({
    description:
      "The words that say who makes the claim. If there are none, the evidence of the speakers " +
      "says why they make it.",
  }),
  cue: words.optional().meta({
    description:
      "The words of the claim or the attribution that express the speech act. Left out if they " +
      "express another act or none.",
  }),
  setting: QuoteNotation.optional().meta({
    description:
      "The words that say at which meeting and on which occasion it was said. The header of a " +
      "file usually gives them for all its statements.",
  }),
  evidence: evidenceNotation.evidence.meta({
    description:
      "What supports individual fields. The words of the claim support the other fields, and " +
      "the attribution supports the speakers.",
  }),
};

/** What replaces a withdrawn record. The id is kept permanently. */
export const Tombstone = z
  .strictObject({
    id: slug.meta({ description: "The withdrawn id." }),
    kind: z.enum(kinds).meta({ description: "The kind of the withdrawn record." }),
    reason: words.meta({ description: "Why it was withdrawn." }),
    successor: slug.optional().meta({ description: "The record to use instead." }),
    withdrawnIn: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/)
      .meta({ description: "The release that withdrew it." }),
  })
  .meta({
    typeName: "Tombstone",
    description: "What remains of a withdrawn record, so that references to its id never dangle.",
  });

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
      example: '"Sergey Lavrov" for the speaker sergey-lavrov',
    },
    inferred: {
      means: "the words show the value only with a reason, and the reason is given",
      example: '"The minister" (001), after Lavrov was named',
    },
    coded: {
      means: "only coded fields, which are judged by the codebook, rest on the passage",
      example: "quotation marks for a mode",
    },
  },
);

export const PassageRole = vocabulary("PassageRole", "What a passage of a statement is for.", {
  claim: {
    means: "the words of the claim itself",
    example: '"We have regular contacts." (004)',
  },
  attribution: {
    means: "the words that say who makes the claim",
    example: '"he noted" (004), "It was noted that" (001)',
  },
  context: {
    means: "other words of the article that show what is meant",
    example: '"Lavrov said" (004), for the "he" of another sentence',
  },
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
    source: ref("source").meta({
      description: "The article that contains the passage.",
      examples: ["trend-bayramov-visit"],
    }),
    quote: z
      .strictObject({
        exact: z
          .string()
          .min(1)
          .meta({ description: "The passage, exactly as written.", examples: ["Sergey Lavrov"] }),
        prefix: z.string().meta({
          description:
            "Whole words before the passage in the same paragraph, at most 32 code points.",
          examples: ["his Russian counterpart "],
        }),
        suffix: z.string().meta({
          description:
            "Whole words after the passage in the same paragraph, at most 32 code points.",
          examples: ["."],
        }),
      })
      .meta({
        typeName: "TextQuote",
        description: "A passage identified by its words (W3C Web Annotation, TextQuoteSelector).",
      }),
    position: z
      .strictObject({
        start: offset("The number of code points before the passage.", 205),
        end: offset(
          "The number of code points before the end of the passage. The end is exclusive.",
          218,
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
      examples: ["claim"],
    }),
    supports: z
      .array(pointer)
      .min(1)
      .meta({
        description: "The fields that the passage supports.",
        examples: [["/speakers/0", "/mode"]],
      }),
    certainty: Certainty,
    reason: words.optional().meta({
      description: "Why the words have this meaning, if they do not say it.",
      examples: ['"The minister" follows his name'],
    }),
    anchors: z
      .array(
        z
          .strictObject({
            pointer,
            start: offset("The number of code points in the text before the words.", 205),
            end: offset("The number of code points in the text before the end of the words.", 218),
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
        examples: [[{ pointer: "/speakers/0", start: 205, end: 218 }]],
      }),
  })
  .meta({ typeName: "Evidence", description: "A passage of a source and what it supports." });

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
    .meta({ description: "The field about which the accounts differ.", examples: ["occurrence"] }),
  value: z
    .string()
    .min(1)
    .meta({
      description: "The value that this account gives: a term, an id, an EDTF date or words.",
      examples: ["postponed"],
    }),
  by: ref("asserter").meta({
    description: "Whose account it is: an actor or a source.",
    examples: ["armenia"],
  }),
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
        examples: ["newsam-736574"],
      }),
    reason: words.optional().meta({
      description: "What the account says, or how it differs.",
      examples: ["the ministry says that it proposed another time"],
    }),
  })
  .meta({
    typeName: "Account",
    description: "One of several differing accounts of a field, and whose account it is.",
  });

export const ExternalId = z
  .strictObject({
    scheme: vocabulary("IdScheme", "Registers of identifiers.", {
      wikidata: { means: "Wikidata item", example: "Q58217" },
      geonames: { means: "GeoNames feature", example: "587084" },
      "iso-3166-1": { means: "ISO 3166-1 alpha-2 country code", example: "AZ" },
      "un-m49": { means: "UN M49 area code", example: "031" },
      cameo: { means: "actor code of CAMEO: of a state, its ISO alpha-3 code", example: "AZE" },
      "pa-x": { means: "agreement in the PA-X Peace Agreements Database", example: "2324" },
    }),
    id: z
      .string()
      .min(1)
      .meta({ description: "The identifier, as written in the register.", examples: ["Q58217"] }),
    verifiedIn: z
      .string()
      .min(1)
      .meta({
        description: "The file or page that proves it.",
        examples: ["every-politician-scrapers/russia-cabinet"],
      }),
  })
  .meta({
    typeName: "ExternalId",
    description: "An identifier in a public register, with the file or page that proves it.",
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
  examples: ["Jeyhun Bayramov has paid a working visit to Russia"],
});

const fieldName = z
  .string()
  .regex(/^[A-Za-z]+(?:\.\d+)?$/, "expects a field, such as speakers or about.1");

export const EvidenceNotation = z
  .strictObject({
    for: z.union([fieldName, z.array(fieldName).min(1)]).meta({
      description: "The field or fields that it supports.",
      examples: ["speakers", ["date", "place"]],
    }),
    quote: QuoteNotation.optional(),
    because: words.optional().meta({
      description: "Why the quote means it: the support is then inferred.",
      examples: ['"The minister" follows his name'],
    }),
    source: ref("source")
      .optional()
      .meta({
        description: "The article, if it is not the record's source.",
        examples: ["sia-press-conference"],
      }),
    page: ref("source")
      .optional()
      .meta({ description: "An outside page.", examples: ["newsam-736574"] }),
    finds: words.optional().meta({
      description: "What the page says.",
      examples: ["announced on 22 December for the 23rd, in Moscow"],
    }),
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
    example: [],
    ground: "none",
    derived: true,
    criterion: false,
  }),
  outside: field(z.array(Outside), {
    description: "Outside pages that support the record's fields.",
    example: [
      {
        source: "newsam-736574",
        supports: ["/date"],
        finding: "announced on 22 December for the 23rd, in Moscow",
      },
    ],
    ground: "none",
    derived: true,
    criterion: false,
  }),
  accounts: field(z.array(Account), {
    description:
      "Differing accounts side by side, including the account that the field itself follows.",
    example: [{ field: "occurrence", value: "postponed", by: "armenia", outside: "newsam-736574" }],
    ground: "stated",
    key: "field",
    notation: z.array(AccountNotation).optional(),
  }),
  externalIds: field(z.array(ExternalId), {
    description: "Identifiers in public registers.",
    example: [
      { scheme: "wikidata", id: "Q58217", verifiedIn: "every-politician-scrapers/russia-cabinet" },
    ],
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
    examples: ["trade turnover is reaching record levels"],
  }),
  attribution: QuoteNotation.optional().meta({
    description:
      "The words that say who makes the claim. If there are none, the evidence of the speakers " +
      "says why they make it.",
    examples: ["Lavrov recalled that"],
  }),
  cue: words.optional().meta({
    description:
      "The words of the claim or the attribution that express the speech act. Left out if they " +
      "express another act or none.",
    examples: ["stressed the importance of"],
  }),
  setting: QuoteNotation.optional().meta({
    description:
      "The words that say at which meeting and on which occasion it was said. The header of a " +
      "file usually gives them for all its statements.",
    examples: ["Speaking at the press conference"],
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
    id: slug.meta({ description: "The withdrawn id.", examples: ["lavrov-2022-visit"] }),
    kind: z.enum(kinds).meta({
      description: "The kind of the withdrawn record.",
      examples: ["visit"],
    }),
    reason: words.meta({
      description: "Why it was withdrawn.",
      examples: ["the same visit as lavrov-2022-baku"],
    }),
    successor: slug
      .optional()
      .meta({ description: "The record to use instead.", examples: ["lavrov-2022-baku"] }),
    withdrawnIn: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/)
      .meta({ description: "The release that withdrew it.", examples: ["1.0.0"] }),
  })
  .meta({
    typeName: "Tombstone",
    description: "What remains of a withdrawn record, so that references to its id never dangle.",
  });

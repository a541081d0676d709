/** The fields that every record has, and those that every record except a source or a topic has. */
import { z } from "zod";
import { evidenceFields } from "./evidence.ts";
import { field, ref, slug, vocabulary, words, type Kind } from "./field.ts";

export const NameForm = vocabulary("NameForm", "The type of a name.", {
  name: { means: "a proper name or title, in any spelling" },
  adjective: { means: "an adjective or demonym formed from the name" },
  abbreviation: { means: "initials" },
  office: { means: "an office that one source uses only for this person" },
  description: { means: "a common noun that one source uses only for this record" },
});

export const Name = z
  .strictObject({
    text: z.string().min(1).meta({ description: "The name, exactly as written." }),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .meta({ description: "ISO 639 code of the language in which it is written." }),
    form: NameForm,
    source: ref("source").optional().meta({
      description:
        "The source that uses it: a seed in which the build found it, or an outside page.",
    }),
  })
  .meta({
    typeName: "Name",
    description: "A name and a source that uses it. There is one entry for each source.",
  });

export const NameNotation = z
  .union([
    z.string().min(1),
    z.strictObject({
      text: z.string().min(1),
      form: NameForm.optional(),
      language: z
        .string()
        .regex(/^[a-z]{2,3}$/, "expects an ISO 639 code")
        .optional(),
      source: ref("source").optional().meta({
        description: "The source that uses it. If it is missing, the build looks in every seed.",
      }),
    }),
  ])
  .meta({
    typeName: "NameNotation",
    description:
      "A name. The build finds the seeds that use it. `source` names one of them, or an " +
      "outside page.",
  });

const own = <K extends Kind>(kind: K) => ({
  kind: field(z.literal(kind), {
    description: "The kind of record. TypeScript uses it to narrow unions.",
    ground: "none",
    derived: true,
    criterion: false,
  }),
  id: field(slug.meta({ ref: kind }), {
    description: "The permanent id of the record, unique across all kinds.",
    ground: "none",
    derived: true,
  }),
});

const tail = {
  since: field(z.string().regex(/^\d+\.\d+\.\d+$/), {
    description: "The release that added the record.",
    ground: "none",
    derived: true,
  }),
  note: field(words.optional(), {
    description: "A remark by the curator.",
    ground: "none",
    criterion: false,
  }),
};

/** The fields of a record that does not rest on passages: a source or a topic. */
export const plain = <K extends Kind>(kind: K) => ({ head: own(kind), tail });

/** The fields of a record whose values rest on passages or pages. */
export const entry = <K extends Kind>(kind: K) => ({
  head: {
    ...own(kind),
    label: field(words, {
      description: "A name for the record, in one line.",
      ground: "none",
      criterion: false,
      ...(kind === "statement" && { derived: true as const }),
    }),
    names: field(z.array(Name), {
      description: "Every name that a source uses for it, with that source.",
      ground: "stated",
      key: "text",
      notation: z.array(NameNotation).optional(),
      criterion: false,
    }),
  },
  tail: { ...evidenceFields, ...tail },
});

/** A field for spellings by which readers of the region may search. */
export const spellings = field(
  z.array(
    z
      .strictObject({
        text: z.string().min(1).meta({ description: "The spelling." }),
        language: z
          .string()
          .regex(/^[a-z]{2,3}$/)
          .meta({ description: "ISO 639 code of its language." }),
        from: z
          .string()
          .min(1)
          .meta({ description: "The page that has it, or the file of an npm package." }),
      })
      .meta({
        typeName: "Spelling",
        description: "A name in a language of the region. It may have an ending on the page.",
      }),
  ),
  {
    description:
      "How it is written in languages of the region, for search. Which names the articles use " +
      "is in `names`. To list a spelling is not to endorse it.",
    ground: "none",
    criterion: false,
  },
);

/** A list of references. */
export const refs = (target: Parameters<typeof ref>[0]) => z.array(ref(target));

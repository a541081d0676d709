import { z } from "zod";
import { SourceAccordingTo } from "./according-to.ts";
import { plain } from "./entry.ts";
import { eventDate } from "./event-date.ts";
import { field, vocabulary, words } from "./field.ts";

const { head, tail } = plain("source");

export const SourceSchema = z
  .strictObject({
    ...head,
    label: field(words, {
      description: "Outlet and title in one line.",
      ground: "none",
      criterion: false,
    }),
    role: field(
      vocabulary("SourceRole", "The role of a source in the dataset.", {
        seed: {
          means: "one of the articles that passages point into; its text is pinned by a hash",
        },
        reference: {
          means:
            "a page that was read for dates, places, titles or differing accounts; no " +
            "passage points into it",
        },
      }),
      { description: "Whether passages point into it.", ground: "none" },
    ),
    outlet: field(words, { description: "Who published it.", ground: "none" }),
    title: field(words, {
      description:
        "Its headline. If no headline is known, a description of the source in brackets.",
      ground: "none",
      criterion: false,
    }),
    url: field(z.url({ protocol: /^https?$/, error: "expects a web address" }), {
      description: "Its address.",
      ground: "none",
      criterion: false,
    }),
    language: field(z.string().regex(/^[a-z]{2,3}$/, "expects an ISO 639 code"), {
      description: "ISO 639 code of its language.",
      ground: "none",
    }),
    published: field(
      eventDate("When it was published. This is never used as the date of an event."),
      {
        ...(eventDate("").meta() as { notation: z.ZodType }),
        description: "When it was published. This is never used as the date of an event.",
        ground: "none",
      },
    ),
    seed: field(
      z
        .strictObject({
          file: z
            .string()
            .regex(/^seeds\/[\w.-]+\.txt$/, "expects a file in the seeds folder")
            .meta({
              description: "The file of the text in the repository. It is not in the npm package.",
            }),
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/, "expects 64 hexadecimal digits")
            .meta({ description: "The SHA-256 of the bytes of the text." }),
          codePoints: z.int().meta({
            description: "The length of the text in Unicode code points. The build checks it.",
          }),
        })
        .meta({ typeName: "Seed", description: "The pinned text of a seed." })
        .optional(),
      {
        description: "The pinned text, for a seed.",
        ground: "none",
        criterion: false,
      },
    ),
    accordingTo: field(SourceAccordingTo.optional(), {
      description: "On whose account it rests. If it is missing, the page was not read for this.",
      ground: "none",
      key: "actor",
    }),
    curation: field(
      vocabulary("Curation", "How completely a source is curated.", {
        complete: {
          means: "every sentence was read, and everything that the sentences say was recorded",
        },
        partial: { means: "selected passages were recorded" },
        listed: { means: "the source is only cited" },
      }),
      { description: "How completely it is curated.", ground: "none" },
    ),
    knownFrom: field(words, {
      description: "How the outlet, title, address and day of publication are known.",
      ground: "none",
      criterion: false,
    }),
    ...tail,
  })
  .meta({
    typeName: "Source",
    description:
      "A citable document: an article that passages point into, or a page that was consulted.",
  });

/** The evidence of a record as W3C Web Annotations, which annotation tools and servers read. */
import type { Collections } from "../collections/all-collections.ts";
import {
  bundledSet,
  readSet,
  type CollectionSet,
  type RecordIn,
  type RecordSet,
  type SetOptions,
} from "../collections/collection-set.ts";
import { description } from "../generated/release.ts";
import type { Evidence } from "../generated/types.ts";

/** Words that an annotation carries. */
export interface AnnotationBody {
  /** The type of Web Annotation: words. */
  readonly type: "TextualBody";
  /** The words. */
  readonly value: string;
  /** Plain text. */
  readonly format: "text/plain";
  /** `describing`: what the record says; `tagging`: a field that the words support. */
  readonly purpose: "describing" | "tagging";
}

/** How the words are found in the article. */
export type AnnotationSelector =
  | {
      /** By the words themselves. */
      readonly type: "TextQuoteSelector";
      /** The words. */
      readonly exact: string;
      /** The words before them. */
      readonly prefix: string;
      /** The words after them. */
      readonly suffix: string;
    }
  | {
      /** By the position in the text. */
      readonly type: "TextPositionSelector";
      /** Where the words start, in Unicode code points from 0. */
      readonly start: number;
      /** Where they end. */
      readonly end: number;
    };

/** A Web Annotation: words of an article, and what a record says on their strength. Plain JSON. */
export interface Annotation {
  /** The JSON-LD context of Web Annotations. */
  readonly "@context": "http://www.w3.org/ns/anno.jsonld";
  /**
   * Its address: that of the version of this dataset, with the record and the passage. Annotations
   * of your own records have none.
   */
  readonly id?: string;
  /** The type of Web Annotation. */
  readonly type: "Annotation";
  /** Why it was made: to describe. */
  readonly motivation: "describing";
  /** The label of the record, and the fields that the words support. */
  readonly body: readonly AnnotationBody[];
  /** The words in the article. */
  readonly target: {
    /** The address of the article. */
    readonly source: string;
    /** By their words, and by their position. */
    readonly selector: readonly AnnotationSelector[];
  };
}

function toBody(value: string, purpose: AnnotationBody["purpose"]): AnnotationBody {
  return { type: "TextualBody", value, format: "text/plain", purpose };
}

/** The address of the article; its id when the collections do not have it. */
function addressOf(source: string, set: RecordSet): string {
  const url: unknown = set.get("source", source)?.url;
  return typeof url === "string" ? url : source;
}

function toAnnotation(
  { source, quote, position, supports }: Evidence,
  label: string,
  set: RecordSet,
): Omit<Annotation, "id"> {
  const { exact, prefix, suffix } = quote;
  const { start, end } = position;
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "Annotation",
    motivation: "describing",
    body: [
      toBody(label, "describing"),
      ...supports.map((pointer) => toBody(pointer.slice(1), "tagging")),
    ],
    target: {
      source: addressOf(source, set),
      selector: [
        { type: "TextQuoteSelector", exact, prefix, suffix },
        { type: "TextPositionSelector", start, end },
      ],
    },
  };
}

/**
 * The evidence of a record as Web Annotations, one for each passage. The target is the article,
 * with the words and their position (in Unicode code points); the bodies are the label of the
 * record, which names the speaker of a claim, and the fields that the words support. A record
 * without passages has none.
 *
 * @throws InputError when the collections have no record with the id of this one.
 * @see https://www.w3.org/TR/annotation-model/
 * @example toAnnotations(statements.get("kavkaza-135-flights-a-week"))[0]?.target.source
 */
export function toAnnotations<Set extends CollectionSet = Collections>(
  record: RecordIn<Set>,
  options: SetOptions<Set> = {},
): Annotation[] {
  const set = readSet(options, "toAnnotations");
  const { complete } = set.recordLike(record, "toAnnotations");
  if (complete.kind === "source" || complete.kind === "topic") return [];
  const { id, label = id } = complete as { readonly id: string; readonly label?: string };
  return complete.evidence.map((passage, i) => ({
    ...toAnnotation(passage, label, set),
    ...(set === bundledSet && { id: `${description.url}#${id}/evidence/${i}` }),
  }));
}

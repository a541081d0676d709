/** Records on their way from YAML to the published shape, and their types at each step. */
import type { z } from "zod";
import type { AccountNotation, EvidenceNotation, QuoteNotation } from "../src/schema/evidence.ts";
import type { NameNotation } from "../src/schema/entry.ts";
import type { EventCodeNotation as EventCodeSchema } from "../src/schema/event-code.ts";
import type { EventDate } from "../src/schema/event-date.ts";
import { targets, type Kind, type RefTarget } from "../src/schema/field.ts";
import type { schemas } from "../src/schema/records.ts";
import type { Path, Spot } from "./problem.ts";

/** Records as they are published, by kind. */
export type Published = { [K in Kind]: z.infer<(typeof schemas)[K]> };
/** A published record of any kind. */
export type PublishedRecord = Published[Kind];

/** The kinds whose records rest on passages or pages. */
export type ProvableKind = Exclude<Kind, "source" | "topic">;

type Quote = z.infer<typeof QuoteNotation>;
type DateValue = z.infer<typeof EventDate>;

/** A date in full notation. */
export interface DateNotation extends Pick<DateValue, "edtf"> {
  readonly basis?: DateValue["basis"] | undefined;
  readonly asWritten?: string | undefined;
  readonly reason?: string | undefined;
}
/** A date as curators write it. */
export type WrittenDate = string | DateNotation;

/** A person and how the curator settles the office and side. */
export interface PersonNotation {
  /** The title of one of the person's offices in people.yaml. */
  readonly office?: string | undefined;
  readonly side?: string | undefined;
}
export interface SpeakerNotation extends PersonNotation {
  readonly actor: string;
  readonly basis?: Published["statement"]["speakers"][number]["basis"] | undefined;
}
export interface ParticipantNotation extends PersonNotation {
  readonly person: string;
}
export interface PlaceNotation {
  readonly place: string;
  readonly precision?: NonNullable<Published["meeting"]["place"]>["precision"] | undefined;
}

/** The code that a curator chose where that of the term misleads. */
export type EventCodeNotation = z.infer<typeof EventCodeSchema> | undefined;

type Office = Omit<Published["person"]["offices"][number], "from" | "to">;
export interface OfficeNotation extends Office {
  readonly from?: WrittenDate | undefined;
  readonly to?: WrittenDate | undefined;
}
export interface StatusNotation extends Omit<Published["agreement"]["statuses"][number], "asOf"> {
  readonly asOf?: WrittenDate | undefined;
}

/** Fields that the build works out. */
type DerivedField<K extends Kind> =
  | "kind"
  | "id"
  | "since"
  | "evidence"
  | "outside"
  | (K extends "statement"
      ? | "label"
        | "credit"
        | "confirmed"
        | "utterance"
        | "accordingTo"
        | "date"
        | "place"
        | "country"
        | "sides"
      : never)
  | (K extends "meeting" ? "level" | "visitors" | "readouts" | "withoutReadout" : never);

type Lists<T> = { [F in keyof T as T[F] extends readonly unknown[] ? F : never]?: T[F] };
type NotLists<T> = { [F in keyof T as T[F] extends readonly unknown[] ? never : F]: T[F] };

/** What the curator writes about the evidence of a record. */
export interface ProofNotation {
  readonly names?: readonly z.infer<typeof NameNotation>[] | undefined;
  /** The article of the quotes. */
  readonly source?: string | undefined;
  readonly quote?: Quote | undefined;
  /** Of a statement: the words of the claim, and those that say who makes it. */
  readonly claim?: Quote | undefined;
  readonly attribution?: Quote | undefined;
  /** Of a statement: the words that say at which meeting and on which occasion it was said. */
  readonly setting?: Quote | undefined;
  /** Of a statement: the words that express the speech act. */
  readonly cue?: string | undefined;
  readonly evidence?: readonly z.infer<typeof EvidenceNotation>[] | undefined;
  readonly accounts?: readonly z.infer<typeof AccountNotation>[] | undefined;
}

/** The fields that are written in another form than they are published. */
interface OwnNotation {
  source: { readonly published?: WrittenDate };
  person: { readonly offices?: readonly OfficeNotation[] };
  organization: object;
  place: object;
  topic: object;
  visit: { readonly date?: WrittenDate; readonly eventCode?: EventCodeNotation };
  event: { readonly date?: WrittenDate };
  meeting: {
    readonly date?: WrittenDate;
    readonly place?: string | PlaceNotation;
    readonly participants?: readonly (string | ParticipantNotation)[];
    readonly eventCode?: EventCodeNotation;
  };
  statement: {
    readonly speakers?: readonly (string | SpeakerNotation)[];
    readonly eventCode?: EventCodeNotation;
  };
  agreement: {
    readonly date?: WrittenDate;
    readonly place?: string | PlaceNotation;
    readonly statuses?: readonly StatusNotation[];
    readonly eventCode?: EventCodeNotation;
  };
}

type PlainNotation<K extends Kind> = Omit<
  Published[K],
  DerivedField<K> | keyof OwnNotation[K] | keyof ProofNotation
>;

/** A record as curators write it, checked against its notation. */
export type Notation<K extends Kind> = Lists<PlainNotation<K>> &
  NotLists<PlainNotation<K>> &
  OwnNotation[K] &
  (K extends ProvableKind ? ProofNotation : object);

/** A record as its curator wrote it, with the defaults of the file's header filled in. */
export interface DraftOf<K extends Kind> {
  readonly kind: K;
  readonly id: string;
  readonly notation: Notation<K>;
  /** The position of a field in the file. */
  readonly spot: (path: Path, part?: "key" | "value") => Spot;
}
/** A draft of any kind; `kind` tells which. */
export type Draft = { [K in Kind]: DraftOf<K> }[Kind];
/** A draft of a kind that rests on passages or pages. */
export type ProvableDraft = { [K in ProvableKind]: DraftOf<K> }[ProvableKind];

export function isProvable(draft: Draft): draft is ProvableDraft {
  return draft.kind !== "source" && draft.kind !== "topic";
}

/** All drafts, by id. */
export type Drafts = ReadonlyMap<string, Draft>;

/** The kinds that a reference may point at, in words. */
export function describeTarget(target: RefTarget): string {
  const names = targets[target].map(String);
  const last = names.pop()!;
  return names.length === 0 ? last : `${names.join(", ")} or ${last}`;
}

/** Whether a draft is of a kind that a reference may point at. */
export function fitsTarget(draft: Draft, target: RefTarget): boolean {
  const isCountry = draft.kind === "place" && draft.notation.type === "country";
  return targets[target].some((kind) => (kind === "country" ? isCountry : draft.kind === kind));
}

/** The country of an actor or place: its own, or itself when it is a country. */
export function countryOf(id: string, drafts: Drafts): string | undefined {
  const draft = drafts.get(id);
  if (draft === undefined) return undefined;
  if (fitsTarget(draft, "country")) return id;
  return "country" in draft.notation ? draft.notation.country : undefined;
}

/** What collections know of their fields and of the ids in criteria. A leaf of types only. */

/** What is known of a field at run time. */
export interface Field {
  /** How criteria ask for it; absent when they cannot. */
  readonly criterion?: "value" | "date";
  /**
   * What its values rest on: the words, a judgement by the codebook, or nothing that a passage
   * could show.
   */
  readonly ground: "stated" | "coded" | "none";
  /** For a criterion for a member, such as `speakers.basis`: the field that holds it. */
  readonly in?: string;
  /** What a relation is called from its other end, by its type. */
  readonly inverses?: Readonly<Record<string, string>>;
  /** The member by which objects in the field are matched. */
  readonly key?: string;
  /** It is a list, so that a record may have several values. */
  readonly list?: true;
  /** The kinds of record whose ids it holds. */
  readonly of?: readonly string[];
  /** The terms of its vocabulary. */
  readonly terms?: readonly string[];
  /**
   * A criterion for an id also matches the ids below it: narrower topics, the places of a country.
   */
  readonly includesNarrower?: true;
}

/** The fields of a kind, by name. */
export type Fields = Readonly<Record<string, Field>>;

/** What became of an id that was withdrawn. */
export interface Withdrawal {
  /** Why. */
  readonly reason: string;
  /** The version that no longer has it. */
  readonly withdrawnIn: string;
  /** The id of the record that took its place. */
  readonly successor?: string;
}

/** The ids that criteria may use. */
export interface Vocabulary {
  /**
   * The ids of every kind, and of countries. Of a kind that is not there any id is taken, because a
   * database may have too many to hold.
   */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Each id that has ids below it, with itself and all of them. */
  readonly below: Readonly<Record<string, readonly string[]>>;
  /** What to do about an id that is not known, for own records. */
  readonly remedy?: string;
  /** Ids that were withdrawn: criteria lead to their successors. */
  readonly withdrawn?: Readonly<Record<string, Withdrawal>>;
}

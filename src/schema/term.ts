/** What a term of a vocabulary is. */

/** A term of a closed vocabulary. */
export interface Term {
  /** One line that says when to choose the term. */
  readonly means: string;
  /** A case from a text. The given terms have theirs from data/examples.yaml. */
  readonly example?: string;
  /**
   * The beginnings of words that show the term in a passage, for fields with the ground `stated`.
   */
  readonly words?: readonly string[];
  /** What the act is called in the credit line of a statement; a plain statement needs no name. */
  readonly noun?: string;
  /** What a relation is called from its other end; a symmetric one has no other name. */
  readonly inverse?: string;
  /** The nearest CAMEO and PLOVER codes, and how close they are. */
  readonly crosswalk?: Crosswalk;
}

/**
 * The codes of a term in the event ontologies CAMEO and PLOVER. `relation` compares the two
 * meanings.
 */
export interface Crosswalk {
  readonly cameo: string;
  readonly plover: string;
  readonly relation: "exact" | "close" | "broad" | "none";
}

/** What a dataset says of a vocabulary: terms beside the given ones, or in their place. */
export interface OwnVocabulary {
  readonly instead: boolean;
  readonly terms: Readonly<Record<string, Term>>;
}

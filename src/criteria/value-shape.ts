/** The shapes of values at run time, for records that do not come from the build. Types only. */

/** What a value must be. */
export type ValueShape =
  | { readonly is: "text" | "number" | "boolean" | "anything" }
  /** A term of a closed vocabulary. */
  | { readonly is: "term"; readonly terms: readonly string[] }
  /** The id of a record of one of these kinds; `country` is a place of that type. */
  | { readonly is: "id"; readonly of: readonly string[] }
  | { readonly is: "list"; readonly of: ValueShape }
  | MembersShape;

/** An object. */
export interface MembersShape {
  readonly is: "object";
  /** The name of its type, such as `EventDate`. */
  readonly name?: string;
  readonly members: Readonly<Record<string, ValueShape>>;
  /** Members that a curator must write: those that are not optional, derived or lists. */
  readonly required: readonly string[];
}

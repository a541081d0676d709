/** A record on its way from notation to the published shape. */
import { kinds, targets, type FieldMeta, type Kind, type RefTarget } from "../schema/field.ts";
import { plural, schemas } from "../schema/records.ts";
import type { Path, Spot } from "./problem.ts";

/** Values as they are written: checked against the notation, not yet derived. */
export interface Notation {
  readonly [field: string]: unknown;
}

/** A record as its curator wrote it, with header defaults filled in. */
export interface Draft {
  readonly kind: Kind;
  readonly id: string;
  readonly notation: Notation;
  /** Where a field stands in the file. */
  readonly spot: (path: Path, part?: "key" | "value") => Spot;
}

/** All drafts, by id. */
export type Drafts = ReadonlyMap<string, Draft>;

/** A record in the published shape, whose type the emitted interfaces give; here it is built, not read. */
export type Built = Record<string, unknown> & { id: string; kind: Kind };

export const label = (target: RefTarget): string => {
  const names = targets[target].map(String);
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} or ${names.at(-1)!}`;
};

/** Whether a record may stand where a reference of this sort is written. */
export function fits(draft: Draft, target: RefTarget): boolean {
  return targets[target].some((kind) =>
    kind === "country" ? draft.kind === "place" && draft.notation.type === "country" : draft.kind === kind,
  );
}

/** What the schema says of each field of a kind. */
export function fieldsOf(kind: Kind): Record<string, FieldMeta & { readonly schema: (typeof schemas)[Kind]["shape"][never] }> {
  const shape = schemas[kind].shape as Record<string, { meta(): unknown }>;
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, { ...(schema.meta() as FieldMeta), schema }])) as never;
}

export { kinds, plural };

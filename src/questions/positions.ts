import {
  readSet,
  type CollectionSet,
  type EntryIn,
  type RecordSet,
} from "../collections/collection-set.ts";
import { oldestFirst } from "../dates/date-order.ts";
import { fieldsOfKind } from "../generated/fields.ts";
import type {
  CountryId,
  EntityId,
  Kind,
  RelationType,
  Statement,
  StatementId,
  TopicId,
} from "../generated/types.ts";

/** A claim, and how it stands to others. */
export interface Position<Claim = Statement> {
  /** The statement. */
  readonly statement: Claim;
  /** How it stands to other claims, also to those on another subject. */
  readonly to: readonly PositionLink[];
  /** How other claims stand to it, such as `rejected-by`. */
  readonly from: readonly PositionLink[];
}

/** A relation to another claim. */
export interface PositionLink {
  /** The relation, such as `rejects`; from the other end its inverse, `rejected-by`. */
  readonly type: RelationType | `${string}-by` | "agrees-with" | "differs-from";
  /** The other statement. */
  readonly statement: StatementId;
  /** What in the words of both makes the relation. */
  readonly reason: string;
}

/** The claims of one side, oldest first. */
export interface SidePositions<Claim = Statement> {
  /** The state for which the speakers speak; undefined: they speak for none. */
  readonly side: CountryId | undefined;
  /** Its claims. A claim of two sides stands under both. */
  readonly positions: readonly Position<Claim>[];
}

/** What a relation is called from its other end. */
function inverseOf(type: RelationType): PositionLink["type"] {
  const inverses = fieldsOfKind.statement.relations?.inverses ?? {};
  return (inverses[type] ?? type) as PositionLink["type"];
}

/** Claims with the relations to and from them. Each statement is the one that the set holds. */
export function toPositions(claims: readonly Statement[], set: RecordSet): Position[] {
  const all = set.completeOf("statement");
  return claims.map((statement) => ({
    statement: set.ofKind("statement").get(statement.id) as Statement,
    to: statement.relations,
    from: all.flatMap((other) =>
      other.relations
        .filter((relation) => relation.statement === statement.id)
        .map(({ type, reason }) => ({ type: inverseOf(type), statement: other.id, reason })),
    ),
  }));
}

/** What claims may be about. */
function subjectIds(set: RecordSet): string[] {
  const kinds = ["topic", ...fieldsOfKind.statement.about!.of!] as Kind[];
  return kinds.flatMap((kind) => [...set.ofKind(kind)].map(({ id }) => id));
}

/**
 * The claims about a topic or an entity, oldest first, without the outlets' own narration. A claim
 * that is passed on comes before those of the day on which it was.
 */
export function claimsOn(subject: unknown, set: RecordSet, caller: string): Statement[] {
  const id = set.find(subject)?.record.id ?? subject;
  set.checkId(caller, id, subjectIds(set));
  const isTopic = set.ofKind("topic").has(id as string);
  const matching = set.ofKind("statement").where(isTopic ? { topics: id } : { about: id });
  const claims = matching
    .map((record) => set.complete("statement", record) as Statement)
    .filter(({ mode }) => mode !== "agency-narration");
  const isRelayed = ({ relayedBy }: Statement) => relayedBy.length > 0;
  const ordered = [
    ...claims.filter(isRelayed),
    ...claims.filter((statement) => !isRelayed(statement)),
  ];
  return oldestFirst(ordered, ({ date }) => date);
}

/**
 * What each side says on a topic or an entity: its claims in order of time, and how they stand to
 * each other. The side with most claims comes first; claims of speakers who speak for no
 * state come last.
 *
 * A relayed claim stands under the side of whoever made it, and not of whoever passes it on. A
 * topic includes the topics below it.
 *
 * @param subject - The id of a topic, or of an entity that claims are about.
 * @throws InputError when it is not the id of a topic or an entity.
 * @example positions("lachin-road").map(({ side, positions }) => [side, positions.length])
 */
export function positions(subject: TopicId | EntityId): SidePositions[];
/** The same of your own records: `in` is what `toCollections` returned. */
export function positions<Set extends CollectionSet>(
  subject: string,
  options: { readonly in: Set },
): SidePositions<EntryIn<Set, "statements">>[];
export function positions(subject: string, options: object = {}): SidePositions[] {
  const set = readSet(options, "positions");
  const claims = claimsOn(subject, set, "positions");
  const all = toPositions(claims, set).map((position, i) => ({
    position,
    sides: claims[i]!.sides,
  }));
  const sides = [...new Set(claims.flatMap((claim) => claim.sides))];
  const positionsOf = (isOfSide: (sides: readonly CountryId[]) => boolean) =>
    all.filter((one) => isOfSide(one.sides)).map(({ position }) => position);
  const bySide = sides
    .map((side) => ({ side, positions: positionsOf((own) => own.includes(side)) }))
    .sort((a, b) => b.positions.length - a.positions.length);
  const ofNobody = positionsOf((own) => own.length === 0);
  return ofNobody.length === 0 ? bySide : [...bySide, { side: undefined, positions: ofNobody }];
}

import { collectionOf } from "../collections/all-collections.ts";
import { statements } from "../collections/statements.ts";
import { topics } from "../collections/topics.ts";
import { checkName } from "../criteria/input-error.ts";
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
import { resolve } from "./resolve.ts";

/** A claim, and how it stands to others. */
export interface Position {
  /** The statement. */
  readonly statement: Statement;
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
export interface SidePositions {
  /** The state for which the speakers speak; undefined: they speak for none. */
  readonly side: CountryId | undefined;
  /** Its claims. A claim of two sides stands under both. */
  readonly positions: readonly Position[];
}

/** What a relation is called from its other end. */
function inverseOf(type: RelationType): PositionLink["type"] {
  const inverses = fieldsOfKind.statement.relations?.inverses ?? {};
  return (inverses[type] ?? type) as PositionLink["type"];
}

/** Claims with the relations to and from them. */
export function toPositions(claims: readonly Statement[]): Position[] {
  const all = [...statements];
  return claims.map((statement) => ({
    statement,
    to: statement.relations,
    from: all.flatMap((other) =>
      other.relations
        .filter((relation) => relation.statement === statement.id)
        .map(({ type, reason }) => ({ type: inverseOf(type), statement: other.id, reason })),
    ),
  }));
}

/** What claims may be about. */
function subjectIds(): string[] {
  const kinds = ["topic", ...fieldsOfKind.statement.about!.of!] as Kind[];
  return kinds.flatMap((kind) => [...collectionOf(kind)].map(({ id }) => id));
}

/**
 * The claims about a topic or an entity, oldest first, without the outlets' own narration. A claim
 * that is passed on comes before those of the day on which it was.
 */
export function claimsOn(subject: string, caller: string): Statement[] {
  const id = resolve(subject)?.id ?? subject;
  checkName(caller, "record", id, subjectIds());
  const criterion = topics.has(id) ? { topics: id } : { about: id as EntityId };
  const claims = statements.where({ ...criterion, mode: { not: "agency-narration" } });
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
export function positions(subject: TopicId | EntityId): SidePositions[] {
  const all = toPositions(claimsOn(subject, "positions"));
  const sides = [...new Set(all.flatMap(({ statement }) => statement.sides))];
  const bySide = sides
    .map((side) => ({
      side,
      positions: all.filter(({ statement }) => statement.sides.includes(side)),
    }))
    .sort((a, b) => b.positions.length - a.positions.length);
  const ofNobody = all.filter(({ statement }) => statement.sides.length === 0);
  return ofNobody.length === 0 ? bySide : [...bySide, { side: undefined, positions: ofNobody }];
}

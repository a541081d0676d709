/** Relations between statements: who may stand to whom in which way, and in which order. */
import type { Drafts, Published, PublishedRecord } from "../draft.ts";
import { problem, type Problem } from "../problem.ts";

type Statement = Published["statement"];
type Relation = Statement["relations"][number];

/** The types that hold between claims of the same side; all others are between different ones. */
const ofSameSide: ReadonlySet<Relation["type"]> = new Set(["restates", "specifies"]);

function actorsOf({ speakers }: Statement): string {
  return speakers
    .map(({ actor }) => actor)
    .sort()
    .join(" and ");
}

function hasSameSide(a: Statement, b: Statement): boolean {
  return actorsOf(a) === actorsOf(b) || a.sides.some((side) => b.sides.includes(side));
}

/** Where the words of a claim start and end in its article. */
function extentOf({ evidence }: Statement): { readonly start: number; readonly end: number } {
  const places = evidence.filter(({ role }) => role === "claim").map(({ position }) => position);
  return {
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map(({ end }) => end)),
  };
}

function hasClaim({ evidence }: Statement): boolean {
  return evidence.some(({ role }) => role === "claim");
}

/**
 * Whether the earlier claim comes after the later one: on a later day, or on the same day wholly at
 * a later place of the article. A relayed claim is earlier than all of its article.
 */
function isInWrongOrder(later: Statement, earlier: Statement): boolean {
  const [start, end] = [earlier.date?.earliest, later.date?.latest];
  if (typeof start === "string" && typeof end === "string" && start > end) return true;
  const isSameDay = earlier.source === later.source && earlier.date?.edtf === later.date?.edtf;
  // words that were not found have no place
  if (!isSameDay || !hasClaim(earlier) || !hasClaim(later)) return false;
  return extentOf(earlier).start > extentOf(later).end;
}

function faultOf(statement: Statement, { type, statement: id }: Relation, other: Statement) {
  if (id === statement.id) return "a claim has no relation to itself; remove it";
  for (const { id: narration, mode } of [statement, other])
    if (mode === "agency-narration")
      return `${narration} is the outlet's own narration, which no claim stands to; remove it`;
  if (isInWrongOrder(statement, other))
    return `${id} is later than this claim; write the relation in the later of the two`;
  const isSameSide = hasSameSide(statement, other);
  if (isSameSide === ofSameSide.has(type)) return undefined;
  return isSameSide
    ? `${type} is between different sides, and both claims are of ${actorsOf(other)}'s side; ` +
        "choose restates or specifies, or remove it"
    : `${type} is between claims of one side, and ${actorsOf(statement)} and ` +
        `${actorsOf(other)} speak for different ones; choose another type, or remove it`;
}

/** Checks every relation of every statement. */
export function checkRelations(
  records: ReadonlyMap<string, PublishedRecord>,
  drafts: Drafts,
  problems: Problem[],
): void {
  const seen = new Set<string>();
  for (const record of records.values()) {
    if (record.kind !== "statement") continue;
    for (const [i, relation] of record.relations.entries()) {
      const report = (message: string) => {
        const path = ["relations", i];
        problems.push(problem(drafts.get(record.id)!.spot(path), path, message));
      };
      const other = records.get(relation.statement);
      // a reference to an unknown statement is reported as such
      if (other?.kind !== "statement") continue;
      const fault = faultOf(record, relation, other);
      if (fault !== undefined) report(fault);
      const pair = [record.id, relation.statement].sort().join(" ");
      if (seen.has(pair))
        report(`${relation.statement} already has a relation to this claim; keep one of the two`);
      seen.add(pair);
    }
  }
}

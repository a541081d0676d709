/** The references between records. */
import { targets, type Kind, type RefTarget } from "../../src/schema/field.ts";
import type { Shape } from "../../src/schema/describe.ts";
import { didYouMean } from "../../src/text/did-you-mean.ts";
import { describeTarget, fitsTarget, type Draft, type Drafts } from "../draft.ts";
import { problem, type Path, type Problem } from "../problem.ts";
import { isMapping } from "./check-notation.ts";
import { notationShapes } from "./notation.ts";

/** An id that is written where a reference belongs. */
interface Reference {
  readonly path: Path;
  readonly to: RefTarget;
  readonly id: string;
}

/** Whether a checked value is of this shape. The options of a union differ in the sort of value. */
function isOfShape(shape: Shape, value: unknown): boolean {
  if (shape.type === "object") return isMapping(value);
  return shape.type === "list" ? Array.isArray(value) : typeof value !== "object";
}

/** Every reference in a value. */
function* referencesIn(shape: Shape, value: unknown, path: Path = []): Generator<Reference> {
  if (value === undefined) return;
  if (shape.type === "reference" && typeof value === "string")
    yield { path, to: shape.to, id: value };
  else if (shape.type === "object" && isMapping(value))
    for (const member of shape.members)
      yield* referencesIn(member.shape, value[member.name], [...path, member.name]);
  else if (shape.type === "list" && Array.isArray(value))
    for (const [i, item] of value.entries()) yield* referencesIn(shape.of, item, [...path, i]);
  else if (shape.type === "union") {
    const option = shape.options.find((one) => isOfShape(one, value));
    if (option !== undefined) yield* referencesIn(option, value, path);
  }
}

/** Which ids exist, also of records that have problems of their own. */
export interface KnownIds {
  readonly ids: ReadonlyMap<string, unknown>;
  /** Kinds of which a file could not be read: references to them cannot be judged. */
  readonly unreadKinds: ReadonlySet<Kind>;
}

/** A country lies in itself; what a claim may not be to itself has checks of its own. */
function mayNameItself({ kind }: Draft, path: Path): boolean {
  return kind === "statement" || (kind === "place" && path[0] === "country");
}

/** A few wrong ids are slips and get a suggestion each; thousands are none, and each costs time. */
const mostSuggestions = 100;

function problemOf(
  { path, to, id }: Reference,
  draft: Draft,
  drafts: Drafts,
  { ids, unreadKinds }: KnownIds,
  wantsSuggestion: boolean,
): Problem | undefined {
  const found = drafts.get(id);
  if (id === draft.id && !mayNameItself(draft, path))
    return problem(draft.spot(path), path, "names the record itself; remove it");
  const couldBeUnread = targets[to].some((kind) =>
    unreadKinds.has(kind === "country" ? "place" : kind),
  );
  const isFine = found ? fitsTarget(found, to) : ids.has(id) || couldBeUnread;
  if (isFine) return undefined;
  const suggestion = () => {
    const candidates = [...drafts.values()].filter((other) => fitsTarget(other, to));
    const known = candidates.map((one) => one.id);
    return wantsSuggestion ? didYouMean(id, known) : "";
  };
  const instead = found ? ` ("${id}" is a ${found.kind})` : suggestion();
  return problem(draft.spot(path), path, `no ${describeTarget(to)} "${id}"${instead}`);
}

/** Whether a record names one that only records of a kind can be. */
export function isNamed(kind: Kind, drafts: Drafts): boolean {
  for (const draft of drafts.values())
    for (const { to } of referencesIn(notationShapes.get(draft.kind)!, draft.notation)) {
      const kindsOf = targets[to].map((one) => (one === "country" ? "place" : one));
      if (kindsOf.every((one) => one === kind)) return true;
    }
  return false;
}

/** Reports references to records that do not exist or are of another kind. */
export function checkReferences(drafts: Drafts, known: KnownIds, problems: Problem[]): void {
  let count = 0;
  for (const draft of drafts.values())
    for (const reference of referencesIn(notationShapes.get(draft.kind)!, draft.notation)) {
      const found = problemOf(reference, draft, drafts, known, count < mostSuggestions);
      if (found === undefined) continue;
      count++;
      problems.push(found);
    }
}

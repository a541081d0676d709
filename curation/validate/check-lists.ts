/** Lists of references: no record is in one twice. */
import { fieldsOf, type FieldDescription } from "../../src/schema/describe.ts";
import type { Drafts } from "../draft.ts";
import { problem, type Problem } from "../problem.ts";
import { isMapping } from "./check-notation.ts";

/** The id that an item of a list is, or has as its key. */
function idOf(item: unknown, { key }: FieldDescription): unknown {
  return isMapping(item) && key !== undefined ? item[key] : item;
}

/** Whether the items of a field are records. Relations have a check of their own. */
function holdsIds({ name, shape, key, criterion }: FieldDescription): boolean {
  if (name === "relations") return false;
  if (shape.type !== "list" || criterion?.by !== "id") return false;
  return shape.of.type === "reference" || key !== undefined;
}

/** Reports ids that are in a list twice. */
export function checkLists(drafts: Drafts, problems: Problem[]): void {
  for (const { kind, notation, spot } of drafts.values())
    for (const field of fieldsOf(kind).values()) {
      const items = (notation as Readonly<Record<string, unknown>>)[field.name];
      if (!holdsIds(field) || !Array.isArray(items)) continue;
      const ids = items.map((item) => idOf(item, field));
      for (const [i, id] of ids.entries()) {
        if (typeof id !== "string" || ids.indexOf(id) === i) continue;
        const path = [field.name, i];
        problems.push(problem(spot(path), path, `"${id}" is in the list twice; remove one`));
      }
    }
}

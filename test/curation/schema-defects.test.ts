/** Every rule of the published schemas can fail: a defect for each field and member. */
import { expect, test } from "vitest";
import { collections } from "../../src/index.ts";
import { checkRecords } from "../../src/schema.ts";
import { model, type Member, type Shape } from "../../src/schema/describe.ts";

type Members = Readonly<Record<string, unknown>>;

/** A value that no shape of a kind takes. */
function wrongValue(shape: Shape): unknown {
  if (shape.type === "term" || shape.type === "literal") return "no such term";
  if (shape.type === "number" || shape.type === "integer") return "five";
  return shape.type === "boolean" ? "yes" : 5;
}

/** An object with one defect each, and what the defect is. */
function* defectsOf(
  object: Members,
  members: readonly Member[],
  path: string,
): Generator<[string, Members]> {
  yield [`${path}: a member more`, { ...object, surplus: "x" }];
  for (const { name, shape, optional } of members) {
    if (!(name in object)) continue;
    const own = object[name];
    yield [`${path}.${name}: another type`, { ...object, [name]: wrongValue(shape) }];
    const { [name]: _left, ...rest } = object;
    if (!optional) yield [`${path}.${name}: missing`, rest];
    if (shape.type === "object" && typeof own === "object")
      for (const [what, inner] of defectsOf(own as Members, shape.members, `${path}.${name}`))
        yield [what, { ...object, [name]: inner }];
    if (shape.type !== "list" || !Array.isArray(own) || own.length === 0) continue;
    const [first, ...others] = own as [unknown, ...unknown[]];
    yield [
      `${path}.${name}: a wrong item`,
      { ...object, [name]: [wrongValue(shape.of), ...others] },
    ];
    if (shape.of.type !== "object") continue;
    for (const [what, inner] of defectsOf(first as Members, shape.of.members, `${path}.${name}`))
      yield [what, { ...object, [name]: [inner, ...others] }];
  }
}

test.each(model.map(({ kind, plural, fields }) => [kind, plural, fields] as const))(
  "%s: each field that is missing, of another type or too much is a problem",
  (kind, plural, fields) => {
    const records = [...(collections[plural as keyof typeof collections] as Iterable<object>)];
    const tried = new Set<string>();
    const accepted: string[] = [];
    for (const record of records)
      for (const [what, defect] of defectsOf(record as Members, fields, kind)) {
        if (tried.has(what)) continue;
        tried.add(what);
        if (checkRecords(kind, [defect]).length === 0) accepted.push(what);
      }
    expect(tried.size).toBeGreaterThan(2 * fields.length - 5);
    expect(accepted).toEqual([]);
  },
);

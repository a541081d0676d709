/** Checks values against their notation and explains what is wrong with them. */
import type { z } from "zod";
import type { Member, Shape } from "../../src/schema/describe.ts";
import { didYouMean } from "../../src/text/did-you-mean.ts";
import { problem, type Path, type Problem, type Spot } from "../problem.ts";

type Mapping = Readonly<Record<string, unknown>>;
type Issue = z.core.$ZodIssue;
/** Where the value at a path is in the file, or its key. */
export type SpotOf = (path: Path, part?: "key" | "value") => Spot;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What sort of value it is, in the words of a curator. */
export function describeSort(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return isMapping(value) ? "a mapping" : "words";
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key): unknown => {
    if (Array.isArray(inner)) return inner[Number(key)];
    return isMapping(inner) ? inner[String(key)] : undefined;
  }, value);
}

function memberOf(shape: Shape, name: string): Member | undefined {
  return shape.type === "object" ? shape.members.find((m) => m.name === name) : undefined;
}

/** The shapes that a value may have; a union has several. */
function alternatives(shape: Shape): readonly Shape[] {
  return shape.type === "union" ? shape.options.flatMap(alternatives) : [shape];
}

/** The shapes that the value at a path may have. */
function shapesAt(shape: Shape, path: readonly PropertyKey[]): readonly Shape[] {
  return path.reduce<readonly Shape[]>(
    (shapes, key) =>
      shapes.flatMap(alternatives).flatMap((one) => {
        if (one.type === "list" || one.type === "map") return [one.of];
        return memberOf(one, String(key))?.shape ?? [];
      }),
    [shape],
  );
}

function namesAt(shape: Shape, path: readonly PropertyKey[]): string[] {
  return shapesAt(shape, path)
    .flatMap(alternatives)
    .flatMap((one) => (one.type === "object" ? one.members.map(({ name }) => name) : []));
}

/** YAML gives every scalar as text. Where the notation has a number or boolean, it becomes one. */
function readScalars(shape: Shape, value: unknown): unknown {
  switch (shape.type) {
    case "number":
    case "integer":
      return typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
    case "boolean":
      return value === "true" || value === "false" ? value === "true" : value;
    case "list":
      return Array.isArray(value) ? value.map((item) => readScalars(shape.of, item)) : value;
    case "object":
      if (!isMapping(value)) return value;
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => {
          const member = memberOf(shape, name);
          return [name, member ? readScalars(member.shape, inner) : inner];
        }),
      );
    case "union": {
      // only a list or mapping in a union can hold other values: a scalar is text there
      if (typeof value !== "object") return value;
      return shape.options.reduce<unknown>((read, option) => readScalars(option, read), value);
    }
    default:
      return value;
  }
}

/**
 * Of a union, the issues of the option that the value was meant for: the one with the right sort of
 * value.
 */
function issuesOfUnion(issue: Issue, value: unknown): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const options = issue.errors.map((issues) =>
    issues.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const hasWrongSort = (inner: Issue) =>
    inner.code === "invalid_type" && inner.path.length === issue.path.length;
  const [intended] = options
    .filter((issues) => !issues.some(hasWrongSort))
    .sort((a, b) => a.length - b.length);
  if (intended !== undefined) return intended.flatMap((inner) => issuesOfUnion(inner, value));
  const sort = describeSort(valueAt(value, issue.path));
  return [{ code: "custom", path: issue.path, message: `does not take ${sort}`, input: value }];
}

const sortsByType: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a mapping",
  record: "a mapping",
  number: "a number",
  boolean: "true or false",
};

function messageOf(issue: Issue, value: unknown): string {
  if (issue.code === "invalid_value") {
    const terms = issue.values.map(String);
    const suggestion = didYouMean(String(value), terms) || `: ${terms.join(", ")}`;
    return `"${String(value)}" is not one of its terms${suggestion}`;
  }
  if (issue.code === "invalid_type")
    return `expects ${sortsByType[issue.expected] ?? "words"}, not ${describeSort(value)}`;
  if (issue.code === "too_small" && issue.origin === "array")
    return `has ${Array.isArray(value) ? value.length : 0} items; give ${issue.minimum} or more`;
  return issue.message;
}

/** The terms of a field that has a vocabulary, for a message. */
function termsAt(shape: Shape, path: readonly PropertyKey[]): string {
  const [term] = shapesAt(shape, path).filter((one) => one.type === "term");
  return term === undefined ? "" : `, with one of: ${term.terms.join(", ")}`;
}

/** The problems that an issue of Zod means. */
function problemsOf(
  issue: Issue,
  value: unknown,
  { shape, derived }: { readonly shape: Shape; readonly derived: ReadonlySet<string> },
  spot: SpotOf,
): Problem[] {
  const path: Path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => {
      const keyPath = [...path, key];
      if (path.length === 0 && derived.has(key))
        return problem(spot(keyPath, "key"), keyPath, "the build derives it; remove it here");
      const names = namesAt(shape, path);
      const remedy = didYouMean(key, names) || `; the fields are ${names.join(", ")}`;
      // a comma in words within { } starts a new field
      if (/\s/.test(key))
        return problem(
          spot(keyPath, "key"),
          keyPath,
          "no such field: a comma ends a value within { }; put words that hold one in quotation " +
            "marks",
        );
      return problem(spot(keyPath, "key"), keyPath, `no such field${remedy}`);
    });
  const own = valueAt(value, path);
  if (own === undefined)
    return [problem(spot(path, "key"), path, `is missing; add it${termsAt(shape, path)}`)];
  return [problem(spot(path, "value"), path, messageOf(issue, own))];
}

/**
 * A value in its notation; undefined, and problems, when it does not fit. `derived` are the fields
 * that the build makes.
 */
export function checkNotation<Value>(
  schema: z.ZodType<Value>,
  shape: Shape,
  value: unknown,
  spot: SpotOf,
  problems: Problem[],
  derived: ReadonlySet<string> = new Set(),
): Value | undefined {
  const result = schema.safeParse(readScalars(shape, value));
  if (result.success) return result.data;
  for (const issue of result.error.issues.flatMap((one) => issuesOfUnion(one, value)))
    problems.push(...problemsOf(issue, value, { shape, derived }, spot));
  return undefined;
}

/** Parsed files in, drafts out: header defaults, the shape that the notation prescribes, ids and references. */
import { z } from "zod";
import { didYouMean } from "../nearest.ts";
import { kinds, targets, type Kind, type RefTarget } from "../schema/field.ts";
import { filePerRecord, notations, statementHeader, withdrawnNotation } from "../schema/notation.ts";
import { plural } from "../schema/records.ts";
import { problem, startOf, type Files, type Path, type Problem, type Spot } from "./problem.ts";
import { fits, label, type Draft, type Notation } from "./records.ts";
import { readYaml, type YamlFile } from "./yaml.ts";

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

/** The schema under optional and similar wrappers. */
const unwrap = (schema: z.core.$ZodType): z.core.$ZodType => {
  const def = schema._zod.def as { innerType?: z.core.$ZodType };
  return def.innerType ? unwrap(def.innerType) : schema;
};

/** The schema that a path leads to; in a union, that of the option which the value looks like. */
function schemaAt(root: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType[] {
  return path.reduce<z.core.$ZodType[]>(
    (found, key) =>
      found.flatMap(options).flatMap((schema) => {
        const def = schema._zod.def as { type: string; shape?: Record<string, z.core.$ZodType>; element?: z.core.$ZodType };
        const next = typeof key === "number" ? def.element : def.shape?.[String(key)];
        return next ? [next] : [];
      }),
    [root],
  );
}
function options(schema: z.core.$ZodType): z.core.$ZodType[] {
  const inner = unwrap(schema);
  const def = inner._zod.def as { options?: z.core.$ZodType[] };
  return def.options ? def.options.flatMap(options) : [inner];
}
const keysAt = (root: z.core.$ZodType, path: readonly PropertyKey[]): string[] =>
  schemaAt(root, path)
    .flatMap(options)
    .flatMap((schema) => Object.keys((schema._zod.def as { shape?: object }).shape ?? {}));

const shapeName = (value: unknown): string => (Array.isArray(value) ? "a list" : isPlain(value) ? "a mapping" : "words");
const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((v, key) => (v as Plain | undefined)?.[key as string], value);

/** Of a union's branches, the issues of the one that the value was meant for. */
function flatten(issue: z.core.$ZodIssue, value: unknown): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const own = valueAt(value, issue.path);
  const branches = issue.errors.map((branch) => branch.map((i) => ({ ...i, path: [...issue.path, ...i.path] })));
  const meant = branches.filter((branch) => !branch.some((i) => i.code === "invalid_type" && i.path.length === issue.path.length));
  if (meant.length === 0)
    return [{ ...issue, code: "custom", message: `does not take ${shapeName(own)}`, errors: undefined } as unknown as z.core.$ZodIssue];
  return meant.sort((a, b) => a.length - b.length)[0]!.flatMap((i) => flatten(i, value));
}

function* explain(
  issue: z.core.$ZodIssue,
  value: unknown,
  schema: z.ZodType,
): Generator<{ path: Path; message: string; part: "key" | "value" }> {
  const path = issue.path as Path;
  const own = valueAt(value, path);
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys)
      yield { path: [...path, key], part: "key", message: `no such field${didYouMean(key, keysAt(schema, path))}` };
  } else if (own === undefined) yield { path, part: "key", message: "is missing" };
  else if (issue.code === "invalid_value") {
    const terms = issue.values.map(String);
    yield {
      path,
      part: "value",
      message: `"${String(own)}" is not one of its terms${didYouMean(String(own), terms) || `: ${terms.join(", ")}`}`,
    };
  } else if (issue.code === "invalid_type") {
    const wanted =
      issue.expected === "array"
        ? "a list"
        : issue.expected === "object" || issue.expected === "record"
          ? "a mapping"
          : issue.expected === "number"
            ? "a number"
            : "words";
    yield { path, part: "value", message: `expects ${wanted}, not ${shapeName(own)}` };
  } else yield { path, part: "value", message: issue.message };
}

/** YAML's scalars are strings; where the schema says number, a numeral becomes one. */
function numbered(schema: z.core.$ZodType, value: unknown): unknown {
  const def = schema._zod.def as {
    type: string;
    innerType?: z.core.$ZodType;
    shape?: Record<string, z.core.$ZodType>;
    element?: z.core.$ZodType;
    options?: z.core.$ZodType[];
  };
  if (def.innerType) return numbered(def.innerType, value);
  if (def.type === "number") return typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
  if (def.shape && isPlain(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, Object.hasOwn(def.shape!, key) ? numbered(def.shape![key]!, inner) : inner]),
    );
  if (def.element && Array.isArray(value)) return value.map((item) => numbered(def.element!, item));
  if (def.options) return def.options.reduce((v, option) => (typeof v === "object" ? numbered(option, v) : v), value);
  return value;
}

/** A value as its notation has it; what is wrong with it, each with its place. */
export function check(schema: z.ZodType, value: unknown, spot: Draft["spot"], problems: Problem[]): Notation | undefined {
  const result = schema.safeParse(numbered(schema, value));
  if (result.success) return result.data as Notation;
  for (const issue of result.error.issues.flatMap((i) => flatten(i, value)))
    for (const { path, message, part } of explain(issue, value, schema)) problems.push(problem(spot(path, part), path, message));
  return undefined;
}

/** Every string of a value whose schema is a reference. */
export function* references(
  schema: z.core.$ZodType,
  value: unknown,
  path: Path = [],
): Generator<{ path: Path; target: RefTarget; id: string }> {
  if (value === undefined) return;
  const target = z.globalRegistry.get(schema)?.ref as RefTarget | undefined;
  if (target && typeof value === "string") {
    yield { path, target, id: value };
    return;
  }
  const def = schema._zod.def as {
    innerType?: z.core.$ZodType;
    shape?: Record<string, z.core.$ZodType>;
    element?: z.core.$ZodType;
    options?: z.core.$ZodType[];
  };
  if (def.innerType) yield* references(def.innerType, value, path);
  else if (def.shape && isPlain(value))
    for (const [key, inner] of Object.entries(def.shape)) yield* references(inner, value[key], [...path, key]);
  else if (def.element && Array.isArray(value)) for (const [i, item] of value.entries()) yield* references(def.element, item, [...path, i]);
  else if (def.options) {
    const option = def.options.find((o) => z.safeParse(o, value).success);
    if (option) yield* references(option, value, path);
  }
}

export interface Tombstone {
  readonly id: string;
  readonly kind: Kind;
  readonly reason: string;
  readonly successor?: string | undefined;
  readonly withdrawnIn: string;
}

export interface Shaped {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly withdrawn: readonly Tombstone[];
}

/** Reads everything under data/ but the reviewed sentences. */
export function shape(files: Files, problems: Problem[]): Shaped {
  const drafts = new Map<string, Draft>();
  const known = new Map<string, Spot>(); // ids of records that have problems of their own count as known, too
  const unread = new Set<string>(); // kinds of which a file could not be read: what refers to them cannot be judged
  let withdrawn: readonly Tombstone[] = [];

  const add = (kind: Kind, id: string, at: Spot, notation: Notation | undefined, spot: Draft["spot"]) => {
    const first = known.get(id);
    if (first)
      problems.push(
        problem(at, [], `the id "${id}" is used twice: it stands in ${first.file}:${first.line} already; ids are unique over all kinds`),
      );
    else known.set(id, at);
    if (!slug.test(id))
      problems.push(problem(at, [], `"${id}" is not an id: use lower-case letters and digits in words joined by hyphens`));
    if (notation && !first) drafts.set(id, { kind, id, notation, spot });
  };
  const mapping = (yaml: YamlFile): Plain | undefined => {
    if (isPlain(yaml.value)) return yaml.value;
    problems.push(problem(yaml.spot([]), [], `expects a mapping, not ${shapeName(yaml.value)}`));
    return undefined;
  };

  const readers: [RegExp, (yaml: YamlFile, kind: Kind) => void][] = [];
  for (const kind of kinds) {
    if (kind === "statement") readers.push([/^data\/statements\/([^/]+)\.yaml$/, readStatements]);
    else if (filePerRecord.includes(kind))
      readers.push([new RegExp(`^data/${plural[kind]}/([^/]+)\\.yaml$`), (yaml) => readRecord(yaml, kind)]);
    else readers.push([new RegExp(`^data/${plural[kind]}\\.yaml$`), (yaml) => readCollection(yaml, kind)]);
  }
  readers.push([/^data\/withdrawn\.yaml$/, readWithdrawn]);

  const baseName = (yaml: YamlFile) => /([^/]+)\.yaml$/.exec(yaml.file)![1]!;

  function readCollection(yaml: YamlFile, kind: Kind) {
    for (const [id, value] of Object.entries(mapping(yaml) ?? {})) {
      const spot: Draft["spot"] = (path, part) => yaml.spot([id, ...path], part);
      add(kind, id, yaml.spot([id], "key"), check(notations[kind], value, spot, problems), spot);
    }
  }
  function readRecord(yaml: YamlFile, kind: Kind) {
    const value = mapping(yaml);
    if (!value) return;
    const id = baseName(yaml);
    if (value.id !== undefined && value.id !== id)
      problems.push(
        problem(yaml.spot(["id"]), ["id"], `"${String(value.id)}" is not the file's name "${id}"; make them the same, or leave the id out`),
      );
    add(kind, id, startOf(yaml.file), check(notations[kind], value, yaml.spot, problems), yaml.spot);
  }
  function readStatements(yaml: YamlFile) {
    const value = mapping(yaml);
    if (!value) return;
    const { statements, ...header } = value;
    if (header.source !== undefined && header.source !== baseName(yaml))
      problems.push(
        problem(
          yaml.spot(["source"]),
          ["source"],
          `"${String(header.source)}" is not the file's name "${baseName(yaml)}"; statements stand in one file a source`,
        ),
      );
    check(statementHeader, header, yaml.spot, problems);
    if (!isPlain(statements))
      return void problems.push(
        problem(
          yaml.spot(["statements"]),
          ["statements"],
          statements === undefined ? "is missing" : `expects a mapping, not ${shapeName(statements)}`,
        ),
      );
    for (const [id, entry] of Object.entries(statements)) {
      const own = isPlain(entry) ? entry : {};
      const spot: Draft["spot"] = (path, part) =>
        path.length > 0 && !Object.hasOwn(own, path[0]!) && Object.hasOwn(header, path[0]!)
          ? yaml.spot(path, part)
          : yaml.spot(["statements", id, ...path], part);
      const merged = isPlain(entry) ? Object.fromEntries(Object.entries({ ...header, ...entry }).filter(([, v]) => v !== "")) : entry;
      // what is wrong in the header is reported there, once
      const found: Problem[] = [];
      const notation = check(notations.statement, merged, spot, found);
      problems.push(...found);
      add("statement", id, yaml.spot(["statements", id], "key"), notation, spot);
    }
  }
  function readWithdrawn(yaml: YamlFile) {
    withdrawn = (check(withdrawnNotation, yaml.value, yaml.spot, problems) as unknown as Tombstone[] | undefined) ?? [];
    for (const [i, stone] of withdrawn.entries()) {
      const first = known.get(stone.id);
      if (first)
        problems.push(
          problem(
            yaml.spot([i, "id"]),
            [i, "id"],
            `"${stone.id}" is withdrawn here but stands in ${first.file}:${first.line}; remove one of the two`,
          ),
        );
      known.set(stone.id, yaml.spot([i, "id"]));
    }
  }

  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!file.startsWith("data/") || file.startsWith("data/segments/")) continue;
    const kindIndex = readers.findIndex(([form]) => form.test(file));
    if (kindIndex === -1) {
      problems.push(
        problem(
          startOf(file),
          [],
          `no kind of record is kept here${didYouMean(file, [...kinds.map((k) => `data/${plural[k]}.yaml`)])}; docs/curating.md says where each stands`,
        ),
      );
      continue;
    }
    const yaml = readYaml(file, bytes, problems);
    if (!yaml && kinds[kindIndex]) unread.add(kinds[kindIndex]);
    if (yaml) readers[kindIndex]![1](yaml, kinds[kindIndex]!);
  }

  for (const [i, stone] of withdrawn.entries())
    if (stone.successor && !known.has(stone.successor))
      problems.push(
        problem(
          startOf("data/withdrawn.yaml"),
          [i, "successor"],
          `no record "${stone.successor}"${didYouMean(stone.successor, known.keys())}`,
        ),
      );

  for (const draft of drafts.values())
    for (const { path, target, id } of references(notations[draft.kind], draft.notation)) {
      const found = drafts.get(id);
      const unknowable = targets[target].some((kind) => unread.has(kind === "country" ? "place" : kind));
      if (found ? !fits(found, target) : !known.has(id) && !unknowable) {
        const candidates = [...drafts.values()].filter((d) => fits(d, target)).map((d) => d.id);
        const instead = found ? ` ("${id}" is a ${found.kind})` : didYouMean(id, candidates);
        problems.push(problem(draft.spot(path), path, `no ${label(target)} "${id}"${instead}`));
      }
    }
  return { drafts, withdrawn };
}

/**
 * YAML in, plain values out, each with its place in the file. The failsafe schema reads every scalar as a string.
 * Nothing here knows what a record is.
 */
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Node } from "yaml";
import { problem, startOf, type Path, type Problem, type Spot } from "./problem.ts";

export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at the path stands, or its key; for a path that is not there, where its nearest parent's key stands. */
  readonly spot: (path: Path, part?: "key" | "value") => Spot;
}

/** The text of a file, or what is wrong with its bytes. */
export function decode(file: string, bytes: Uint8Array): string | Problem {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return problem(startOf(file), [], "starts with a byte order mark; save the file as UTF-8 without BOM");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const readable = new TextDecoder().decode(bytes);
    const line = readable.slice(0, readable.indexOf("\uFFFD")).split("\n").length;
    return { file, line, column: 1, message: "is not UTF-8; save the file in that encoding" };
  }
}

const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** Reads one file; every problem is reported, and a file with problems has no value. */
export function readYaml(file: string, bytes: Uint8Array, problems: Problem[]): YamlFile | undefined {
  const text = decode(file, bytes);
  if (typeof text !== "string") return void problems.push(text);
  const lines = new LineCounter();
  const at = (offset: number): Spot => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const before = problems.length;
  let contents: Node | null;
  try {
    const document = parseDocument(text, {
      schema: "failsafe",
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      keepSourceTokens: false,
    });
    for (const fault of [...document.errors, ...document.warnings]) problems.push(problem(at(fault.pos[0]), [], `YAML: ${fault.message}`));
    contents = document.contents;
  } catch (error) {
    problems.push(problem(startOf(file), [], `YAML: nested too deeply (${(error as Error).message})`));
    return undefined;
  }
  if (problems.length > before) return undefined;
  if (contents === null || (isScalar(contents) && contents.value === ""))
    return void problems.push(problem(startOf(file), [], "is empty; write a record or remove the file"));

  const offsets = new Map<string, { key?: number; value: number }>();
  const keyOf = (path: Path) => JSON.stringify(path);
  const walk = (node: unknown, path: Path, keyOffset?: number): unknown => {
    const offset = (node as Node | null)?.range?.[0] ?? keyOffset ?? 0;
    offsets.set(keyOf(path), { value: offset, ...(keyOffset !== undefined && { key: keyOffset }) });
    if (isAlias(node) && problems.length > before) return undefined; // one word on aliases is enough
    if (isAlias(node))
      return void problems.push(problem(at(offset), path, `aliases (*${node.source}) are not used here; write the value out`));
    if (isScalar(node)) {
      if (node.anchor) problems.push(problem(at(offset), path, `anchors (&${node.anchor}) are not used here; remove it`));
      return String(node.value ?? "");
    }
    if (isSeq(node)) return node.items.map((item, i) => walk(item, [...path, i]));
    if (!isMap(node)) return "";
    const value: Record<string, unknown> = {};
    for (const pair of node.items) {
      const keyAt = (pair.key as Node).range?.[0] ?? offset;
      if (!isScalar(pair.key)) {
        problems.push(problem(at(keyAt), path, "a key is a word, not a list or a mapping"));
        continue;
      }
      const key = String(pair.key.value);
      if (forbidden.has(key)) problems.push(problem(at(keyAt), path, `"${key}" cannot be a key; choose another name`));
      else if (Object.hasOwn(value, key)) {
        const first = at(offsets.get(keyOf([...path, key]))!.key!);
        problems.push(problem(at(keyAt), path, `"${key}" stands here already on line ${first.line}; keep one of the two`));
      } else value[key] = walk(pair.value, [...path, key], keyAt);
    }
    return value;
  };
  let value: unknown;
  try {
    value = walk(contents, []);
  } catch {
    problems.push(problem(startOf(file), [], "YAML: nested too deeply"));
  }
  if (problems.length > before) return undefined;
  return {
    file,
    value,
    spot(path, part = "value") {
      for (let n = path.length; n > 0; n--) {
        const found = offsets.get(keyOf(path.slice(0, n)));
        if (found) return at(n < path.length || part === "key" ? (found.key ?? found.value) : found.value);
      }
      return at(offsets.get("[]")!.value);
    },
  };
}

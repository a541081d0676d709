/**
 * YAML in, plain values out, each with its place in the file. The failsafe schema reads every
 * scalar as a string. Nothing here knows what a record is.
 */
import {
  LineCounter,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type ErrorCode,
  type Node,
  type Pair,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { problem, startOf, type Path, type Problem, type Spot } from "../problem.ts";

export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /**
   * Where the value at a path is, or its key; for a path that does not exist, where the key of its
   * nearest parent is.
   */
  readonly spot: (path: Path, part?: "key" | "value") => Spot;
}

/** The text of a file, or what is wrong with its bytes. */
export function decode(file: string, bytes: Uint8Array): string | Problem {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return problem(
      startOf(file),
      [],
      "starts with a byte order mark; save the file as UTF-8 without BOM",
    );
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return problem(startOf(file), [], "is UTF-16; save the file as UTF-8");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const readable = new TextDecoder().decode(bytes);
    const line = readable.slice(0, readable.indexOf("\uFFFD")).split("\n").length;
    return { file, line, column: 1, message: "is not UTF-8; save the file in that encoding" };
  }
}

/** No list of a record is longer, and each check of a longer one would take minutes. */
const longestList = 5000;

/** No record is nested as deeply; without a limit the stack of the machine would be the limit. */
const deepestPath = 50;

/** Keys that would change the prototype of an object. */
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/** Where a value starts in the file, and its key; of a scalar, also where it ends. */
interface Offsets {
  readonly value: number;
  readonly key?: number;
  readonly end?: number;
}

/** Where a node starts in the file, in UTF-16 code units. */
function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/** Reads the nodes of one document into values and keeps their places. */
class DocumentReader {
  readonly problems: Problem[] = [];
  readonly #offsets = new Map<string, Offsets>();
  readonly #spotAt: (offset: number) => Spot;

  constructor(spotAt: (offset: number) => Spot) {
    this.#spotAt = spotAt;
  }

  read(node: unknown, path: Path, keyOffset?: number): unknown {
    const offset = offsetOf(node) ?? keyOffset ?? 0;
    const end = isScalar(node) ? node.range?.[1] : undefined;
    this.#offsets.set(JSON.stringify(path), {
      value: offset,
      ...(keyOffset !== undefined && { key: keyOffset }),
      ...(end !== undefined && { end }),
    });
    if (path.length > deepestPath) {
      this.#rejectDepth(offset, path);
      return undefined;
    }
    if (isAlias(node)) {
      this.#rejectAlias(node.source, offset, path);
      return undefined;
    }
    this.#rejectAnchor(node, offset, path);
    if (isScalar(node)) return String(node.value ?? "");
    if (isSeq(node)) return this.#readList(node, path, offset);
    return isMap(node) ? this.#readMap(node, path, offset) : "";
  }

  spot(path: Path, part: "key" | "value"): Spot {
    for (let length = path.length; length > 0; length--) {
      const found = this.#offsets.get(JSON.stringify(path.slice(0, length)));
      if (found === undefined) continue;
      const wantsKey = length < path.length || part === "key";
      if (wantsKey) return this.#spotAt(found.key ?? found.value);
      const spot = this.#spotAt(found.value);
      return found.end === undefined ? spot : { ...spot, range: [found.value, found.end] };
    }
    return this.#spotAt(this.#offsets.get("[]")!.value);
  }

  #report(offset: number, path: Path, message: string): void {
    this.problems.push(problem(this.#spotAt(offset), path, message));
  }

  /** One message about anchors is enough, too. */
  #rejectAnchor(node: unknown, offset: number, path: Path): void {
    if (this.problems.length > 0) return;
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined && anchor !== "")
      this.#report(offset, path, `anchors (&${anchor}) are not supported; remove it`);
  }

  /** One message about depth is enough, and the whole path would be noise. */
  #rejectDepth(offset: number, path: Path): void {
    if (this.problems.length > 0) return;
    const message = `YAML: ${tooDeep}; the limit is ${deepestPath} levels`;
    this.#report(offset, path.slice(0, 1), message);
  }

  /** One message about aliases is enough: a file may hold thousands. */
  #rejectAlias(source: string, offset: number, path: Path): undefined {
    if (this.problems.length === 0)
      this.#report(offset, path, `aliases (*${source}) are not supported; write the value out`);
  }

  #readList({ items }: YAMLSeq, path: Path, offset: number): unknown {
    if (items.length <= longestList) return items.map((item, i) => this.read(item, [...path, i]));
    const message = `has ${items.length} items; the limit is ${longestList}, so split or remove it`;
    this.#report(offset, path, message);
    return undefined;
  }

  #readMap({ items }: YAMLMap, path: Path, offset: number): Readonly<Record<string, unknown>> {
    const value: Record<string, unknown> = {};
    for (const pair of items) {
      const key = this.#readKey(pair, path, offset, value);
      if (key === undefined) continue;
      const keyOffset = offsetOf(pair.key) ?? offset;
      value[key] = this.read(pair.value, [...path, key], keyOffset);
    }
    return value;
  }

  /** The key of a pair; undefined when it cannot be used. */
  #readKey(pair: Pair, path: Path, offset: number, known: object): string | undefined {
    const keyOffset = offsetOf(pair.key) ?? offset;
    if (!isScalar(pair.key)) {
      this.#report(keyOffset, path, "a key is a word, not a list or a mapping");
      return undefined;
    }
    this.#rejectAnchor(pair.key, keyOffset, path);
    const key = String(pair.key.value);
    if (forbiddenKeys.has(key)) {
      this.#report(keyOffset, path, `"${key}" cannot be a key; choose another name`);
      return undefined;
    }
    if (Object.hasOwn(known, key)) {
      const first = this.#spotAt(this.#offsets.get(JSON.stringify([...path, key]))!.key!);
      const message = `"${key}" was already given on line ${first.line}; keep one of the two`;
      this.#report(keyOffset, path, message);
      return undefined;
    }
    return key;
  }
}

const tooDeep = "nested too deeply";

/** What an error of the parser means for a curator, by its code. */
const meaningOfCode: Readonly<Partial<Record<ErrorCode, string>>> = {
  RESOURCE_EXHAUSTION: tooDeep,
  TAB_AS_INDENT:
    "a tab indents this line; put spaces in its place, as many as the lines beside it have",
  BLOCK_AS_IMPLICIT_KEY:
    'a value holds ": ", as if it had a field; write the value in quotation marks',
  BAD_INDENT:
    "this line starts in another column than the fields it belongs to; correct its indentation",
};

function plainMessage({ code, message }: YAMLError): string {
  return meaningOfCode[code] ?? message;
}

/**
 * Parses a text; the first problem of its syntax is reported. The parser finds more of them in the
 * lines after it, which follow from the first.
 */
function parse(text: string, file: string, lines: LineCounter, problems: Problem[]): Node | null {
  const document = parseDocument(text, {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    keepSourceTokens: false,
  });
  const found = [...document.errors, ...document.warnings];
  const [first] = found.sort((a, b) => a.pos[0] - b.pos[0]);
  if (first !== undefined) {
    const message = `YAML: ${plainMessage(first)}`;
    problems.push(problem(spotAt(file, lines, first.pos[0]), [], message));
  }
  return document.contents;
}

function spotAt(file: string, lines: LineCounter, offset: number): Spot {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** Reads one file; every problem is reported, and a file with problems has no value. */
export function readYaml(
  file: string,
  bytes: Uint8Array,
  problems: Problem[],
): YamlFile | undefined {
  const text = decode(file, bytes);
  if (typeof text !== "string") {
    problems.push(text);
    return undefined;
  }
  if (/\r(?!\n)/.test(text)) {
    const message = "has lines that end in a carriage return alone; save it with line feeds";
    problems.push(problem(startOf(file), [], message));
    return undefined;
  }
  const lines = new LineCounter();
  const reader = new DocumentReader((offset) => spotAt(file, lines, offset));
  const found: Problem[] = [];
  let value: unknown;
  try {
    const contents = parse(text, file, lines, found);
    const isEmpty = contents === null || (isScalar(contents) && contents.value === "");
    if (found.length === 0 && isEmpty)
      found.push(problem(startOf(file), [], "is empty; write a record or remove the file"));
    if (found.length === 0) value = reader.read(contents, []);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    found.push(problem(startOf(file), [], `YAML: ${tooDeep}`));
  }
  found.push(...reader.problems);
  problems.push(...found);
  if (found.length > 0) return undefined;
  return { file, value, spot: (path, part = "value") => reader.spot(path, part) };
}

/** Claims that were marked as W3C Web Annotations. */
import { quote } from "../src/text/visible.ts";
import {
  refuse,
  withoutByteOrderMark,
  type ImportedClaim,
  type Selection,
} from "./imported-claim.ts";

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON-LD writes a list of one as its only value, and an empty list not at all. */
function toList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(withoutByteOrderMark(json));
  } catch (error) {
    throw new Error(
      `the annotations are not JSON: ${(error as Error).message}; export them as JSON-LD`,
      { cause: error },
    );
  }
}

/** The annotations of a page and of those after it, as far as they are in the file. */
function annotationsOfPages(first: unknown, faults: string[]): unknown[] {
  let found: unknown[] = [];
  let page = first;
  while (isObject(page)) {
    found = found.concat(toList(page.items));
    page = page.next;
  }
  if (typeof page === "string")
    faults.push(
      `the collection: its page ${quote(page)} is not in the file; save each page, and import ` +
        "the pages one by one",
    );
  return found;
}

/** The annotations of a file: one, a list, a page or a collection. */
function annotationsIn(value: unknown, faults: string[]): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  if (!isObject(value)) return [value];
  if (value.items !== undefined) return toList(value.items);
  return value.first === undefined ? [value] : annotationsOfPages(value.first, faults);
}

/** Takes what is wrong with an annotation. */
type Report = (fault: string) => void;

function hasType({ type }: Members, name: string): boolean {
  return toList(type).includes(name);
}

function readQuoteSelector({ exact, prefix, suffix }: Members, report: Report): Selection {
  const isText = (value: unknown) => value === undefined || typeof value === "string";
  if (typeof exact !== "string" || exact.trim() === "" || !isText(prefix) || !isText(suffix)) {
    report('a TextQuoteSelector needs words in "exact", and text in "prefix" and "suffix"');
    return {};
  }
  return {
    exact,
    ...(typeof prefix === "string" && { prefix }),
    ...(typeof suffix === "string" && { suffix }),
  };
}

function readPositionSelector({ start, end }: Members, report: Report): Selection {
  const isWhole = Number.isSafeInteger(start) && Number.isSafeInteger(end);
  const position = { start: start as number, end: end as number };
  if (isWhole && position.start >= 0 && position.start < position.end) return { position };
  report('a TextPositionSelector needs whole numbers from 0, and its "start" before its "end"');
  return {};
}

/** What a selector says by itself; nothing when it does not select text. */
function readOneSelector(selector: Members, report: Report): Selection {
  if (hasType(selector, "TextQuoteSelector")) return readQuoteSelector(selector, report);
  if (hasType(selector, "TextPositionSelector")) return readPositionSelector(selector, report);
  return {};
}

function isEmpty(selection: Selection): boolean {
  return selection.exact === undefined && selection.position === undefined;
}

/**
 * A selection within a part of a page that the text does not show, such as the element with some
 * id: its words can be found, and a position from the start of that part cannot.
 */
function inUnknownRegion({ within, ...selection }: Selection): Selection {
  if (within !== undefined) {
    const outer = inUnknownRegion(within);
    if (!isEmpty(outer)) return { ...selection, within: outer };
  }
  const { position: _, ...words } = selection;
  return words;
}

/** A selector with the one that refines it, which is what was marked. */
function readSelector(selector: unknown, report: Report): Selection {
  if (!isObject(selector)) return {};
  const outer = readOneSelector(selector, report);
  const inner = readSelectors(selector.refinedBy, report);
  if (isEmpty(inner)) return outer;
  if (!isEmpty(outer)) return { ...inner, within: outer };
  const known = inUnknownRegion(inner);
  if (isEmpty(known))
    report(
      "its position counts from the start of a part of the page, which the text does not show; " +
        "give a TextQuoteSelector",
    );
  return known;
}

/** The selectors of a target are descriptions of the same words: together they say where. */
function readSelectors(selector: unknown, report: Report): Selection {
  const selections = toList(selector).map((one) => readSelector(one, report));
  const refined = selections.find(({ within }) => within !== undefined);
  if (refined !== undefined) return refined;
  const words = selections.find(({ exact }) => exact !== undefined);
  const position = selections.find((one) => one.position !== undefined)?.position;
  return { ...words, ...(position !== undefined && { position }) };
}

/** The words of a body, or whatever it has instead. */
function textOfBody(body: unknown): string {
  if (!isObject(body)) return typeof body === "string" ? body : JSON.stringify(body);
  const text = [body.value, body.source, body.id].find((value) => typeof value === "string");
  return text ?? JSON.stringify(body);
}

/** The bodies as comments. One without a purpose has that of the annotation. */
function commentsOf({ body, bodyValue, motivation }: Members): string[] {
  return [...toList(body), ...toList(bodyValue)].flatMap((one) => {
    const text = textOfBody(one);
    if (text.trim() === "") return [];
    const purpose = (isObject(one) ? one.purpose : undefined) ?? motivation;
    return [`${toList(purpose).includes("tagging") ? "tag" : "note"}: ${text}`];
  });
}

/** The page of a target, which tells why words may not be in the article. */
function pageOf({ source }: Members): string[] {
  const address = isObject(source) ? source.id : source;
  return typeof address === "string" ? [`page as imported: ${address}`] : [];
}

function readAnnotation(annotation: unknown, i: number, faults: string[]): ImportedClaim[] {
  const members = isObject(annotation) ? annotation : {};
  const id = typeof members.id === "string" ? ` (${members.id})` : "";
  const found: string[] = [];
  const report = (fault: string) => found.push(`annotation ${i + 1}${id}: ${fault}`);
  const comments = commentsOf(members);
  const claims = toList(members.target).flatMap((target) => {
    if (!isObject(target)) return [];
    const selection = readSelectors(target.selector, report);
    return isEmpty(selection) ? [] : [{ ...selection, comments: [...comments, ...pageOf(target)] }];
  });
  if (claims.length === 0 && found.length === 0)
    report(
      "its target has neither a TextQuoteSelector nor a TextPositionSelector; mark its words, or " +
        "remove it",
    );
  faults.push(...found);
  return claims;
}

/**
 * The claims of W3C Web Annotations: of one, a list, an AnnotationPage or an AnnotationCollection.
 * Tags and other bodies become comments; each target of an annotation is a claim.
 *
 * @throws Error with all faults of the annotations, a line each.
 * @see https://www.w3.org/TR/annotation-model/
 */
export function readAnnotations(json: string): ImportedClaim[] {
  const faults: string[] = [];
  const annotations = annotationsIn(parseJson(json), faults);
  const claims = annotations.flatMap((annotation, i) => readAnnotation(annotation, i, faults));
  refuse(faults);
  return claims;
}

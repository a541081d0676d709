/**
 * Claims that were marked in another tool, as candidates for curators: a table (CSV) or W3C Web
 * Annotations in, entries of data/statements/SOURCE-ID.yaml out, in the form of `npm run draft`.
 *
 * Words count only where the article has them letter for letter. What another tool says of a claim
 * stays a comment, because only a reader of the article can decide it.
 */
import { describeNearestPassage, intendedWords } from "../curation/locate/nearest-passage.ts";
import { occurrences, SeedText, type Span } from "../curation/locate/seed-text.ts";
import { shorten } from "../curation/problem.ts";
import { passageLimit } from "../src/schema/evidence.ts";
import { didYouMean } from "../src/text/did-you-mean.ts";
import { quote, toVisible } from "../src/text/visible.ts";

/** What another tool marked in an article: by its words, by its position, or by both. */
interface Selection {
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** In code points, from the start of the article or of the words around it. */
  readonly position?: Span;
  /** The words around it, when the selection refines another one. */
  readonly within?: Selection;
}

/** A claim as another tool has it. */
export interface ImportedClaim extends Selection {
  readonly speaker?: string;
  readonly gist?: string;
  /** What else the other tool says of it, a line each: `tag: trade`. */
  readonly comments: readonly string[];
}

/** One error for all faults, so that one look at it is enough to mend the file. */
function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.map(toVisible).join("\n"));
}

function withoutByteOrderMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

// Tables

/** The columns that mean something here. */
const columns = ["quote", "speaker", "gist", "prefix", "suffix", "note"] as const;
type Column = (typeof columns)[number];

/** A row of a table; the header is row 1, as in a spreadsheet. */
interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A cell, and the offset after it. */
interface Cell {
  readonly text: string;
  readonly end: number;
}

function readPlainCell(csv: string, start: number): Cell {
  const separator = /,|\r?\n/g;
  separator.lastIndex = start;
  const end = separator.exec(csv)?.index ?? csv.length;
  return { text: csv.slice(start, end), end };
}

/** The cell whose quotation mark opens at an offset; undefined when none closes it. */
function readQuotedCell(csv: string, start: number): Cell | undefined {
  let text = "";
  let from = start + 1;
  for (;;) {
    const mark = csv.indexOf('"', from);
    if (mark === -1) return undefined;
    text += csv.slice(from, mark);
    if (csv[mark + 1] !== '"') return { text, end: mark + 1 };
    text += '"';
    from = mark + 2;
  }
}

/** The cell at an offset of a row; undefined, and a fault, when it has no end. */
function readCell(csv: string, start: number, row: number, faults: string[]): Cell | undefined {
  if (csv[start] !== '"') return readPlainCell(csv, start);
  const cell = readQuotedCell(csv, start);
  if (cell === undefined) {
    faults.push(
      `row ${row}: a cell opens with a quotation mark that is never closed; close it, and double ` +
        "the quotation marks within the cell",
    );
    return undefined;
  }
  const rest = readPlainCell(csv, cell.end);
  if (rest.text !== "")
    faults.push(
      `row ${row}: ${quote(rest.text)} follows a closing quotation mark; double the quotation ` +
        "marks within a cell",
    );
  return { text: cell.text, end: rest.end };
}

/** The cells from an offset to the end of a row; undefined when a cell has no end. */
function readCells(
  csv: string,
  start: number,
  row: number,
  faults: string[],
): { cells: readonly string[]; end: number } | undefined {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = readCell(csv, at, row, faults);
    if (cell === undefined) return undefined;
    cells.push(cell.text);
    if (csv[cell.end] !== ",") return { cells, end: cell.end };
    at = cell.end + 1;
  }
}

/** The rows of a table, without blank lines; they count in the numbers. */
function readRows(csv: string, faults: string[]): Row[] {
  const rows: Row[] = [];
  let at = 0;
  for (let number = 1; at < csv.length; number++) {
    const row = readCells(csv, at, number, faults);
    // what follows a mark that is never closed cannot be told apart
    if (row === undefined) return rows;
    if (row.end > at) rows.push({ number, cells: row.cells });
    at = row.end + (csv.startsWith("\r\n", row.end) ? 2 : 1);
  }
  return rows;
}

/** The names of the columns. */
function namesOf(header: Row): string[] {
  return header.cells.map((name) => name.trim());
}

/** What is wrong with the names of the columns. */
function checkHeader(header: Row): string[] {
  const names = namesOf(header);
  const place = `row ${header.number}`;
  const twice = columns.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const faults = twice.map((name) => `${place}: has two columns "${name}"; rename one of them`);
  if (names.includes("quote")) return faults;
  const separator = names.length === 1 && /[;\t]/.test(names[0]!) ? "; separate by commas" : "";
  const found = names.map(quote).join(", ");
  return [
    ...faults,
    `${place}: has no column "quote"${didYouMean("quote", names)}; its columns are ${found}` +
      `${separator}; the first row must name the columns, and "quote" the one with the words`,
  ];
}

function checkLength({ number, cells }: Row, expected: number): string | undefined {
  if (cells.length === expected) return undefined;
  const remedy =
    cells.length > expected
      ? "put a cell that has a comma in quotation marks"
      : "write a comma also where a cell is empty";
  const count = cells.length === 1 ? "1 cell" : `${cells.length} cells`;
  return `row ${number}: has ${count} where the header has ${expected}; ${remedy}`;
}

/** The cells of the columns that mean nothing here, as comments. */
function otherCells(names: readonly string[], cells: readonly string[]): string[] {
  return names.flatMap((name, i) => {
    if (cells[i]!.trim() === "" || (columns as readonly string[]).includes(name)) return [];
    return [`${name === "" ? `column ${i + 1}` : name}: ${cells[i]!}`];
  });
}

function readRow(
  { number, cells }: Row,
  names: readonly string[],
  faults: string[],
): ImportedClaim {
  const cellOf = (column: Column) => cells[names.indexOf(column)] ?? "";
  const exact = cellOf("quote");
  if (exact.trim() === "")
    faults.push(`row ${number}: has no words in "quote"; fill it in, or remove the row`);
  const given = (["prefix", "suffix", "speaker", "gist"] as const).filter(
    (column) => cellOf(column).trim() !== "",
  );
  const note = cellOf("note");
  return {
    exact,
    ...Object.fromEntries(given.map((column) => [column, cellOf(column)])),
    comments: [...(note.trim() === "" ? [] : [`note: ${note}`]), ...otherCells(names, cells)],
  };
}

/**
 * The claims of a table, as RFC 4180 describes it: the column `quote`, and if there are any
 * `speaker`, `gist`, `prefix`, `suffix` and `note`. Other columns become comments.
 *
 * @throws Error with all faults of the table, a line each.
 */
export function readClaimTable(csv: string): ImportedClaim[] {
  const faults: string[] = [];
  const [header, ...rows] = readRows(withoutByteOrderMark(csv), faults);
  if (header === undefined && faults.length === 0)
    faults.push('row 1: is missing; the first row must name the columns, "quote" among them');
  const names = header === undefined ? [] : namesOf(header);
  if (header !== undefined) faults.push(...checkHeader(header));
  const claims: ImportedClaim[] = [];
  for (const row of rows) {
    const fault = checkLength(row, names.length);
    if (fault !== undefined) faults.push(fault);
    else if (names.includes("quote")) claims.push(readRow(row, names, faults));
  }
  refuse(faults);
  return claims;
}

// Web Annotations

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

// Finding the words in the article. Offsets are UTF-16, except those of a position.

/** Where the words of a selection may stand by what it says of them. */
function placesByWords({ exact, prefix, suffix }: Selection, text: string, region: Span): Span[] {
  if (exact === undefined || exact.trim() === "") return [];
  const places = occurrences(text, exact)
    .map((start) => ({ start, end: start + exact.length }))
    .filter(({ start, end }) => start >= region.start && end <= region.end);
  const [before, after] = [prefix ?? "", suffix ?? ""];
  const asGiven = places.filter(
    ({ start, end }) => text.endsWith(before, start) && text.startsWith(after, end),
  );
  if (asGiven.length > 0) return asGiven;
  // as in the notation of quotes: the white space between a quote and the words around it is free
  return places.filter(
    ({ start, end }) =>
      text.slice(0, start).trimEnd().endsWith(before.trim()) &&
      text.slice(end).trimStart().startsWith(after.trim()),
  );
}

/** The words at a position. */
function wordsAt({ start, end }: Span, text: string, region: Span): Span {
  const points = [...text.slice(region.start, region.end)];
  const before = points.slice(0, start).join("").length;
  const words = points.slice(start, end).join("");
  return { start: region.start + before, end: region.start + before + words.length };
}

/** The place that the position of a selection says, if its words are there. */
function placeByPosition(selection: Selection, text: string, region: Span): Span | undefined {
  const { exact, position } = selection;
  if (position === undefined) return undefined;
  const place = wordsAt(position, text, region);
  const words = text.slice(place.start, place.end);
  const isWholeLength = [...words].length === position.end - position.start;
  if (words.trim() === "" || !isWholeLength || (exact ?? words) !== words) return undefined;
  return occurrences(text, words).includes(place.start) ? place : undefined;
}

/** In which stretch of the article a selection is sought; undefined when that is not found. */
function regionOf({ within }: Selection, text: string): Span | undefined {
  return within === undefined ? { start: 0, end: text.length } : placeOf(within, text);
}

/** Where the words of a selection stand; undefined unless it is one place. */
function placeOf(selection: Selection, text: string): Span | undefined {
  const region = regionOf(selection, text);
  if (region === undefined) return undefined;
  const places = placesByWords(selection, text, region);
  return places.length === 1 ? places[0] : placeByPosition(selection, text, region);
}

// Candidates

/** A YAML scalar, as `npm run draft` writes it. */
function toScalar(text: string): string {
  return JSON.stringify(text).replace(/\u00a0/g, "\\_");
}

/** Words that are not found, with every blank and character that is not seen. */
function toSeen(words: string): string {
  return toVisible(toScalar(words));
}

/** Text of another tool on one line, so that no part of it leaves the comment. */
function toLine(text: string): string {
  return toVisible(text.replace(/\s+/g, " ").trim());
}

/** What the other tool says of a claim. */
function importedLines({ speaker, gist, comments }: ImportedClaim): string[] {
  return [
    ...(speaker === undefined ? [] : [`speaker as imported: ${speaker}`]),
    ...(gist === undefined ? [] : [`gist as imported: ${gist}`]),
    ...comments,
  ];
}

function toComment(lines: readonly string[]): string {
  return lines.map((line) => `  # ${line}\n`).join("");
}

/** The words at a place, with the number of the occurrence where the article has them again. */
function toNotation(text: string, { start, end }: Span): string {
  const exact = text.slice(start, end);
  const places = occurrences(text, exact);
  if (places.length === 1) return toScalar(exact);
  return `{ exact: ${toScalar(exact)}, nth: ${places.indexOf(start) + 1} }`;
}

function toCandidate(claim: ImportedClaim, place: Span, id: string, text: string): string {
  const { length } = [...text.slice(place.start, place.end)];
  const warning =
    length > passageLimit
      ? [`the claim has ${length} code points; the limit is ${passageLimit}: quote it in spans`]
      : [];
  return toComment([
    ...[...importedLines(claim), ...warning].map(toLine),
    `${id}: # name the claim`,
    "  speakers: []",
    "  speechAct:",
    "  gist:",
    "  about: []",
    "  topics: []",
    "  attribution:",
    `  claim: ${toNotation(text, place)}`,
  ]);
}

/** Places in the article as messages name them: in code points. */
function listPlaces(offsets: readonly number[], article: SeedText): string {
  return offsets.map((at) => article.span(at, at).start).join(", ");
}

/** How words that are not in the article differ from what is there. */
function describeNearest(exact: string, article: SeedText): string {
  const trimmed = exact.trim();
  const at = article.text.indexOf(trimmed);
  // words that are there can only differ at their ends
  if (at === -1) return describeNearestPassage(article, trimmed);
  if (trimmed !== exact)
    return (
      `the nearest passage is "${shorten(trimmed)}" at ${listPlaces([at], article)} (differs in ` +
      "white space at its ends)"
    );
  const whole = intendedWords(exact, article);
  const remedy = whole === undefined ? "" : `, such as "${shorten(whole)}"`;
  return `starts or ends inside a word; quote whole words${remedy}`;
}

/** Why a position gives no words. */
function describePosition(position: Span, article: SeedText, region: Span): string[] {
  const { start, end } = position;
  const heading = `not found in the article: the words from ${start} to ${end}`;
  const length = [...article.text.slice(region.start, region.end)].length;
  if (end > length) return [heading, `there are only ${length} code points; mark the words again`];
  const place = wordsAt(position, article.text, region);
  const words = toSeen(article.text.slice(place.start, place.end));
  return [heading, `${words} is there, which is not whole words; mark whole words`];
}

/** Why words that the article has are not one passage of it. */
function describeChoice(exact: string, places: readonly number[], article: SeedText): string[] {
  return [
    `occurs ${places.length} times in the article: ${toSeen(exact)}`,
    `at ${listPlaces(places, article)}; say which with prefix or suffix`,
  ];
}

/** Why the words of a selection are not one passage of the article. */
function describeAbsence(selection: Selection, article: SeedText): string[] {
  const { exact = "", position, within } = selection;
  const region = regionOf(selection, article.text);
  if (region === undefined)
    return [
      ...(exact === "" ? [] : [`not found in the article: ${toSeen(exact)}`]),
      "it is marked within other words, which are not one passage:",
      ...describeAbsence(within!, article),
    ];
  if (exact.trim() === "")
    return position === undefined
      ? ["not found in the article: neither words nor a position are given; mark the words"]
      : describePosition(position, article, region);
  const all = occurrences(article.text, exact);
  const places = placesByWords(selection, article.text, region).map(({ start }) => start);
  if (places.length > 0) return describeChoice(exact, places, article);
  const hint =
    all.length === 0
      ? describeNearest(exact, article)
      : `the words are at ${listPlaces(all, article)}, but not where prefix, suffix or another ` +
        "selector say; correct these, or leave them out";
  return [`not found in the article: ${toSeen(exact)}`, hint];
}

/**
 * Candidates for data/statements/SOURCE-ID.yaml, in the order of the article: all of it comments,
 * which a curator fills in. A claim whose words are not one passage of the article comes last, with
 * what is there instead.
 */
export function toCandidates(
  claims: readonly ImportedClaim[],
  text: string,
  sourceId: string,
): string {
  const article = new SeedText(sourceId, text);
  const placed = claims.map((claim) => ({ claim, place: placeOf(claim, text) }));
  const candidates = placed
    .flatMap(({ claim, place }) => (place === undefined ? [] : [{ claim, place }]))
    .sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end)
    .map(({ claim, place }, i) => toCandidate(claim, place, `${sourceId}-claim-${i + 1}`, text));
  const missing = placed
    .filter(({ place }) => place === undefined)
    .map(({ claim }) => [
      ...describeAbsence(claim, article).map(toVisible),
      ...importedLines(claim).map(toLine),
    ])
    .map(toComment);
  return [...candidates, ...missing].join("\n");
}

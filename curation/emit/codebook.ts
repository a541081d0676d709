/** docs/codebook.md: every kind, field and term, in the words of the schemas. */
import type {
  FieldDescription,
  KindDescription,
  Member,
  Shape,
} from "../../src/schema/describe.ts";
import type { Kind, Term } from "../../src/schema/field.ts";
import { kindsOf, type Dataset } from "../dataset.ts";
import type { Published } from "../draft.ts";
import { article, code, toTable } from "./markdown.ts";
import { capitalize } from "./type-text.ts";
import { namedShapes } from "./record-types.ts";

/** A type as a reader of tables understands it. */
function describeType(shape: Shape): string {
  switch (shape.type) {
    case "reference":
      return `id of ${article(shape.to)} ${shape.to}`;
    case "list":
      return `list of ${describeType(shape.of)}`;
    case "integer":
      return "number";
    case "text":
      return "string";
    case "object":
    case "term":
      return shape.name ?? shape.type;
    default:
      return shape.type;
  }
}

function nameCell({ name, optional }: Member): string {
  return `${code(name)}${optional ? " (optional)" : ""}`;
}

function exampleCell({ example }: Member): string {
  return example === undefined ? "" : code(JSON.stringify(example));
}

/** A table without the column of examples where no row has one. */
function toExampleTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const column = head.indexOf("example");
  if (rows.some((row) => row[column] !== "")) return toTable(head, rows);
  const without = (row: readonly string[]) => row.filter((_, i) => i !== column);
  return toTable(without(head), rows.map(without));
}

function fieldRow(field: FieldDescription): string[] {
  const ground = field.derived ? "derived" : field.ground;
  return [
    nameCell(field),
    describeType(field.shape),
    ground,
    field.description,
    exampleCell(field),
  ];
}

function toKindSection({ plural, description, fields }: KindDescription): string {
  const head = ["field", "type", "ground", "meaning", "example"];
  const table = toExampleTable(head, fields.map(fieldRow));
  return `\n## ${capitalize(plural)}\n\n${description}\n\n${table}`;
}

function toObjectSection(name: string, description: string, members: readonly Member[]): string {
  const rows = members.map((member) => [
    nameCell(member),
    describeType(member.shape),
    member.description,
    exampleCell(member),
  ]);
  return (
    "\n### " +
    `${name}\n\n${description}\n\n${toExampleTable(["field", "type", "meaning", "example"], rows)}`
  );
}

const crosswalkNote =
  " CAMEO and PLOVER (2.0 draft) name the nearest event class; " +
  "the relation says how near: exact, close, broad, or none.";

type Definitions = Readonly<Record<string, Term>>;

/** Columns that only some vocabularies have. */
function optionalColumns(definitions: Definitions) {
  const terms = Object.values(definitions);
  return {
    noun: terms.some(({ noun }) => noun !== undefined),
    crosswalk: terms.some(({ crosswalk }) => crosswalk !== undefined),
  };
}

function termRow(term: string, definition: Term, columns: { readonly noun: boolean }): string[] {
  const { means, example = "", noun, crosswalk } = definition;
  const nearest = crosswalk ? [crosswalk.cameo, crosswalk.plover || "–", crosswalk.relation] : [];
  return [code(term), ...(columns.noun ? [noun ?? "–"] : []), means, example, ...nearest];
}

function toVocabularySection(name: string, description: string, definitions: Definitions): string {
  const columns = optionalColumns(definitions);
  const head = [
    "term",
    ...(columns.noun ? ["in credit lines"] : []),
    "meaning",
    "example",
    ...(columns.crosswalk ? ["CAMEO", "PLOVER", "relation"] : []),
  ];
  const rows = Object.entries(definitions).map(([term, definition]) =>
    termRow(term, definition, columns),
  );
  const note = columns.crosswalk ? crosswalkNote : "";
  return `\n### ${name}\n\n${description}${note}\n\n${toExampleTable(head, rows)}`;
}

type Topic = Published["topic"];

/** For each topic the ids from the top level down to it, for sorting. */
function pathsOf(topics: readonly Topic[]): ReadonlyMap<string, string> {
  const parents = new Map(topics.map(({ id, broader }) => [id, broader]));
  const pathOf = (id: string) => {
    const path: string[] = [];
    for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) path.unshift(at);
    return path.join("/");
  };
  return new Map(topics.map(({ id }) => [id, pathOf(id)]));
}

function toTopicTable(topics: readonly Topic[]): string {
  const paths = pathsOf(topics);
  const sorted = [...topics].sort((a, b) => (paths.get(a.id)! < paths.get(b.id)! ? -1 : 1));
  return toTable(
    ["topic", "below", "what belongs there", "PLOVER context"],
    sorted.map(({ id, broader, definition, plover }) => [
      code(id),
      broader === undefined ? "–" : code(broader),
      definition,
      plover ?? "–",
    ]),
  );
}

/** What readers look for first. The other kinds are what these refer to. */
const firstKinds: readonly Kind[] = ["statement", "meeting", "agreement", "visit", "event"];

/** The kinds in the order of the page. */
function inReadingOrder(kinds: readonly KindDescription[]): KindDescription[] {
  const first = firstKinds.flatMap((kind) => kinds.filter((one) => one.kind === kind));
  return [...first, ...kinds.filter((one) => !first.includes(one))];
}

function toKindTable(kinds: readonly KindDescription[], { records }: Dataset): string {
  return toTable(
    ["kind", "records", "what a record is"],
    kinds.map(({ kind, plural, description }) => [
      `[${capitalize(plural)}](#${plural})`,
      String(records[kind].length),
      description,
    ]),
  );
}

const introduction = `<!-- Written by \`npm run compile\` from src/schema; do not edit. -->

# Codebook

What every kind of record, field and term means. [Curating](curating.md) explains how records are
written by hand.

`;

const reading = `
Each field has a **ground**, which says what its value rests on:

- *stated*: a passage holds the words for it, or it is inferred from a passage with a reason, or an
  outside page gives it.
- *coded*: a judgement by the rules of this codebook, based on the passages of the record.
- *derived*: the build works it out from other values.
- *none*: the curator's own words or choice, such as a label or an address.

In \`evidence\`, \`supports\` names the fields that a passage is for, stated and coded ones.

A list is always present and may be empty. An absent value means that the sources do not state it;
it never means "no". The examples of a kind are the values of one record; of a list they show the
first entry.
`;

const otherFormsOf = (name: string) => `
## Machine-readable forms

The package has the vocabularies and topics in SKOS (\`${name}/codebook/skos.ttl\` and
\`skos.jsonld\`), dataset and fields in DDI-Codebook 2.5 (\`ddi-codebook.xml\`), and the terms as
codes in REFI-QDA (\`refi-qda.qdc\`), the exchange format of programs for qualitative analysis.
\`${name}/codebook.json\` has this page as data.
`;

/** The words that labels, gists and notes hold only where they are credited. */
function loadedWordsSection({ loadedWords }: Dataset): string {
  if (loadedWords.length === 0) return "";
  const rows = loadedWords.map(({ beginnings, why }) => [
    beginnings.map((beginning) => `${beginning}…`).join(", "),
    why,
  ]);
  return (
    "\n## Loaded words\n\nWords that take a side, by their beginnings. The dataset's own words " +
    "hold them only where\nthey are credited to whoever uses them.\n\n" +
    toTable(["words", "why"], rows)
  );
}

const dyadsOf = (name: string) => `
## Dyads

A row of \`csv/dyads.csv\` (\`dyads()\` of \`${name}/coding\`) is one act of one actor
towards one other, as a source tells it. It does not say that it is so.

- A **claim** gives a row for each pair of speaker and target; without a target, for each
  addressee; without either, one row with an empty target. The act is its speech act, and a
  relayed claim has the stance of whoever passes it on. The outlets' own narration gives none.
- A **meeting** gives a row for each ordered pair of its sides. One that was declined, postponed
  or cancelled gives none; its accounts say who did not come. \`mode\` is its occurrence. A
  \`planned\` one is an intention (CAMEO 036), dated by the day that was planned.
- A **visit** gives a row from the traveller to the host (CAMEO 042), and one back (043).
- A **document** gives a row for each ordered pair of its parties and signatories, or from the
  proposer to the addressee. A set of documents gives none.

Source and target are ids, with their codes in CAMEO: of a state its ISO alpha-3 code, with
\`GOV\` for whoever acts for it; \`IGO\` for an international organization; empty where no code
fits. The date has its EDTF form, its earliest and latest day, and how it is known. \`passage\`
opens the article at the words.
`;

export function emitCodebook(dataset: Dataset): string {
  const { about, records, model } = dataset;
  const own = inReadingOrder(model.filter(({ kind }) => kindsOf({ about }).includes(kind)));
  const shapes = own.flatMap(({ fields }) => fields.map(({ shape }) => shape));
  const named = [...namedShapes(shapes)];
  const objects = named.map(([name, shape]) =>
    shape.type === "object" ? toObjectSection(name, shape.description, shape.members) : "",
  );
  const vocabularies = named.map(([name, shape]) =>
    shape.type === "term" ? toVocabularySection(name, shape.description, shape.definitions) : "",
  );
  return [
    introduction,
    toKindTable(own, dataset),
    reading,
    ...own.map(toKindSection),
    "\n## Parts of records\n",
    ...objects,
    "\n## Vocabularies\n\nAll are closed: a term that is not listed is an error.\n",
    ...vocabularies,
    "\n## Topics\n\nTwo levels; criteria for the upper one match the lower ones too.\n\n",
    toTopicTable(records.topic),
    loadedWordsSection(dataset),
    dyadsOf(about.name),
    otherFormsOf(about.name),
  ].join("");
}

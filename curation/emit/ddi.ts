/**
 * The dataset and its codebook in DDI-Codebook 2.5, which data archives read: the study, a file for
 * each kind of record, and a variable for each field, with the terms of its vocabulary.
 */
import type { FieldDescription, KindDescription, Shape } from "../../src/schema/describe.ts";
import type { Dataset } from "../dataset.ts";
import { datasetDescription } from "./description.ts";
import { describeTerm } from "./term-text.ts";
import { element, xmlDocument } from "./xml.ts";

type TermShape = Extract<Shape, { type: "term" }>;

function toStudy(dataset: Dataset): string {
  const { name, title, author, abstract, keywords, license, url, version, released } =
    datasetDescription(dataset);
  const { years, places, universe } = dataset.about;
  const [first = "", last = first] = years;
  const date = released === null ? [] : [element("distDate", { date: released }, released)];
  const summary = [
    element("timePrd", { event: "start", date: first }, first),
    element("timePrd", { event: "end", date: last }, last),
    ...places.map((place) => element("nation", {}, place)),
    element("anlyUnit", {}, "claim in a news article; meeting; visit; agreement"),
    element("universe", {}, universe),
    element("dataKind", {}, "coded text"),
  ];
  return element("stdyDscr", {}, [
    element("citation", {}, [
      element("titlStmt", {}, [
        element("titl", {}, title),
        element("IDNo", { agency: "npm" }, `${name}@${version}`),
      ]),
      element("rspStmt", {}, [element("AuthEnty", {}, author)]),
      element("distStmt", {}, [element("distrbtr", { URI: url }, "npm"), ...date]),
      element("verStmt", {}, [element("version", {}, version)]),
    ]),
    element("stdyInfo", {}, [
      element(
        "subject",
        {},
        keywords.map((keyword) => element("keyword", {}, keyword)),
      ),
      element("abstract", {}, abstract),
      element("sumDscr", {}, summary),
    ]),
    element("dataAccs", {}, [
      element("useStmt", {}, [
        element("citReq", {}, "Cite the dataset with its version."),
        element("conditions", {}, `${license}; quoted passages belong to their publishers.`),
      ]),
    ]),
  ]);
}

function toFile({ kind, plural, description }: KindDescription, dataset: Dataset): string {
  const count = dataset.records[kind].length;
  return element("fileDscr", { ID: `file.${plural}`, URI: `csv/${plural}.csv` }, [
    element("fileTxt", {}, [
      element("fileName", {}, `${plural}.csv`),
      element("fileCont", {}, description),
      element("dimensns", {}, [element("caseQnty", {}, String(count))]),
      element("fileType", {}, "CSV (UTF-8)"),
    ]),
  ]);
}

/** The vocabulary of a field: its own, that of its items, or that of the member it is known by. */
function vocabularyOf(shape: Shape, key?: string): TermShape | undefined {
  if (shape.type === "term") return shape;
  if (shape.type === "list") return vocabularyOf(shape.of, key);
  if (shape.type !== "object" || key === undefined) return undefined;
  const member = shape.members.find(({ name }) => name === key);
  return member && vocabularyOf(member.shape);
}

function toCategories(shape: TermShape | undefined): string[] {
  return Object.entries(shape?.definitions ?? {}).map(([term, definition]) =>
    element("catgry", {}, [
      element("catValu", {}, term),
      element("labl", {}, term.replaceAll("-", " ")),
      element("txt", {}, describeTerm(definition)),
    ]),
  );
}

const groundText: Readonly<Record<FieldDescription["ground"], string>> = {
  stated: "The words of the article show the value.",
  coded: "The value is a judgement by the codebook.",
  none: "No passage supports the value.",
};

function toVariable({ kind, plural }: KindDescription, field: FieldDescription): string {
  const { name, description, shape, key, ground, derived } = field;
  const isNumber = shape.type === "integer" || shape.type === "number";
  const instruction = derived ? "The build derives the value." : groundText[ground];
  return element("var", { ID: `${kind}.${name}`, name, files: `file.${plural}` }, [
    element("labl", {}, `${name} of ${kind}`),
    element("txt", {}, description),
    ...toCategories(vocabularyOf(shape, key)),
    element("codInstr", {}, instruction),
    element("varFormat", { type: isNumber ? "numeric" : "character" }),
  ]);
}

/** The dataset and its codebook as a DDI-Codebook file. */
export function emitDdi(dataset: Dataset): string {
  const { model } = dataset;
  const variables = model.flatMap((kind) => kind.fields.map((field) => toVariable(kind, field)));
  const attributes = { xmlns: "ddi:codebook:2_5", version: "2.5", "xml:lang": "en" };
  return xmlDocument(
    element("codeBook", attributes, [
      toStudy(dataset),
      ...model.map((kind) => toFile(kind, dataset)),
      element("dataDscr", {}, variables),
    ]),
  );
}

/**
 * `npm run census`: every rule of the compiler and of the release, with the planted defect that
 * shows that it can fail. A rule is a message of its code; a defect is a fixture of a mistake, or a
 * test that expects the message. Writes docs/checks.md, and fails when a rule has no defect.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import ts from "typescript";
import { isMain } from "../root.ts";

/** A message that code gives. */
export interface Rule {
  readonly file: string;
  readonly line: number;
  /** The message, with … for what it fills in. */
  readonly message: string;
  /** The parts of the message that are always the same, without the shortest. */
  readonly fixed: readonly string[];
}

/** A rule with the fixture or test that makes it fail. */
export interface Covered extends Rule {
  readonly defect: string | undefined;
}

const folders = [
  "curation/read",
  "curation/validate",
  "curation/locate",
  "curation/prove",
  "curation/derive",
  "tools/release",
];

/** Files with texts that are data or programs, and no messages. */
const withoutRules: ReadonlySet<string> = new Set([
  "curation/validate/loaded-words.ts",
  "curation/derive/derive-credit.ts",
  // they run other tools, which fail by themselves
  "tools/release/rehearsal/tour.ts",
  "tools/release/rehearsal/environment-steps.ts",
  "tools/release/rehearsal/other-tools-steps.ts",
  "tools/release/rehearsal/peer-steps.ts",
  // they print what the rules of other files find
  "tools/release/rehearse.ts",
]);

/** Texts of code and data among the messages: patterns, programs, names of steps and headings. */
const notMessages: readonly RegExp[] = [
  /\(\?[:<!=]/, // a regular expression
  /(?:^|\n)(?:import|const|declare) /, // a program that a step of the rehearsal runs
  /^the claim was made before it was passed on/, // the reason of a date
  /^(?:New in|Removed from) the schema: /, // a heading of the changelog
  /^uses the name "/, // what a page is published with
  /^compile built a /, // a guard of the compiler against itself
  /^package\.json names what npm needs|^ {2}the files are the same/, // what is well
  /^ at that time$|^a record, or none,$|^, which has none$/, // parts of messages that are rules
];

/** Calls whose texts describe the model or the code, and are no messages. */
const describing = new Set(["meta", "vocabulary", "field", "test"]);

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort();
}

/** The parts of a text that are always the same: all of a literal, the pieces of a template. */
function fixedParts(node: ts.Node): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return joinParts(fixedParts(node.left), fixedParts(node.right));
  return ["", ""];
}

/** Texts that are joined with +: the end of the one and the beginning of the other are one. */
function joinParts(left: readonly string[], right: readonly string[]): string[] {
  const joined = `${left.at(-1) ?? ""}${right[0] ?? ""}`;
  return [...left.slice(0, -1), joined, ...right.slice(1)];
}

function isText(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node)) {
    const isSum = node.operatorToken.kind === ts.SyntaxKind.PlusToken;
    return isSum && (isText(node.left) || isText(node.right));
  }
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** Whether a call describes the model: `z.string().meta({ … })`. */
function isDescribing(node: ts.Node): boolean {
  if (!ts.isCallExpression(node)) return false;
  const callee = node.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  return describing.has(name);
}

/** Whether a text names a module, a step, or a part of the model. */
function isDescription(node: ts.Node): boolean {
  if (ts.isSourceFile(node)) return false;
  const isName = ts.isPropertyAssignment(node) && node.name.getText() === "name";
  if (isName || ts.isImportDeclaration(node) || isDescribing(node)) return true;
  return isDescription(node.parent);
}

const leastWords = 3;
/** Shorter parts, such as quotation marks, are in every text. */
const leastLength = 6;

/** The messages of a file: texts of some words. */
function rulesOf(file: string): Rule[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Rule[] = [];
  const visit = (node: ts.Node): void => {
    if (isText(node) && !isDescription(node)) {
      const parts = fixedParts(node);
      const fixed = parts.map((part) => part.trim()).filter((part) => part.length >= leastLength);
      const longest = [...fixed].sort((a, b) => b.length - a.length)[0] ?? "";
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const isMessage = !notMessages.some((form) => form.test(parts.join("…")));
      if (isMessage && longest.split(" ").length >= leastWords)
        found.push({ file, line: line + 1, message: parts.join("…"), fixed });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The texts of tests, with strings that are broken over lines joined. */
function readDefects(): { readonly name: string; readonly text: string }[] {
  const fixtures = filesUnder("test/fixtures/mistakes", ".yaml").map((name) => ({
    name,
    text: readFileSync(name, "utf8").split("# expected\n")[1] ?? "",
  }));
  const written = filesUnder("test", ".test.ts").filter((name) => !name.includes("/examples/"));
  const tests = written.map((name) => ({
    name,
    text: readFileSync(name, "utf8")
      .replace(/["'`]\s*\+\s*["'`]/g, "")
      .replaceAll("\\n", "\n"),
  }));
  return [...fixtures, ...tests];
}

/** Every rule with the defect that is planted for it. */
export function census(): Covered[] {
  const defects = readDefects();
  return folders
    .flatMap((folder) => filesUnder(folder, ".ts"))
    .filter((file) => !withoutRules.has(file))
    .flatMap(rulesOf)
    .map((rule) => ({
      ...rule,
      defect: defects.find(({ text }) => rule.fixed.every((part) => text.includes(part)))?.name,
    }));
}

/** The census as a page. */
export function censusPage(all: readonly Covered[]): string {
  const rows = all.map(({ file, message, defect }) => {
    const name = (defect ?? "none").replace("test/fixtures/mistakes/", "");
    return `| ${[file, message, name].map((cell) => cell.replaceAll("|", "\\|").replace(/\s+/g, " ")).join(" | ")} |`;
  });
  return [
    "<!-- Written by `npm run census`; do not edit. -->",
    "",
    "# Checks",
    "",
    "Every rule of the compiler and of the release, with a planted defect that makes it fail: a",
    "fixture of a mistake (`test/fixtures/mistakes/`), or a test that expects the message. `…`",
    "is the part that a message fills in. `npm run census` fails when a rule has no defect.",
    "",
    "| code | message | planted in |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function main(): void {
  const all = census();
  const left = all.filter(({ defect }) => defect === undefined);
  for (const { file, line, message } of left)
    console.error(`${file}:${line}:1 no defect is planted for "${message}"; add one`);
  writeFileSync("docs/checks.md", censusPage(all));
  console.log(`${all.length} rules, ${left.length} without a defect`);
  if (left.length > 0) process.exitCode = 1;
}

if (isMain(import.meta.url)) main();

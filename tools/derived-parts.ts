/**
 * Parts of documents that are derived: the lists of AGENTS.md from the codebook and from the tools
 * for assistants, the record that the README shows from the data.
 */
import { readFileSync } from "node:fs";
import type { CodebookKind } from "../src/assistant/codebook-kind.ts";
import { assistantTools } from "../src/assistant/tools.ts";
import { projectRoot } from "./root.ts";

function readCodebook(): readonly CodebookKind[] {
  const file = `${projectRoot}/src/generated/codebook.json`;
  return JSON.parse(readFileSync(file, "utf8")) as readonly CodebookKind[];
}

/** Words in lines of at most 100 columns; the lines after the first begin with `indent` blanks. */
function wrapLine(words: string, indent: number): string {
  const lines = [""];
  for (const word of words.split(" ")) {
    const longer = lines.at(-1) === "" ? word : `${lines.at(-1)!} ${word}`;
    if (longer.length + (lines.length > 1 ? indent : 0) <= 100) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join(`\n${" ".repeat(indent)}`);
}

function kindLines(): string {
  const lines = readCodebook().map(({ plural, description }) => `- \`${plural}\`: ${description}`);
  return lines.map((line) => wrapLine(line, 2)).join("\n");
}

function criteriaLine(): string {
  const statement = readCodebook().find(({ kind }) => kind === "statement")!;
  const names = statement.fields.filter(({ criterion }) => criterion !== undefined);
  return wrapLine(`${names.map(({ name }) => `\`${name}\``).join(", ")}.`, 0);
}

function toolLines(): string {
  const tools = assistantTools(readCodebook);
  return tools
    .map(({ name, arguments: given, description }) => {
      const names = Object.keys(given).join(", ");
      return wrapLine(`- \`${name}\` (${names}): ${description.split(". ")[0]!}.`, 2);
    })
    .join("\n")
    .replaceAll("..", ".");
}

/** A record as JSON with a line for each field and each item; empty lists are left out. */
function toRecordText(record: object): string {
  const lines = Object.entries(record)
    .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
    .map(([name, value]: [string, unknown]) => {
      const isLong = Array.isArray(value) && typeof value[0] === "object";
      const items = isLong ? (value as unknown[]).map((item) => `    ${JSON.stringify(item)}`) : [];
      const text = isLong ? `[\n${items.join(",\n")}\n  ]` : JSON.stringify(value);
      return `  ${JSON.stringify(name)}: ${text}`;
    });
  return `{\n${lines.join(",\n")}\n}`;
}

/** The statement that the README shows. */
const shownRecord = "sia-friendship-is-example";

function recordBlock(): string {
  const { statements } = JSON.parse(
    readFileSync(`${projectRoot}/src/generated/data.json`, "utf8"),
  ) as { statements: { id: string }[] };
  const record = statements.find(({ id }) => id === shownRecord)!;
  return ["```json", toRecordText(record), "```"].join("\n");
}

const derived: Readonly<Record<string, () => string>> = {
  record: recordBlock,
  kinds: kindLines,
  "statement-criteria": criteriaLine,
  tools: toolLines,
};

/** A document with its derived parts as they are now. */
export function renewDerivedParts(text: string): string {
  return text.replace(
    /(<!-- derived: ([\w-]+) -->\n)[^]*?(<!-- \/derived -->)/g,
    (_, start: string, name: string, end: string) => `${start}${derived[name]!()}\n${end}`,
  );
}

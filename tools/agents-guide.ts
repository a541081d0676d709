/** AGENTS.md: its lists are derived from the codebook and from the tools for assistants. */
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

const derived: Readonly<Record<string, () => string>> = {
  kinds: kindLines,
  "statement-criteria": criteriaLine,
  tools: toolLines,
};

/** The guide with its derived parts as they are now. */
export function renewAgentsGuide(guide: string): string {
  return guide.replace(
    /(<!-- derived: ([\w-]+) -->\n)[^]*?(<!-- \/derived -->)/g,
    (_, start: string, name: string, end: string) => `${start}${derived[name]!()}\n${end}`,
  );
}

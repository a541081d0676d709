/**
 * `npm run draft -- SOURCE-ID`: from the text of a source in data/sources.yaml, a first version of its sentences
 * (data/segments) and a skeleton of its statements (data/statements), so that curating starts from the text. It never
 * overwrites; both files are to be corrected by hand.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { didYouMean } from "../src/nearest.ts";

const abbreviations = /(?:\b(?:Mr|Mrs|Ms|Dr|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m)|\b[A-Z])\.$/;

/** A text in sentences, as far as a rule can tell: it ends none after an abbreviation or within a quotation's mark. */
export function sentences(text: string): string[] {
  return text.split("\n").flatMap((line) => {
    const found: string[] = [];
    let start = 0;
    for (const match of line.matchAll(/[.!?]["”’)]*(?=\s+["“(]?[\p{Lu}\p{N}])/gu)) {
      const end = match.index + match[0].length;
      if (abbreviations.test(line.slice(start, match.index + 1))) continue;
      found.push(line.slice(start, end).trim());
      start = end;
    }
    return [...found, line.slice(start).trim()].filter((sentence) => sentence !== "");
  });
}

const scalar = (text: string) => JSON.stringify(text).replace(/\u00a0/g, "\\_"); // JSON is YAML; a no-break space is made visible

function draft(id: string): void {
  const sources = parse(readFileSync("data/sources.yaml", "utf8"), { schema: "failsafe" }) as Record<string, { seed?: { file: string } }>;
  const seed = sources[id]?.seed;
  if (!seed)
    throw new Error(
      id === ""
        ? "npm run draft -- SOURCE-ID"
        : `no source "${id}" with a seed in data/sources.yaml${didYouMean(
            id,
            Object.keys(sources).filter((s) => sources[s]!.seed),
          )}`,
    );
  const text = readFileSync(seed.file, "utf8");
  const found = sentences(text);
  const segments = `# yaml-language-server: $schema=../../schemas/notation/segments.schema.json\nsegments:\n${found.map((s) => `  - ${scalar(s)}\n`).join("")}`;
  const statements = `# yaml-language-server: $schema=../../schemas/notation/statements.schema.json
source: ${id}
meeting:
occasion: talks
mode: reported-speech
statements:
${found.map((s, i) => `  ${id}-sentence-${i + 1}: # name the claim\n    speakers: []\n    speechAct: assert\n    gist: \n    topics: []\n    quote: ${scalar(s)}\n`).join("\n")}`;
  for (const [path, content] of [
    [`data/segments/${id}.yaml`, segments],
    [`data/statements/${id}.yaml`, statements],
  ] as const) {
    if (existsSync(path)) console.log(`${path} is there already and stays as it is`);
    else {
      mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true });
      writeFileSync(path, content);
      console.log(`wrote ${path}`);
    }
  }
}

try {
  draft(process.argv[2] ?? "");
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

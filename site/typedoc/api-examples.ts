/** The examples of functions, with their imports and with what they give. */
import { ReflectionKind, type CommentTag, type ProjectReflection } from "typedoc";
import { packageModules } from "../client/package-modules.ts";
import { runCode } from "../client/run-code.ts";
import { callable, entriesOf, membersOf, subpathOf } from "./api-page.ts";

/** Of a longer value the beginning is shown. */
const longestValue = 320;

/** What each example gives, by its code. It is filled before the pages are written. */
const values = new Map<string, string>();

/** What an example calls, as lines that import it. */
function toImportLines(code: string, project: ProjectReflection): string {
  // what follows a dot or comes before a colon is the name of a member
  const used = new Set(code.match(/(?<![.\w"])[A-Za-z]\w*\b(?!\s*:)/g));
  return entriesOf(project)
    .map((entry) => {
      const names = membersOf(entry).filter((one) => one.kindOf(callable) && used.has(one.name));
      const list = names.map(({ name }) => name).join(", ");
      const from = subpathOf(entry.name, project.name);
      return names.length === 0 ? "" : `import { ${list} } from "${from}";\n`;
    })
    .join("");
}

function toCode({ content }: CommentTag): string {
  const text = content.map((part) => part.text).join("");
  return text.replace(/^```\w*\n|\n```$/g, "");
}

/** An example as it runs: its imports, the code, and what it gives. */
export function toRunnable(example: CommentTag, project: ProjectReflection): string {
  const code = toCode(example);
  const value = values.get(code);
  const isShown = value === undefined || code.includes("//=>");
  const result = isShown ? "" : ` //=> ${value}`;
  return `${toImportLines(code, project)}\n${code}${result}`;
}

/** The entry for own schemas needs zod, which no page has. */
function runsHere(code: string): boolean {
  return [...code.matchAll(/from "([^"]+)"/g)].every(([, from]) => packageModules[from!]);
}

function shorten(value: string): string {
  const line = value.replace(/\n\s*/g, " ");
  return line.length <= longestValue ? line : `${line.slice(0, longestValue)} …`;
}

/** Runs every example of the API. An example that fails stops the build. */
export async function runExamples(project: ProjectReflection): Promise<void> {
  const signatures = project.getReflectionsByKind(ReflectionKind.CallSignature);
  const tags = signatures.flatMap(({ comment }) => comment?.blockTags ?? []);
  for (const example of tags.filter(({ tag }) => tag === "@example")) {
    const code = toCode(example);
    const runnable = `${toImportLines(code, project)}\n${code}`;
    if (!runsHere(runnable)) continue;
    const [output] = await runCode(runnable, packageModules);
    if (output !== undefined) values.set(code, shorten(output.value));
  }
}

/** Runs the code of a reader against the package, and keeps the value of each expression. */

type Modules = Readonly<Record<string, object>>;

/** A line of output: what was written, and its value as text. */
export interface Output {
  readonly code: string;
  readonly value: string;
}

const importForm = /^import\s+(?:\{([^}]*)\}|\*\s+as\s+(\w+))\s+from\s+["']([^"']+)["'];?/gm;

/** Imports as constants: `a as b` becomes `a: b`. */
function importsToConstants(code: string): string {
  return code.replace(importForm, (whole, names: string | undefined, all: string, from: string) => {
    const target = names === undefined ? all : `{${names.replace(/\bas\b/g, ":")}}`;
    // the same number of lines, so that errors name the right ones
    const breaks = "\n".repeat(whole.split("\n").length - 1);
    return `const ${target} = require(${JSON.stringify(from)});${breaks}`;
  });
}

/** A line that is an expression by itself, whole, with what a comment says after it. */
const expressionForm =
  /^(?!\s|const\b|let\b|import\b|for\b|if\b|\/\/|[}\])])(.+?);?\s*(?:\/\/.*)?$/;

function canBeExpression(code: string): boolean {
  try {
    // only parsed, to see whether the line is whole
    new AsyncFunction(`return (${code}\n);`);
    return true;
  } catch {
    return false;
  }
}

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...given: unknown[]) => Promise<unknown>;

/** A declaration whose comment claims a value shows the value of its variable. */
const declarationForm = /^(?:const|let) (\w+) = .*\/\/=>/;

function toStatement(line: string): string {
  const variable = declarationForm.exec(line)?.[1];
  if (variable !== undefined) return `${line}\n;show(${JSON.stringify(variable)}, ${variable});`;
  const expression = expressionForm.exec(line)?.[1];
  if (expression === undefined || !canBeExpression(expression)) return line;
  return `show(${JSON.stringify(expression)}, await (${expression}));`;
}

/** A value as a reader would write it. */
export function toText(value: unknown): string {
  if (typeof value === "function") return "a function";
  if (value instanceof Map || value instanceof Set) return toText([...value]);
  const text = JSON.stringify(value, null, 1) as string | undefined;
  return text ?? String(value);
}

function toRequire(modules: Modules): (name: string) => object {
  return (name) => {
    const found = modules[name];
    if (found !== undefined) return found;
    throw new Error(`no module "${name}" here; there are ${Object.keys(modules).join(", ")}`);
  };
}

/** Runs code; it throws what the code throws. */
export async function runCode(code: string, modules: Modules): Promise<Output[]> {
  const outputs: Output[] = [];
  const show = (written: string, value: unknown) => {
    if (value !== undefined || !written.startsWith("console."))
      outputs.push({ code: written, value: toText(value) });
  };
  const console = {
    log: (...values: unknown[]) => {
      outputs.push({
        code: "",
        value: values.map((value) => (typeof value === "string" ? value : toText(value))).join(" "),
      });
    },
  };
  const body = importsToConstants(code).split("\n").map(toStatement).join("\n");
  const run = new AsyncFunction("require", "show", "console", "process", body);
  await run(toRequire(modules), show, console, { env: {} });
  return outputs;
}

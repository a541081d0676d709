/** The tool that tells what kinds, fields and terms mean. */
import { checkName } from "../criteria/input-error.ts";
import { datasetLine, toAnswer, type AssistantTool } from "./assistant-tool.ts";
import { termsOf, type CodebookField, type CodebookKind } from "./codebook-kind.ts";
import { kindArgument, readKindArgument, readText } from "./read-arguments.ts";

function termLines(field: CodebookField): string[] {
  return termsOf(field).map(([term, means]) => `  ${term}: ${means}`);
}

/** Fields that criteria can name are marked, because list takes only these. */
function fieldLine({ name, description, criterion }: CodebookField): string {
  return `${name}${criterion === undefined ? "" : " (criterion)"}: ${description}`;
}

function exampleLine({ example }: CodebookField): string[] {
  return example === undefined ? [] : [`  Example: ${JSON.stringify(example)}`];
}

/** The kinds at a glance; the lines of one kind; the lines of one field. */
function codebookLines(
  codebook: readonly CodebookKind[],
  kind: string | undefined,
  name: string | undefined,
): string[] {
  const found = codebook.find((one) => one.kind === kind);
  if (found === undefined)
    return codebook.map(({ plural, description }) => `${plural}: ${description}`);
  const { plural, description, fields } = found;
  if (name === undefined) return [`${plural}: ${description}`, ...fields.map(fieldLine)];
  checkName(
    "codebook",
    "field",
    name,
    fields.map((field) => field.name),
  );
  const field = fields.find((one) => one.name === name)!;
  return [`${plural}, ${fieldLine(field)}`, ...exampleLine(field), ...termLines(field)];
}

/** The tool over the codebook that `read` loads. */
export function toCodebookTool(read: () => readonly CodebookKind[]): AssistantTool {
  return {
    name: "codebook",
    title: "What fields and terms mean",
    description:
      "Without arguments the kinds of records; with a kind its fields, and which of them list " +
      "takes as criteria; with a field too, its terms and their meanings.",
    arguments: {
      kind: kindArgument,
      field: { type: "string", description: "The name of a field of the kind." },
    },
    required: [],
    example: () => ({ kind: "statements", field: "mode" }),
    run(given) {
      const kind = readKindArgument(given);
      const field = readText(given, "field");
      const lines = codebookLines(read(), kind, field);
      return toAnswer([`Codebook of ${datasetLine}:`, ...lines], { lines });
    },
  };
}

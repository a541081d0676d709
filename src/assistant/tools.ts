/** All tools for assistants, and a call of one. */
import { checkName, fail, InputError } from "../criteria/input-error.ts";
import { checkArguments } from "./read-arguments.ts";
import { toCodebookTool } from "./codebook-tool.ts";
import type { CodebookKind } from "./codebook-kind.ts";
import type { Answer, AssistantTool } from "./assistant-tool.ts";
import { listTool, searchTool, timelineTool } from "./list-tools.ts";
import { positionsTool } from "./positions-tool.ts";
import { citeTool, getTool, quotationsTool } from "./record-tools.ts";

/** The tools; `readCodebook` loads the codebook when it is first asked for. */
export function assistantTools(readCodebook: () => readonly CodebookKind[]): AssistantTool[] {
  return [
    searchTool,
    getTool,
    listTool,
    positionsTool,
    timelineTool,
    quotationsTool,
    citeTool,
    toCodebookTool(readCodebook),
  ];
}

/** Calls the tool with a name. It throws an InputError for wrong input. */
export async function callTool(
  tools: readonly AssistantTool[],
  name: string,
  given: unknown = {},
): Promise<Answer> {
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) {
    checkName(
      "tools",
      "tool",
      name,
      tools.map((one) => one.name),
    );
    return fail(`no tool ${name}`);
  }
  try {
    return await tool.run(checkArguments(tool, given));
  } catch (error) {
    // the functions of the package do not know that there is a tool that finds ids
    const isUnknownId = error instanceof InputError && /: no record "/.test(error.message);
    if (!isUnknownId || error.message.endsWith("search finds ids")) throw error;
    throw new InputError(`${error.message}; search finds ids`);
  }
}

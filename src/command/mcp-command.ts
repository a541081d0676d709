/**
 * `baku-moscow mcp`: a server of the Model Context Protocol over standard input and output, by
 * which assistants ask the dataset. It only reads. The protocol is the official package's, which
 * is an optional dependency.
 */
import { createRequire } from "node:module";
import {
  assistantResources,
  instructions,
  type AssistantResource,
} from "../assistant/resources.ts";
import { assistantTools, callTool } from "../assistant/tools.ts";
import type { AssistantTool } from "../assistant/assistant-tool.ts";
import type { CodebookKind } from "../assistant/codebook-kind.ts";
import { InputError } from "../criteria/input-error.ts";
import { description, version } from "../generated/release.ts";
import { checkFlags, checkNoWords } from "./flags.ts";
import { UsageError, type Command } from "./command.ts";

const sdk = "@modelcontextprotocol/server";

type Handler = (request: { readonly params?: unknown }) => unknown;

/** As much of the official package as is used. */
interface ProtocolPackage {
  readonly Server: new (
    info: { name: string; version: string },
    options: { capabilities: object; instructions: string },
  ) => { setRequestHandler(method: string, handler: Handler): void };
  readonly ProtocolError: new (code: number, message: string) => Error;
}

interface StdioPackage {
  readonly serveStdio: (
    makeServer: () => unknown,
    options: { onerror(error: Error): void },
  ) => unknown;
}

/** Loads a part of the official package, or tells how to install it. */
async function load<Part>(part: string): Promise<Part> {
  try {
    return (await import(part)) as Part;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== "ERR_MODULE_NOT_FOUND") throw error;
    const own = description.name;
    throw new UsageError(
      `mcp needs the package ${sdk}: npm install ${own} ${sdk}, or ` +
        `npx -p ${own} -p ${sdk} ${own} mcp`,
    );
  }
}

/** codebook.json lies beside the program, under an address of the package. */
export function readCodebook(): readonly CodebookKind[] {
  const require = createRequire(import.meta.url);
  return require(`${description.name}/codebook.json`) as readonly CodebookKind[];
}

/** A tool as the protocol describes it. */
export function toProtocolTool(tool: AssistantTool): object {
  const { name, title, description: text, required } = tool;
  return {
    name,
    title,
    description: text,
    inputSchema: {
      type: "object",
      properties: tool.arguments,
      required,
      additionalProperties: false,
    },
    annotations: { readOnlyHint: true, openWorldHint: false },
  };
}

/** The answer of a tool; wrong input is an answer too, which says what to send instead. */
export async function answerCall(
  tools: readonly AssistantTool[],
  params: unknown,
): Promise<object> {
  const { name, arguments: given } = params as { name: string; arguments?: unknown };
  try {
    const { text, data } = await callTool(tools, name, given);
    return { content: [{ type: "text", text }], structuredContent: data };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { content: [{ type: "text", text: error.message }], isError: true };
  }
}

function listResources(resources: readonly AssistantResource[]): object {
  const listed = resources.map(({ uri, name, description: text }) => ({
    uri,
    name,
    description: text,
    mimeType: "text/plain",
  }));
  return { resources: listed };
}

/** The text of a resource; undefined when there is none with this address. */
export async function readResource(
  resources: readonly AssistantResource[],
  params: unknown,
): Promise<object | undefined> {
  const { uri } = params as { uri: string };
  const found = resources.find((resource) => resource.uri === uri);
  if (found === undefined) return undefined;
  return { contents: [{ uri, mimeType: "text/plain", text: await found.read() }] };
}

/** The code of the protocol for a wrong parameter. */
const invalidParameter = -32602;

function makeServer({ Server, ProtocolError }: ProtocolPackage): object {
  const tools = assistantTools(readCodebook);
  const resources = assistantResources(tools);
  const server = new Server(
    { name: description.name, version },
    { capabilities: { tools: {}, resources: {} }, instructions: instructions() },
  );
  server.setRequestHandler("tools/list", () => ({ tools: tools.map(toProtocolTool) }));
  server.setRequestHandler("tools/call", ({ params }) => answerCall(tools, params));
  server.setRequestHandler("resources/list", () => listResources(resources));
  server.setRequestHandler("resources/templates/list", () => ({ resourceTemplates: [] }));
  server.setRequestHandler("resources/read", async ({ params }) => {
    const found = await readResource(resources, params);
    if (found !== undefined) return found;
    const known = resources.map(({ uri }) => uri).join(", ");
    throw new ProtocolError(invalidParameter, `no such resource; there are ${known}`);
  });
  return server;
}

export const mcpCommand: Command = {
  usage: `${description.name} mcp`,
  does: "Answers assistants over the Model Context Protocol, until its input ends.",
  help: [
    "Configure it in your assistant as a server over standard input and output:",
    `  npx -y -p ${description.name} -p ${sdk} ${description.name} mcp`,
    "It only reads. Its tools: search, get, list, positions, timeline, quotations, cite, codebook.",
    "Each answer carries the quotations, the speakers, the ids, the version and the citation.",
  ].join("\n"),
  example: () => "mcp",
  takes: {},
  async run(call) {
    checkFlags(call, []);
    checkNoWords(call, "mcp");
    const protocol = await load<ProtocolPackage>(sdk);
    const { serveStdio } = await load<StdioPackage>(`${sdk}/stdio`);
    serveStdio(() => makeServer(protocol), {
      onerror: ({ message }) => {
        call.progress(`${description.name} mcp: ${message}`);
      },
    });
    // standard output belongs to the protocol
    return "";
  },
};

/** The server for assistants, asked by the client of the official package, over standard input. */
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { version } from "baku-moscow";
import { readQuestions } from "../../bench/assistant/questions.ts";

let client: Client;
beforeAll(async () => {
  client = new Client({ name: "test", version: "1.0.0" });
  const server = { command: process.execPath, args: ["dist/cli.js", "mcp"] };
  await client.connect(new StdioClientTransport(server));
});
afterAll(async () => {
  await client.close();
});

async function ask(name: string, given: object): Promise<{ text: string; isError: boolean }> {
  const { content, isError } = await client.callTool({ name, arguments: { ...given } });
  const [first] = content as { type: string; text: string }[];
  return { text: first!.text, isError: isError === true };
}

test("it says who it is and how its answers are to be used", () => {
  expect(client.getServerVersion()).toMatchObject({ name: "baku-moscow", version });
  expect(client.getInstructions()).toContain("It asserts nothing itself.");
});

test("its tools only read, and say which arguments they take", async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(
    "search get list positions timeline quotations cite codebook".split(" "),
  );
  for (const { annotations, inputSchema, description } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true });
    expect(inputSchema).toMatchObject({ type: "object", additionalProperties: false });
    expect(description!.length).toBeGreaterThan(40);
  }
});

test("questions have answers with their records, version and citation", async () => {
  for (const question of readQuestions()) {
    const { text, isError } = await ask(question.ask.tool, question.ask.arguments);
    expect(isError).toBe(false);
    for (const id of question.ids ?? []) expect(text).toContain(id);
    expect(text).toContain(`(Version ${version}) [Data set]`);
  }
});

test("wrong input is an answer that says what to send instead", async () => {
  expect(await ask("get", { id: "lavrov" })).toEqual({
    text: 'id: no record "lavrov" (did you mean "sergey-lavrov"?); search finds ids',
    isError: true,
  });
});

test("its resources can be listed and read; a wrong address names the right ones", async () => {
  const { resources } = await client.listResources();
  const { contents } = await client.readResource({ uri: resources[0]!.uri });
  expect(contents[0]).toMatchObject({ text: expect.stringContaining("Articles:") });
  await expect(client.readResource({ uri: "baku-moscow://nothing" })).rejects.toThrow(
    "no such resource; there are baku-moscow://about",
  );
});

test("without the official package the command says how to install it", () => {
  const folder = mkdtempSync(join(tmpdir(), "baku-moscow-mcp-"));
  try {
    const own = join(folder, "node_modules/baku-moscow");
    cpSync("dist", join(own, "dist"), { recursive: true });
    cpSync("package.json", join(own, "package.json"));
    const { status, stderr } = spawnSync(process.execPath, [join(own, "dist/cli.js"), "mcp"], {
      encoding: "utf8",
    });
    expect(status).toBe(2);
    expect(stderr).toBe(
      "baku-moscow: mcp needs the package @modelcontextprotocol/server: " +
        "npm install baku-moscow @modelcontextprotocol/server, or " +
        "npx -p baku-moscow -p @modelcontextprotocol/server baku-moscow mcp\n",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

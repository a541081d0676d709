/**
 * `npm run bench:assistant -- --without COMMAND --with COMMAND`: asks an assistant the thirty
 * questions, without and with the server. Each command gets a question on its standard input and
 * prints the answer; the second is to be one that has the server (`baku-moscow mcp`) configured.
 * The answers are written beside the verdicts, because words can be there and the answer still
 * wrong: read them. Without a command it prints what the server itself answers.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { assistantTools, callTool } from "../../src/assistant/tools.ts";
import { readCodebook } from "../../src/command/mcp-command.ts";
import { lacks, readQuestions, type Question } from "./questions.ts";

const { values } = parseArgs({
  options: {
    without: { type: "string" },
    with: { type: "string" },
    answers: { type: "string", default: "assistant-answers.json" },
  },
});

const instruction =
  "Answer from five news articles on the diplomacy of Azerbaijan and Russia, 2022-2023. Name the " +
  "speaker and the outlet of each claim. Say so when the articles do not hold the answer.";

type Answerer = (question: Question) => string | Promise<string>;

function ask(command: string): Answerer {
  return ({ question }) => {
    const input = `${instruction}\n\n${question}\n`;
    const { stdout, status, stderr } = spawnSync(command, { shell: true, input, encoding: "utf8" });
    if (status !== 0) throw new Error(`${command} ended with status ${status}: ${stderr}`);
    return stdout;
  };
}

const tools = assistantTools(readCodebook);
const askServer: Answerer = async ({ ask: { tool, arguments: given } }) =>
  (await callTool(tools, tool, given)).text;

const answerers: [name: string, answer: Answerer][] = [];
if (values.without !== undefined) answerers.push(["without", ask(values.without)]);
if (values.with !== undefined) answerers.push(["with", ask(values.with)]);
if (answerers.length === 0) answerers.push(["server", askServer]);

const answers: object[] = [];
for (const [name, answer] of answerers) {
  let right = 0;
  for (const question of readQuestions()) {
    const text = await answer(question);
    const missing = lacks(question, text);
    if (missing.length === 0) right++;
    answers.push({ name, question: question.question, answer: text, missing });
    const verdict = missing.length === 0 ? "right" : `lacks ${missing.join(", ")}`;
    console.log(`${name}: ${verdict}: ${question.question}`);
  }
  console.log(`${name}: ${right} of ${readQuestions().length} right`);
}
writeFileSync(values.answers, `${JSON.stringify(answers, null, 2)}\n`);
console.log(`the answers are in ${values.answers}`);

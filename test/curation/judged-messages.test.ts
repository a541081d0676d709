/**
 * Twenty-two typical mistakes, and how a reader who had not written the messages judged them:
 * docs/messages.md. A message that was changed must be judged again.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Judgement {
  readonly mistake: string;
  readonly messages: readonly string[];
  readonly place: boolean;
  readonly fault: boolean;
  readonly remedy: boolean;
  readonly oneCause: boolean;
  readonly why: string;
}

const judged = JSON.parse(readFileSync("readings/messages.json", "utf8")) as readonly Judgement[];
const questions = ["place", "fault", "remedy", "oneCause"] as const;

/** What compile reports of a mistake, as its fixture says. */
function messagesOf(mistake: string): string[] {
  const text = readFileSync(`test/fixtures/mistakes/${mistake}.yaml`, "utf8");
  const [, expected] = text.split("# expected\n");
  return expected!
    .trimEnd()
    .split("\n")
    .map((line) => line.slice(2));
}

test("twenty typical mistakes are judged, each by the messages that compile gives now", () => {
  expect(judged.length).toBeGreaterThanOrEqual(20);
  for (const { mistake, messages } of judged)
    expect([mistake, messages]).toEqual([mistake, messagesOf(mistake)]);
});

test("nineteen of twenty answers are yes, and every no has its reason", () => {
  for (const question of questions) {
    const yes = judged.filter((one) => one[question]).length;
    expect([question, yes / judged.length >= 0.95]).toEqual([question, true]);
  }
  for (const { mistake, why, ...answers } of judged) {
    const isFine = questions.every((question) => answers[question]);
    expect([mistake, isFine, why !== ""]).toEqual([mistake, isFine, !isFine]);
  }
});

test("the page shows every judgement", () => {
  const page = readFileSync("docs/messages.md", "utf8");
  for (const { mistake, messages } of judged) {
    expect(page).toContain(`\`${mistake}\``);
    for (const message of messages) expect(page.replaceAll("\\|", "|")).toContain(message);
  }
});

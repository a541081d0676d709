/** Whatever is written after the command, it prints a text or says in one line what is wrong. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { NotFoundError, UsageError } from "../../src/command/command.ts";
import { runCommand } from "../../src/command/run-command.ts";
import { InputError } from "../../src/index.ts";

/** `npm run fuzz` makes more. */
const runs = Number(process.env.FUZZ_RUNS ?? 20_000) / 10;

const word = fc.oneof(
  fc.constantFrom(
    ...["show", "related", "positions", "list", "count", "timeline", "search", "cite", "overview"],
    ...["statements", "people", "lachin-road", "sergey-lavrov", "constructor", "__proto__", ""],
    ...["--json", "--csv", "--ndjson", "--help", "-h", "--version", "--", "-", "---", "--=", "-x"],
    ...["--by", "--topics", "--speakers=a+b", "--date", "2022-06/..", "--limit", "1e3", "--style"],
    ...["--order", "oldest", "--actor", "russia", "--in", "--match", "certain", "--statements"],
    ...["none", "some", "not:", "not:none", "a\\\\,b", "\\\\", "+", ",", "bibtex", "quotation"],
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const screens = [
  { width: undefined, colour: false },
  { width: 40, colour: true },
  { width: 1, colour: false },
];

test("the command answers or says what is wrong, whatever its arguments are", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { maxLength: 6 }),
      fc.constantFrom(...screens),
      async (args, screen) => {
        try {
          expect(typeof (await runCommand(args, screen))).toBe("string");
        } catch (error) {
          const isOurs = [UsageError, NotFoundError, InputError].some(
            (kind) => error instanceof kind,
          );
          if (!isOurs) throw error;
          expect((error as Error).message).not.toMatch(/undefined|\[object |NaN/);
          expect((error as Error).message.split("\n")).toHaveLength(1);
        }
      },
    ),
    { numRuns: runs },
  );
});

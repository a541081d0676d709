/** `baku-moscow timeline`. */
import { description } from "../generated/release.ts";
import { describeValue } from "../criteria/input-error.ts";
import type { Kind } from "../generated/types.ts";
import { timeline } from "../questions/timeline.ts";
import { UsageError, type Call, type Command } from "./command.ts";
import { checkFlags, checkNoWords } from "./flags.ts";
import { printRecords } from "./print-records.ts";

function wantsStatements({ flags }: Call): boolean {
  const answer = flags.get("statements") ?? "no";
  if (answer !== "yes" && answer !== "no")
    throw new UsageError(`--statements is yes or no, not ${describeValue(answer)}`);
  return answer === "yes";
}

export const timelineCommand: Command = {
  usage: `${description.name} timeline [--from DATE] [--to DATE]`,
  does: "Lists visits, meetings and agreements by date.",
  help: [
    "DATE is a day, month or year.",
    "--match certain: only events that must lie between them.",
    "--statements yes: the statements too.",
  ].join("\n"),
  example: () => `timeline --from ${description.years[0] ?? ""}`,
  takes: { flags: { from: [], to: [], match: ["possible", "certain"], statements: ["yes", "no"] } },
  run(call) {
    checkFlags(call, ["from", "to", "match", "statements"]);
    checkNoWords(call, "timeline");
    const [from, to, match] = ["from", "to", "match"].map((flag) => call.flags.get(flag));
    const withStatements = wantsStatements(call);
    const events = timeline({
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      // timeline() checks the term and explains what is wrong with it
      ...(match !== undefined && { match: match as "certain" }),
      statements: withStatements,
    });
    const kinds: readonly Kind[] = ["visit", "meeting", "agreement"];
    return printRecords(events, call, withStatements ? [...kinds, "statement"] : kinds);
  },
};

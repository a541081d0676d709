#!/usr/bin/env node
/** The command. Only this file prints and sets the exit status. */
import { InputError } from "../criteria/input-error.ts";
import { description } from "../generated/release.ts";
import { toVisible } from "../text/visible.ts";
import { NotFoundError, UsageError } from "./command.ts";
import { runCommand } from "./run-command.ts";
import { widthOf, type Screen } from "./terminal.ts";

function report(message: string, status: number): void {
  process.exitCode = status;
  process.stderr.write(`${description.name}: ${toVisible(message)}\n`);
}

/** Reports an error in one line, never as a dump of the code. */
function reportError(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof NotFoundError) report(message, 1);
  else if (error instanceof UsageError || error instanceof InputError) report(message, 2);
  else report(`a fault of the command itself: ${message}`, 3);
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // a reader such as `head` has closed the pipe because it has read enough
  if (error.code !== "EPIPE") report(`the output cannot be written: ${error.message}`, 3);
  process.exit();
});
// without a place for messages only the exit status is left
process.stderr.on("error", () => process.exit());
try {
  const isTerminal = process.stdout.isTTY;
  const screen: Screen = {
    width: isTerminal ? widthOf(process.stdout.columns) : undefined,
    colour: isTerminal && !process.env.NO_COLOR && process.env.TERM !== "dumb",
  };
  const output = await runCommand(process.argv.slice(2), screen, (line) => {
    process.stderr.write(`${toVisible(line)}\n`);
  });
  // the formats for programs end their last line themselves
  process.stdout.write(output === "" || output.endsWith("\n") ? output : `${output}\n`);
} catch (error) {
  reportError(error);
}

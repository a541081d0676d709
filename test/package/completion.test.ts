/** What a shell offers after the Tab key. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../../src/command/run-command.ts";

const screen = { width: undefined, colour: false };
const suggest = async (...words: string[]) =>
  (await runCommand(["completion", "suggest", "--", ...words], screen)).split("\n");

test("commands, kinds, flags, terms and ids are offered where they may stand", async () => {
  expect(await suggest("se")).toEqual(["search"]);
  expect(await suggest("list", "st")).toEqual(["statements"]);
  expect(await suggest("show", "declaration-on-a")).toEqual(["declaration-on-allied-interaction"]);
  expect(await suggest("cite", "meet")).toEqual(["meetings"]);
  expect(await suggest("list", "statements", "--spee")).toEqual(["--speechAct"]);
  expect(await suggest("list", "statements", "--mode", "direct")).toEqual(["direct-quotation"]);
  expect(await suggest("list", "statements", "--speakers", "sergey")).toEqual(["sergey-lavrov"]);
  expect(await suggest("list", "statements", "--speakers", "ilham-aliyev,ser")).toEqual([
    "ilham-aliyev,sergey-lavrov",
  ]);
  expect(await suggest("search", "--in", "peo")).toEqual(["people"]);
  expect(await suggest("search", "x", "--in", "people", "--cou")).toEqual(["--country"]);
  expect(await suggest("cite", "--style", "bib")).toEqual(["bibtex"]);
  expect(await suggest("timeline", "--match", "")).toEqual(["possible", "certain"]);
  expect(await suggest("export", "--bundled", "")).toEqual([""]);
  expect(await suggest("wombat", "x")).toEqual([""]);
});

test("each shell has a script; another name is refused with the list", async () => {
  for (const shell of ["bash", "zsh", "fish"])
    expect(await runCommand(["completion", shell], screen)).toContain(
      "baku-moscow completion suggest --",
    );
  expect(() => runCommand(["completion", "powershell"], screen)).toThrow(
    'completion: no shell "powershell"; it takes one of bash, zsh, fish',
  );
  expect(() => runCommand(["completion"], screen)).toThrow("completion takes one shell");
});

/** Runs a script in a shell that has the program on its path; undefined: no such shell here. */
function inShell(shell: string, script: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "baku-moscow-shell-"));
  try {
    symlinkSync(resolve("dist/cli.js"), join(folder, "baku-moscow"));
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH ?? ""}` };
    const { stdout, error } = spawnSync(shell, ["-c", script], { encoding: "utf8", env });
    return error === undefined ? stdout : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("bash completes with the script", () => {
  const script = [
    'eval "$(baku-moscow completion bash)"',
    "COMP_WORDS=(baku-moscow list statements --mode direct); COMP_CWORD=4",
    '_baku_moscow; echo "${COMPREPLY[@]}"',
    "COMP_WORDS=(baku-moscow list ''); COMP_CWORD=2",
    '_baku_moscow; echo "${#COMPREPLY[@]}"',
  ].join("\n");
  expect(inShell("bash", script)).toBe("direct-quotation\n10\n");
});

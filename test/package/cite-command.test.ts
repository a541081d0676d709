import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cite } from "baku-moscow/cite";

test("the command cites, writes a file that verifies, and refuses a changed one", () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["dist/cli.js", "cite", ...args],
      { encoding: "utf8" },
    );
    return { status, stdout, stderr };
  };
  expect(run().stdout.trim()).toBe(cite().apa);
  expect(run("moscow", "--style", "bibtex").stdout).toMatch(/^@misc\{moscow,/);
  expect(run("kavkaza-osce-in-difficult-times", "--style", "quotation").stdout).toContain(
    "“[…] the OSCE, going through very difficult times […]” — Sergey Lavrov",
  );
  expect(run("kavkaza-osce-in-difficult-times", "--style", "quotation-html").stdout).toContain(
    "<figcaption>— Sergey Lavrov",
  );
  expect(
    JSON.parse(run("kavkaza-osce-in-difficult-times", "--style", "quotation", "--json").stdout),
  ).toMatchObject([{ verbatim: true, outlet: "Vestnik Kavkaza" }]);
  const folder = mkdtempSync(join(tmpdir(), "baku-moscow-"));
  const file = join(folder, "subset.json");
  const { stdout } = run("statements", "--about", "osce", "--json");
  // every shell keeps ASCII, whatever encoding it takes the output for
  expect(stdout).not.toMatch(/[^\0-\x7f]/);
  writeFileSync(file, stdout);
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  const piped = spawnSync("sh", [
    "-c",
    `cat ${file} > ${pipe} & node dist/cli.js cite --verify ${pipe}`,
  ]);
  expect(piped.status).toBe(0);
  expect(run("--verify", file)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^the same \d+ records/),
  });
  writeFileSync(file, stdout.replace(/"sha256": "./, '"sha256": "x'));
  expect(run("--verify", file)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("the hash is not 64 hexadecimal digits"),
  });
  writeFileSync(file, stdout.replace(/"count": \d+/, '"count": 99'));
  expect(run("--verify", file)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("99 records were cited"),
  });
  expect(run("--verify", join(folder, "none.json"))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("no such file"),
  });
  expect(run("moscow", "--style", "mla")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(
      /^baku-moscow: no style "mla"; the styles are apa, .*, quotation-html\n$/,
    ),
  });
  rmSync(folder, { recursive: true });
});

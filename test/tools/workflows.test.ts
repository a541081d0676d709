import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

const folder = ".github/workflows";

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (file: string) => parse(readFileSync(`${folder}/${file}`, "utf8")) as Workflow;
const stepsOf = (job: Job) => job.steps.map(({ uses, run }) => uses ?? run ?? "");

test.each(readdirSync(folder))("%s pins its actions, and a job has a time limit", (file) => {
  const { jobs } = read(file);
  for (const job of Object.values(jobs)) {
    expect(job["timeout-minutes"]).toBeGreaterThan(0);
    for (const { uses } of job.steps)
      if (uses) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  }
});

test.each(readdirSync(folder))(
  "a job of %s that may write runs no code of the repository",
  (file) => {
    const { permissions, jobs } = read(file);
    expect(Object.values(permissions).every((right) => right === "read")).toBe(true);
    for (const job of Object.values(jobs)) {
      const mayWrite = Object.values(job.permissions ?? {}).includes("write");
      const usesRepository = stepsOf(job).some((step) => /checkout@|npm ci|npm run/.test(step));
      expect(mayWrite && usesRepository).toBe(false);
    }
  },
);

test("a release stops before it is built when package.json names no repository", () => {
  const steps = stepsOf(read("release.yml").jobs.build!);
  const check = steps.indexOf("npm run release:publishable");
  expect(check).toBeGreaterThan(-1);
  expect(check).toBeLessThan(steps.indexOf("npm test"));
});

test("a release keeps what it was built with, and the audit runs where a registry answers", () => {
  expect(stepsOf(read("release.yml").jobs.build!).join()).toContain("npm sbom --sbom-format");
  expect(stepsOf(read("ci.yml").jobs.standards!)).toContain("npm audit --omit dev");
});

test("every npm script that a workflow or a document names exists", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    scripts: Record<string, string>;
  };
  const files = [
    ...readdirSync(folder).map((file) => `${folder}/${file}`),
    ...readdirSync("docs")
      .filter((file) => file.endsWith(".md"))
      .map((file) => `docs/${file}`),
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
  ];
  const named = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(
      ([, script]) => ({ file, script: script! }),
    ),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ script }) => !(script in scripts))).toEqual([]);
});

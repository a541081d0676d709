/** The texts of the seeds, pinned by their hash. */
import { createHash } from "node:crypto";
import { didYouMean } from "../../src/text/did-you-mean.ts";
import type { DraftOf, Drafts } from "../draft.ts";
import { SeedText } from "../locate/seed-text.ts";
import { problem, startOf, type Files, type Problem } from "../problem.ts";
import { decode } from "./yaml.ts";

const seedFileForm = /^seeds\/.*\.txt$/;

/** The files of seeds. */
export function seedFiles(files: Files): string[] {
  return [...files.keys()].filter((file) => seedFileForm.test(file));
}

type Pin = NonNullable<DraftOf<"source">["notation"]["seed"]>;

/**
 * The text that a source pins; undefined, and a problem, when it cannot be read. Other bytes are a
 * problem too.
 */
function readPinnedText(
  draft: DraftOf<"source">,
  pin: Pin,
  files: Files,
  problems: Problem[],
): SeedText | undefined {
  const report = (member: keyof Pin, message: string, fix?: string) => {
    const path = ["seed", member];
    problems.push(problem(draft.spot(path), path, message, fix));
  };
  const bytes = files.get(pin.file);
  if (bytes === undefined) {
    report("file", `there is no "${pin.file}"${didYouMean(pin.file, seedFiles(files))}`);
    return undefined;
  }
  const text = decode(pin.file, bytes);
  if (typeof text !== "string") {
    problems.push(text);
    return undefined;
  }
  const hash = createHash("sha256").update(bytes).digest("hex");
  if (hash !== pin.sha256)
    report(
      "sha256",
      `is not the SHA-256 of ${pin.file}, which is ${hash}; restore the file if it was changed ` +
        "by mistake; otherwise review every quote from it and pin this hash (compile -- --fix)",
      hash,
    );
  const seedText = new SeedText(draft.id, text);
  if (seedText.codePoints !== pin.codePoints)
    report(
      "codePoints",
      `${pin.file} has ${seedText.codePoints} code points, not ${pin.codePoints}`,
      String(seedText.codePoints),
    );
  return seedText;
}

/** The pinned texts by source. */
export function readPinnedTexts(
  files: Files,
  drafts: Drafts,
  problems: Problem[],
): ReadonlyMap<string, SeedText> {
  const texts = new Map<string, SeedText>();
  const pinned = new Set<string>();
  let isPinMissing = false;
  for (const draft of drafts.values()) {
    if (draft.kind !== "source") continue;
    const { seed, role } = draft.notation;
    if (seed === undefined) {
      if (role === "seed") {
        isPinMissing = true;
        const message = "a seed needs its text (seed: { file, sha256, codePoints })";
        problems.push(problem(draft.spot(["role"]), ["role"], message));
      }
      continue;
    }
    pinned.add(seed.file);
    const text = readPinnedText(draft, seed, files, problems);
    if (text !== undefined) texts.set(draft.id, text);
  }
  // a text that no source has may be the one that a source lacks
  for (const file of isPinMissing ? [] : seedFiles(files))
    if (!pinned.has(file))
      problems.push(
        problem(
          startOf(file),
          [],
          "no source in data/sources.yaml has this text; add one, or remove the file",
        ),
      );
  return texts;
}

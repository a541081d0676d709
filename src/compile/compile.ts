/**
 * Data in; problems, or every file that is derived from them, out. It writes nothing: scripts/compile.ts does, and only
 * when there is no problem.
 */
import { createHash } from "node:crypto";
import { didYouMean } from "../nearest.ts";
import { schemas } from "../schema/records.ts";
import { bounds } from "../date.ts";
import { cover } from "./coverage.ts";
import type { Dataset } from "./dataset.ts";
import { arranged, derive, expand } from "./derive.ts";
import { emit } from "./emit.ts";
import { prove, type Proof } from "./evidence.ts";
import { collectNames } from "./names.ts";
import { problem, sorted, startOf, type Files, type Problem } from "./problem.ts";
import { fieldsOf, kinds, type Built, type Draft } from "./records.ts";
import { shape } from "./shape.ts";
import { SeedText } from "./text.ts";
import { decode } from "./yaml.ts";

export type Compiled =
  | { readonly problems: readonly Problem[] }
  | { readonly problems: readonly []; readonly dataset: Dataset; readonly outputs: ReadonlyMap<string, string> };

/** The pinned texts by source; a text whose bytes are not the pinned ones is a problem. */
function pinnedTexts(files: Files, sources: readonly Draft[], problems: Problem[]): Map<string, SeedText> {
  const texts = new Map<string, SeedText>();
  const used = new Set<string>();
  for (const draft of sources) {
    const seed = draft.notation.seed as { file: string; sha256: string; codePoints: number } | undefined;
    if (!seed) {
      if (draft.notation.role === "seed")
        problems.push(problem(draft.spot(["role"]), ["role"], "a seed needs its text (seed: { file, sha256, codePoints })"));
      continue;
    }
    used.add(seed.file);
    const fault = (key: string, message: string) => void problems.push(problem(draft.spot(["seed", key]), ["seed", key], message));
    const bytes = files.get(seed.file);
    if (!bytes) {
      fault(
        "file",
        `there is no "${seed.file}"${didYouMean(
          seed.file,
          [...files.keys()].filter((f) => f.startsWith("seeds/")),
        )}`,
      );
      continue;
    }
    const text = decode(seed.file, bytes);
    if (typeof text !== "string") {
      problems.push(text);
      continue;
    }
    const hash = createHash("sha256").update(bytes).digest("hex");
    if (hash !== seed.sha256)
      fault(
        "sha256",
        `${seed.file} has changed: its SHA-256 is ${hash}; restore the file, or review every quote from it and pin the new hash`,
      );
    const seedText = new SeedText(draft.id, text);
    if (seedText.codePoints !== seed.codePoints)
      fault("codePoints", `${seed.file} has ${seedText.codePoints} code points, not ${seed.codePoints}`);
    texts.set(draft.id, seedText);
  }
  for (const file of files.keys())
    if (/^seeds\/.*\.txt$/.test(file) && !used.has(file))
      problems.push(problem(startOf(file), [], "no source in data/sources.yaml has this text; add one, or remove the file"));
  return texts;
}

/** Accounts name a field of the record, and a value that the field could have. */
function checkAccounts(draft: Draft, record: Built, drafts: ReadonlyMap<string, Draft>, problems: Problem[]): void {
  const fields = fieldsOf(draft.kind);
  const open = Object.keys(fields).filter((name) => fields[name]!.ground !== "none");
  for (const [i, { field, value }] of ((record.accounts ?? []) as { field: string; value: string }[]).entries()) {
    const fault = (key: string, message: string) =>
      void problems.push(problem(draft.spot(["accounts", i, key]), ["accounts", i, key], message));
    if (!open.includes(field)) {
      fault("field", `no field "${field}" on which accounts could differ${didYouMean(field, open)}`);
      continue;
    }
    const schema = fields[field]!.schema as {
      options?: string[];
      meta(): { ref?: string } | undefined;
      element?: { meta(): { ref?: string } | undefined };
      unwrap?: () => { options?: string[]; meta(): { ref?: string } | undefined };
    };
    const inner = schema.unwrap && !schema.element ? schema.unwrap() : schema;
    if (inner.options && !inner.options.includes(value))
      fault(
        "value",
        `"${value}" is not one of the terms of ${field}${didYouMean(value, inner.options) || `: ${inner.options.join(", ")}`}`,
      );
    if ((inner.meta()?.ref ?? schema.element?.meta()?.ref) !== undefined && !drafts.has(value))
      fault("value", `no record "${value}"${didYouMean(value, drafts.keys())}`);
    if (field === "date")
      try {
        bounds(value);
      } catch (error) {
        fault("value", (error as Error).message);
      }
  }
}

/** By earliest day, undated last; then by source and position in the text; then by id. */
function inOrder(records: readonly Built[], proofs: ReadonlyMap<string, Proof>, sourceOrder: readonly string[]): Built[] {
  const key = (record: Built): string => {
    const date = (record.date ?? record.published) as { earliest: string | null; latest: string | null } | undefined;
    const first = proofs.get(record.id)?.first;
    const source = first ? sourceOrder.indexOf(first.source) : 999;
    return [
      date?.earliest ?? date?.latest ?? "9999",
      String(source).padStart(3, "0"),
      String(first?.start ?? 0).padStart(9, "0"),
      record.id,
    ].join(" ");
  };
  return records
    .map((record) => [key(record), record] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, record]) => record);
}

/**
 * The steps, in order; `since` says which release added an id, where one has it already. Each adds what it finds wrong; what depends on sound input waits until there
 * is no problem.
 */
export function compile(
  files: Files,
  version: string,
  released: string | null = null,
  since: Readonly<Record<string, string>> = {},
): Compiled {
  const problems: Problem[] = [];
  const { drafts, withdrawn } = shape(files, problems);
  const all = [...drafts.values()];
  const texts = pinnedTexts(
    files,
    all.filter((d) => d.kind === "source"),
    problems,
  );
  const seedFiles = [...files.keys()].filter((file) => /^seeds\/.*\.txt$/.test(file));
  const names = collectNames(drafts, texts, texts.size === seedFiles.length, problems);

  const proofs = new Map<string, Proof>();
  const records = new Map<string, Built>();
  const finished = (kind: (typeof kinds)[number]) => {
    for (const draft of all.filter((d) => d.kind === kind)) {
      const record = expand(draft, names.get(draft.id) ?? []);
      const proof =
        kind === "source" || kind === "topic"
          ? { evidence: [], outside: [], supports: new Map(), chosen: [] }
          : prove(draft, record, { drafts, texts, names, problems });
      proofs.set(draft.id, proof);
      checkAccounts(draft, record, drafts, problems);
      records.set(draft.id, arranged(derive(draft, record, proof, drafts, records, since[draft.id] ?? version, problems)));
    }
  };
  for (const kind of kinds) finished(kind);
  const coverage = cover(files, texts, proofs.values(), problems);
  if (problems.length > 0) return { problems: sorted(problems) };

  for (const record of records.values()) {
    const result = schemas[record.kind].safeParse(record);
    if (!result.success)
      throw new Error(`compile built a ${record.kind} that its own schema refuses, ${record.id}: ${result.error.message}`);
  }
  const sourceOrder = all.filter((d) => d.kind === "source").map((d) => d.id);
  const byKind = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      inOrder(
        [...records.values()].filter((r) => r.kind === kind),
        proofs,
        sourceOrder,
      ),
    ]),
  ) as unknown as Dataset["records"];
  const dataset: Dataset = { version, released, records: byKind, withdrawn, texts, proofs, coverage };
  return { problems: [], dataset, outputs: emit(dataset) };
}

/** Which codes of a statement an independent reading has too (readings/third). */
import type { Published, PublishedRecord } from "../draft.ts";
import { problem, startOf, type Files, type Problem } from "../problem.ts";

type Statement = Published["statement"];
type ConfirmedCode = Statement["confirmed"][number];

/** The codes of the reader for one statement: sets of terms and ids, sorted. */
type ReadCodes = Readonly<Record<string, readonly string[]>>;

/** The reader's codes by statement, as `npm run reliability` aligns them. */
export const alignedFile = "readings/third/aligned.json";

/** What the reader coded, by statement; nothing when there is no such reading. */
export function readAligned(files: Files, problems: Problem[]): ReadonlyMap<string, ReadCodes> {
  const bytes = files.get(alignedFile);
  if (bytes === undefined) return new Map();
  try {
    const read = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, ReadCodes>;
    return new Map(Object.entries(read));
  } catch (error) {
    const message = `${(error as Error).message}; run npm run reliability`;
    problems.push(problem(startOf(alignedFile), [], message));
    return new Map();
  }
}

/** The codes of a statement in the form in which the reader's are. */
function codesOf(statement: Statement): Readonly<Record<string, readonly string[]>> {
  const { speakers, mode, speechAct, occasion } = statement;
  const { topics, about, targets, addressees, citing } = statement;
  return {
    speakers: speakers.map(({ actor }) => actor),
    basis: speakers.map(({ basis }) => basis),
    mode: [mode],
    speechAct: [speechAct],
    topics,
    about,
    targets,
    addressees,
    citing,
    occasion: [occasion],
  };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  const [own, other] = [new Set(a), new Set(b)];
  return own.size === other.size && [...own].every((code) => other.has(code));
}

function confirmedOf(statement: Statement, read: ReadCodes | undefined): ConfirmedCode[] {
  if (read === undefined) return [];
  const codes = Object.entries(codesOf(statement));
  const shared = codes.filter(([name, own]) => isSame(own, read[name] ?? []));
  // the names of the codes are the terms of the vocabulary
  return ["claim", ...shared.map(([name]) => name as ConfirmedCode)];
}

/** The records, where each statement knows which of its codes the reader has too. */
export function deriveConfirmed(
  records: readonly PublishedRecord[],
  aligned: ReadonlyMap<string, ReadCodes>,
): PublishedRecord[] {
  return records.map((record) =>
    record.kind === "statement"
      ? { ...record, confirmed: confirmedOf(record, aligned.get(record.id)) }
      : record,
  );
}

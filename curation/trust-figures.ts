/** The figures of trust that `npm run reliability` computes from readings/. */
import { problem, startOf, type Files, type Problem } from "./problem.ts";

/** A number with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The answers to some pairs. */
export interface AnswerFigures {
  readonly of: string;
  readonly pairs: number;
  readonly yes: number;
  readonly no: number;
  readonly unclear: number;
  /** Of the pairs that the words settle, the share that they confirm. */
  readonly confirmed: Estimate | null;
}

/** How many claims or relations both readings found. */
export interface FoundFigures {
  readonly source: string;
  readonly records: number;
  readonly reader: number;
  readonly both: number;
  /** Of the records' claims, the share that the reader found too, and the other way round. */
  readonly recall: Estimate;
  readonly precision: Estimate;
}

export interface CodeFigures {
  readonly variable: string;
  readonly measure: string;
  readonly source: string;
  readonly claims: number;
  readonly same: Estimate;
  readonly alpha: Estimate | null;
}

export interface ReconstructionFigures {
  readonly source: string;
  readonly units: number;
  readonly held: number;
  readonly sentences: number;
  readonly inArticle: number;
  readonly recall: Estimate;
  readonly precision: Estimate;
}

export interface SlipFigures {
  readonly ground: string;
  readonly slip: string;
  readonly made: number;
  readonly survived: number;
}

/** How many changes of the code the unit tests noticed. */
export interface CodeChangeFigures {
  readonly group: string;
  readonly noticed: number;
  readonly survived: number;
  /** In percent. */
  readonly score: number;
}

/** A label-free test of the instructions. */
export interface CodebookTest {
  readonly test: string;
  readonly asked: number;
  readonly right: number;
  readonly share: Estimate;
}

/** What `npm run reliability` computes from readings/. */
export interface Reliability {
  readonly passages: {
    readonly all: AnswerFigures;
    readonly byField: readonly AnswerFigures[];
    readonly bySource: readonly AnswerFigures[];
    readonly afterChanges: AnswerFigures;
    readonly planted: {
      readonly pairs: number;
      readonly found: number;
      readonly share: Estimate;
      readonly byKind: readonly { kind: string; pairs: number; found: number }[];
    };
    readonly settled: { readonly changed: number; readonly kept: number };
  };
  readonly reading: {
    readonly claims: readonly FoundFigures[];
    readonly codes: readonly CodeFigures[];
    readonly relations: readonly FoundFigures[];
  };
  readonly codebook: readonly CodebookTest[];
  readonly reconstruction: readonly ReconstructionFigures[];
  readonly slips: readonly SlipFigures[];
  readonly code: readonly CodeChangeFigures[];
}

/** The file that compile reads. */
export const reliabilityFile = "readings/reliability.json";

/** The figures; undefined where nothing was measured. */
export function readReliability(files: Files, problems: Problem[]): Reliability | undefined {
  const bytes = files.get(reliabilityFile);
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Reliability;
  } catch (error) {
    const message = `${(error as Error).message}; run npm run reliability`;
    problems.push(problem(startOf(reliabilityFile), [], message));
    return undefined;
  }
}

/**
 * `npm run agreement:relations`: how far a blind second coder confirms the relations between claims
 * (readings/relations, kept as they were before anything was settled), and how many of the
 * published relations that coder has too, with the 95 % interval of Wilson.
 */
import { readFileSync } from "node:fs";
import { statements } from "baku-moscow";

interface Coded {
  readonly from: string;
  readonly to: string;
  readonly type: string;
}

function readCoding(name: string): Coded[] {
  return JSON.parse(readFileSync(`readings/relations/${name}.json`, "utf8")) as Coded[];
}

function pairOf({ from, to }: Coded): string {
  return `${from} ${to}`;
}

/** The relations of the one coding whose pair the other has, and those with the same type. */
function shared(one: readonly Coded[], other: readonly Coded[]) {
  const types = new Map(other.map((coded) => [pairOf(coded), coded.type]));
  const pairs = one.filter((coded) => types.has(pairOf(coded)));
  return { pairs: pairs.length, same: pairs.filter((c) => types.get(pairOf(c)) === c.type).length };
}

/** The 95 % interval of a share after Wilson, in whole per cent. */
function wilson(part: number, whole: number): string {
  const z = 1.96;
  const share = part / whole;
  const centre = share + z ** 2 / (2 * whole);
  const spread = z * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
  const [low, high] = [centre - spread, centre + spread].map((end) =>
    ((100 * end) / (1 + z ** 2 / whole)).toFixed(0),
  );
  return `${low!} to ${high!} %`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(0)} %`;
}

const [first, second] = [readCoding("first"), readCoding("second")];
const published = [...statements].flatMap(({ id, relations }) =>
  relations.map(({ type, statement }) => ({ from: id, to: statement, type })),
);
const before = shared(first, second);
const after = shared(published, second);
process.stdout.write(
  [
    `first coding ${first.length} relations, second ${second.length}, ` +
      `pairs in both ${before.pairs}`,
    `pairs of the first that the second has: ${percent(before.pairs, first.length)} ` +
      `(95 % interval ${wilson(before.pairs, first.length)}); same type in ` +
      `${before.same} of ${before.pairs}`,
    `published after settling: ${published.length} relations, of which the second has ` +
      `${after.pairs} (${percent(after.pairs, published.length)}, 95 % interval ` +
      `${wilson(after.pairs, published.length)}), ${after.same} with the same type`,
    "",
  ].join("\n"),
);

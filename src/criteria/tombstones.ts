/** Withdrawn ids, and where each leads. */
import type { Withdrawal } from "./fields.ts";

/** Withdrawn ids with what became of each. */
export type Withdrawals = Readonly<Record<string, Withdrawal>>;

/** What became of an id; undefined when it was not withdrawn. */
function withdrawalOf(id: string, withdrawals: Withdrawals): Withdrawal | undefined {
  // callers without types may ask for anything
  return typeof id === "string" && Object.hasOwn(withdrawals, id) ? withdrawals[id] : undefined;
}

/** What `find` has for an id or for its successor, through any number of withdrawals. */
export function followTombstones<Entry>(
  id: string,
  find: (id: string) => Entry | undefined,
  withdrawals: Withdrawals,
): Entry | undefined {
  const seen = new Set<string>();
  let current: string | undefined = id;
  while (current !== undefined && !seen.has(current)) {
    const found = find(current);
    if (found !== undefined) return found;
    seen.add(current);
    current = withdrawalOf(current, withdrawals)?.successor;
  }
  return undefined;
}

/** The id under which a record is known now: the same, or that of its successor. */
export function currentId(
  id: string,
  isKnown: (id: string) => boolean,
  withdrawals: Withdrawals = {},
): string | undefined {
  return followTombstones(id, (other) => (isKnown(other) ? other : undefined), withdrawals);
}

/** What became of an id, for a message; an empty string when it was not withdrawn. */
export function describeWithdrawal(id: string, withdrawals: Withdrawals = {}): string {
  const withdrawal = withdrawalOf(id, withdrawals);
  if (withdrawal === undefined) return "";
  const { withdrawnIn, reason, successor } = withdrawal;
  const instead = successor === undefined ? "" : `; its successor is "${successor}"`;
  return `"${id}" was withdrawn in version ${withdrawnIn}: ${reason}${instead}`;
}

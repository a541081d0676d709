/** A status of a document names the statement that says so, and who makes it. */
import type { Drafts, Published, PublishedRecord } from "../draft.ts";
import { problem, type Problem } from "../problem.ts";

type Agreement = Published["agreement"];
type Statement = Published["statement"];

function faultOf(by: string, statement: Statement, agreement: Agreement): string | undefined {
  const speakers = statement.speakers.map(({ actor }) => actor);
  if (!speakers.includes(by) && by !== statement.source)
    return `${by} does not make ${statement.id}; correct one of the two`;
  const isAbout = [agreement.id, ...agreement.refersTo].some((id) => statement.about.includes(id));
  return isAbout
    ? undefined
    : `${statement.id} is not about ${agreement.id}; correct the statement`;
}

export function checkStatuses(
  records: ReadonlyMap<string, PublishedRecord>,
  drafts: Drafts,
  problems: Problem[],
): void {
  for (const record of records.values()) {
    if (record.kind !== "agreement") continue;
    for (const [i, { value, by, statement: id }] of record.statuses.entries()) {
      const isSame = (one: Agreement["statuses"][number]) => one.value === value && one.by === by;
      const first = record.statuses.findIndex(isSame);
      const report = (message: string) => {
        const path = ["statuses", i];
        problems.push(problem(drafts.get(record.id)!.spot(path), path, message));
      };
      if (first < i)
        report(`${by} already says "${value}" in statuses.${first}; keep one of the two`);
      const statement = id === undefined ? undefined : records.get(id);
      // a reference to an unknown statement is reported as such
      if (statement?.kind !== "statement") continue;
      const fault = faultOf(by, statement, record);
      if (fault !== undefined) report(fault);
    }
  }
}

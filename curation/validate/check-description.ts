/** Checks data/dataset.yaml against the records. */
import type { Kind } from "../../src/schema/field.ts";
import { didYouMean } from "../../src/text/did-you-mean.ts";
import { fitsTarget, type Drafts } from "../draft.ts";
import { problem, type Path, type Problem } from "../problem.ts";
import type { Description } from "./dataset-notation.ts";

/** Reports sides that are no two countries, years out of order, and kinds that are there. */
export function checkDescription(
  { notation: { sides = [], without = [], years }, spot }: Description,
  drafts: Drafts,
  unreadKinds: ReadonlySet<Kind>,
  problems: Problem[],
): void {
  const report = (path: Path, message: string) => {
    problems.push(problem(spot(path), path, message));
  };
  const countries = [...drafts.values()].filter((draft) => fitsTarget(draft, "country"));
  const ids = countries.map(({ id }) => id);
  for (const [i, { country }] of sides.entries()) {
    const path = ["sides", i, "country"];
    if (!ids.includes(country) && !unreadKinds.has("place"))
      report(path, `no country "${country}"${didYouMean(country, ids)}`);
  }
  if (sides[0] !== undefined && sides[0].country === sides[1]?.country)
    report(["sides", 1, "country"], "is the first side as well; name two, or leave the sides out");
  if (years[1] !== undefined && years[1] < years[0]!)
    report(["years", 1], `is before ${years[0]}; write the first year first`);
  for (const [i, kind] of without.entries()) {
    const record = [...drafts.values()].find((draft) => draft.kind === kind);
    if (record !== undefined)
      report(["without", i], `"${record.id}" is a ${kind}; remove the record, or this kind here`);
  }
}

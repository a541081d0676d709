/**
 * Checks accounts: each names a field of the record, a value that the field could have, and whoever
 * gives it.
 */
import { bounds } from "../../src/dates/edtf.ts";
import { fieldsOf, type FieldDescription, type Shape } from "../../src/schema/describe.ts";
import { didYouMean } from "../../src/text/did-you-mean.ts";
import { isProvable, type Draft, type Drafts, type ProofNotation } from "../draft.ts";
import { problem, type Problem } from "../problem.ts";

/** One value of a field: of a list an item. */
function itemShape({ shape }: FieldDescription): Shape {
  return shape.type === "list" ? shape.of : shape;
}

/** Why a field cannot have a value; undefined when it can. */
function faultOfValue(field: FieldDescription, value: string, drafts: Drafts): string | undefined {
  const shape = itemShape(field);
  if (shape.type === "term" && !shape.terms.includes(value)) {
    const suggestion = didYouMean(value, shape.terms) || `: ${shape.terms.join(", ")}`;
    return `"${value}" is not one of the terms of ${field.name}${suggestion}`;
  }
  if (shape.type === "reference" && !drafts.has(value))
    return `no record "${value}"${didYouMean(value, drafts.keys())}`;
  if (field.criterion?.by !== "date") return undefined;
  try {
    bounds(value);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

type Account = NonNullable<ProofNotation["accounts"]>[number];

/** Why an account is not by whom it says; undefined when it may be. */
function faultOfBy({ by, page, quote, source }: Account, own: string | undefined, drafts: Drafts) {
  if (drafts.get(by)?.kind !== "source") return undefined;
  const rests = page ?? (quote === undefined ? undefined : (source ?? own));
  return rests === undefined || rests === by
    ? undefined
    : `the account of ${by} rests on ${rests}; an article or page gives its own account`;
}

/** Reports accounts of fields that do not exist, and accounts with impossible values. */
export function checkAccounts(draft: Draft, drafts: Drafts, problems: Problem[]): void {
  if (!isProvable(draft)) return;
  const fields = fieldsOf(draft.kind);
  const open = [...fields.values()].filter(({ ground }) => ground !== "none");
  for (const [i, account] of (draft.notation.accounts ?? []).entries()) {
    const report = (member: string, message: string) => {
      const path = ["accounts", i, member];
      problems.push(problem(draft.spot(path), path, message));
    };
    const field = open.find(({ name }) => name === account.field);
    if (field === undefined) {
      const suggestion = didYouMean(
        account.field,
        open.map(({ name }) => name),
      );
      report("field", `no field "${account.field}" on which accounts could differ${suggestion}`);
      continue;
    }
    const fault = faultOfValue(field, account.value, drafts);
    if (fault !== undefined) report("value", fault);
    const wrongBy = faultOfBy(account, draft.notation.source, drafts);
    if (wrongBy !== undefined) report("by", wrongBy);
  }
}

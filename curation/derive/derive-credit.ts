/** The credit line of a statement: who does what, on which day, and which outlet reports it. */
import { toDateText } from "../../src/dates/date-text.ts";
import { fieldsOf } from "../../src/schema/describe.ts";
import type { Drafts, Published } from "../draft.ts";

type Statement = Published["statement"];
type Credited = Pick<Statement, "speakers" | "citing" | "mode" | "speechAct" | "date" | "source">;

function labelOf(id: string, drafts: Drafts): string {
  const draft = drafts.get(id);
  return draft !== undefined && "label" in draft.notation ? draft.notation.label : id;
}

function outletOf(id: string, drafts: Drafts): string {
  const draft = drafts.get(id);
  return draft?.kind === "source" ? draft.notation.outlet : id;
}

/** Several names: "A", "A and B", "A, B and C". */
function joinNames(names: readonly string[]): string {
  const last = names.at(-1)!;
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function speakersText({ speakers }: Credited, drafts: Drafts): string {
  const names = speakers.map(({ actor, basis }) => {
    const label = labelOf(actor, drafts);
    return basis === "inferred-side" ? `${label}’s side [inferred]` : label;
  });
  const isJoint = speakers.length > 1 && speakers.some(({ basis }) => basis === "joint");
  return `${joinNames(names)}${isJoint ? " jointly" : ""}`;
}

/** Who makes the claim: the outlet itself, somebody who is not named, or the speakers. */
function creditedText(statement: Credited, drafts: Drafts): string {
  const { speakers, citing, mode, source } = statement;
  if (mode === "agency-narration") return `${outletOf(source, drafts)} itself`;
  if (speakers.length === 0) return "A speaker who is not named";
  const relayed = citing.map((id) => labelOf(id, drafts));
  const relay = relayed.length === 0 ? "" : `, citing ${joinNames(relayed)},`;
  return `${speakersText(statement, drafts)}${relay}`;
}

function verbOf({ speechAct, speakers }: Credited): string {
  const { shape } = fieldsOf("statement").get("speechAct")!;
  const term = shape.type === "term" ? shape.definitions[speechAct] : undefined;
  const [one, several] = term?.verb ?? [speechAct, speechAct];
  return speakers.length > 1 ? several : one;
}

/** "Sergey Lavrov states, 27 February 2023 (Vestnik Kavkaza)". */
export function deriveCredit(statement: Credited, drafts: Drafts): string {
  const { mode, date, source } = statement;
  const day = date === undefined ? "" : `, ${toDateText(date)}`;
  const outlet = mode === "agency-narration" ? "" : ` (${outletOf(source, drafts)})`;
  return `${creditedText(statement, drafts)} ${verbOf(statement)}${day}${outlet}`;
}

/** The CAMEO code and PLOVER class of a record: those of its term, or those a curator chose. */
import { fieldsOf, type Shape } from "../../src/schema/describe.ts";
import type { Crosswalk, Kind } from "../../src/schema/field.ts";
import type { EventCodeNotation, Published } from "../draft.ts";
import type { Expanded } from "../validate/expand.ts";

type EventCode = Published["statement"]["eventCode"];
interface WithCode {
  readonly eventCode?: EventCodeNotation;
}

/** CAMEO has no code for what was called off or moved. */
const noCode: EventCode = { cameo: "010", relation: "none" };

/** What a meeting or visit is coded as that is not, or not yet, held. */
const codeOfOccurrence: Readonly<Partial<Record<string, EventCode>>> = {
  planned: { cameo: "036", plover: "AGREE", relation: "exact" },
  declined: { cameo: "125", plover: "REJECT", relation: "close" },
  postponed: noCode,
  cancelled: noCode,
};

function definitionsOf(shape: Shape): Readonly<Record<string, { crosswalk?: Crosswalk }>> {
  if (shape.type === "list") return definitionsOf(shape.of);
  if (shape.type === "object")
    return definitionsOf(shape.members.find(({ name }) => name === "value")!.shape);
  return shape.type === "term" ? shape.definitions : {};
}

/** The codes of a term, the first where there are several; undefined for a term without. */
function codeOfTerm(kind: Kind, field: string, term: string): EventCode | undefined {
  const crosswalk = definitionsOf(fieldsOf(kind).get(field)!.shape)[term]?.crosswalk;
  if (crosswalk === undefined) return undefined;
  const plover = /^[A-Z]+/.exec(crosswalk.plover)?.[0];
  return {
    cameo: /^\d+/.exec(crosswalk.cameo)![0],
    ...(plover !== undefined && { plover }),
    relation: crosswalk.relation,
  };
}

/** The code without the reason, which is for the next curator. */
function chosenCode({ eventCode }: WithCode): EventCode | undefined {
  if (eventCode === undefined) return undefined;
  const { reason: _reason, ...code } = eventCode;
  return code;
}

export function codeOfStatement(statement: Expanded<"statement">): EventCode {
  return chosenCode(statement) ?? codeOfTerm("statement", "speechAct", statement.speechAct)!;
}

export function codeOfMeeting(meeting: Expanded<"meeting">): EventCode {
  return (
    chosenCode(meeting) ??
    codeOfOccurrence[meeting.occurrence] ??
    codeOfTerm("meeting", "format", meeting.format)!
  );
}

export function codeOfVisit(visit: Expanded<"visit">): EventCode {
  return (
    chosenCode(visit) ??
    codeOfOccurrence[visit.occurrence] ??
    codeOfTerm("visit", "type", visit.type)!
  );
}

/** The stage that fits best first: that it was signed is an act, that it is in force is none. */
const stages: readonly Published["agreement"]["statuses"][number]["value"][] = [
  "signed",
  "in-force",
  "ratified",
  "awaiting-ratification",
  "adopted",
  "approved",
  "reached",
  "under-implementation",
  "drafted",
  "under-negotiation",
  "proposed",
];

/** The code of the stage that fits best; none for a document without a status. */
export function codeOfAgreement(agreement: Expanded<"agreement">): EventCode | undefined {
  const values = new Set<string>(agreement.statuses.map(({ value }) => value));
  const stage = stages.find((one) => values.has(one));
  const ofStage = stage === undefined ? undefined : codeOfTerm("agreement", "statuses", stage);
  return chosenCode(agreement) ?? ofStage;
}

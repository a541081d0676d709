/** The credit line of a statement: who does what, on which day, and which outlet reports it. */
import { toDateText } from "../../src/dates/date-text.ts";
import { fieldsOf } from "../../src/schema/describe.ts";
import type { Drafts, Published } from "../draft.ts";
import { expandDate } from "../validate/expand.ts";

type Statement = Published["statement"];
interface Credited extends Pick<
  Statement,
  "citing" | "relayedBy" | "mode" | "speechAct" | "date" | "source"
> {
  readonly speakers: readonly Pick<Statement["speakers"][number], "actor" | "basis">[];
  /** Words of the article attribute the claim; otherwise its speaker is only inferred. */
  readonly isAttributed: boolean;
  /** It was passed on at some time up to the day, which is not known. */
  readonly isPassedOnLater: boolean;
}

function labelOf(id: string, drafts: Drafts): string {
  const draft = drafts.get(id);
  return draft !== undefined && "label" in draft.notation ? draft.notation.label : id;
}

/** The outlet of a source, with the body whose account it says that it repeats. */
function outletOf(id: string, drafts: Drafts): string {
  const draft = drafts.get(id);
  if (draft?.kind !== "source") return id;
  const { outlet, accordingTo } = draft.notation;
  if (accordingTo?.basis !== "cited" || accordingTo.actor === undefined) return outlet;
  const article = drafts.get(accordingTo.actor)?.kind === "organization" ? "the " : "";
  return `${outlet}, citing ${article}${labelOf(accordingTo.actor, drafts)}`;
}

/** The day on which it was said; of a relayed claim, the day on which it was passed on. */
function saidOn({ date, relayedBy }: Credited): { readonly edtf: string } | undefined {
  const latest = date?.latest;
  return relayedBy.length > 0 && typeof latest === "string" ? { edtf: latest } : date;
}

/**
 * When the outlet published it, if that is not the day on which it was said, and whether the day is
 * from another page.
 */
function publicationText(statement: Credited, drafts: Drafts): string {
  const { source, date } = statement;
  const draft = drafts.get(source);
  const written = draft?.kind === "source" ? draft.notation.published : undefined;
  const edtf = written === undefined ? undefined : expandDate(written).edtf;
  const isSameDay = edtf !== undefined && edtf === saidOn(statement)?.edtf;
  const published = edtf === undefined ? "undated" : `published ${toDateText({ edtf })}`;
  const day = date?.basis === "outside-research" ? "; day from another page" : "";
  return `${isSameDay ? "" : `, ${published}`}${day}`;
}

/** Several names: "A", "A and B", "A, B and C". */
function joinNames(names: readonly string[]): string {
  const last = names.at(-1)!;
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function speakersText({ speakers, isAttributed }: Credited, drafts: Drafts): string {
  const names = speakers.map(({ actor, basis }) => {
    const label = labelOf(actor, drafts);
    if (basis === "inferred-side") return `${label}’s side [inferred]`;
    if (basis === "other-page") return `${label} [by another page]`;
    return isAttributed ? label : `${label} [inferred]`;
  });
  const isJoint = speakers.length > 1 && speakers.some(({ basis }) => basis === "joint");
  return `${joinNames(names)}${isJoint ? " [both sides]" : ""}`;
}

/** Who makes the claim: somebody who is not named, or the speakers. */
function creditedText(statement: Credited, drafts: Drafts): string {
  const { speakers, citing } = statement;
  if (speakers.length === 0) return "A speaker who is not named";
  const relayed = citing.map((id) => labelOf(id, drafts));
  const relay = relayed.length === 0 ? "" : `, referring to ${joinNames(relayed)},`;
  return `${speakersText(statement, drafts)}${relay}`;
}

const relaying: Readonly<Record<Statement["relayedBy"][number]["stance"], string>> = {
  endorsed: "as relayed and endorsed by",
  reported: "as relayed by",
  rejected: "as relayed and rejected by",
};

/** How a claim is passed on: ", as relayed and rejected by Delta’s side [inferred]". */
function relayText({ relayedBy }: Credited, drafts: Drafts): string {
  const parts = relayedBy.map(({ actor, stance, in: statement }) => {
    const draft = drafts.get(statement);
    const speakers = draft?.kind === "statement" ? (draft.notation.speakers ?? []) : [];
    const isSide = speakers.some(
      (one) => typeof one === "object" && one.actor === actor && one.basis === "inferred-side",
    );
    const isAttributed = draft?.kind === "statement" && draft.notation.attribution !== undefined;
    const label = labelOf(actor, drafts);
    const who = isSide
      ? `${label}’s side [inferred]`
      : `${label}${isAttributed ? "" : " [inferred]"}`;
    return `, ${relaying[stance]} ${who}`;
  });
  return parts.join("");
}

/**
 * "states", or "says" with the act in brackets. A verb for each act would endorse it or turn it
 * around: what somebody "recalls" happened, and what he "denies" is not what follows.
 */
function sayingText({ speechAct, speakers }: Credited): string {
  const { shape } = fieldsOf("statement").get("speechAct")!;
  const noun = shape.type === "term" ? shape.definitions[speechAct]?.noun : undefined;
  const ending = speakers.length > 1 ? "" : "s";
  return noun === undefined ? `state${ending}` : `say${ending} [${noun}]`;
}

/**
 * "Alpha Ames states, 4 May 2021 (The Gazette)"; for the outlet's own voice "The Gazette reports,
 * 4 May 2021".
 */
export function deriveCredit(statement: Credited, drafts: Drafts): string {
  const { mode, source } = statement;
  const said = saidOn(statement);
  // a relayed claim is not dated: the day is that of whoever passes it on
  const relayed = statement.isPassedOnLater ? " by " : " on ";
  const before = statement.relayedBy.length > 0 ? relayed : ", ";
  const day = said === undefined ? "" : `${before}${toDateText(said)}`;
  const outlet = outletOf(source, drafts);
  if (mode === "agency-narration")
    return `${outlet}${outlet.includes(",") ? "," : ""} reports${day}`;
  const report = `${outlet}${publicationText(statement, drafts)}`;
  const saying = `${sayingText(statement)}${relayText(statement, drafts)}`;
  return `${creditedText(statement, drafts)} ${saying}${day} (${report})`;
}

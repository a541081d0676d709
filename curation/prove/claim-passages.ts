/**
 * The words of a statement, each for its purpose: the claim itself, the words that attribute it,
 * and the cue of its speech act. Checks that no passage mixes them.
 */
import type { DraftOf } from "../draft.ts";
import type { Passage } from "../locate/find-quote.ts";
import { markedStretches, type MarkedStretch } from "../locate/quotation-marks.ts";
import { occurrences } from "../locate/seed-text.ts";
import { problem, shorten, type Path, type Problem } from "../problem.ts";

/** The passages of a statement by their purpose. */
export interface ClaimWords {
  /** The curator gave attributing words, whether they were found or not. */
  readonly isAttributed: boolean;
  readonly claim: readonly Passage[];
  readonly attribution: readonly Passage[];
  /** Where the cue of the speech act is: an offset in its passage. */
  readonly cue?: { readonly passage: Passage; readonly start: number; readonly end: number };
}

type Report = (path: Path, message: string) => void;

function endOf({ start, exact }: Passage): number {
  return start + exact.length;
}

function overlaps(a: Passage, b: Passage): boolean {
  return a.start < endOf(b) && b.start < endOf(a);
}

function isWithin(passage: Passage, stretch: MarkedStretch): boolean {
  return stretch.start <= passage.start && endOf(passage) <= stretch.end;
}

/** Words of saying with their subject: they attribute a claim. */
const sayingWords =
  /(?<!\p{L})(?:he|she|they|it (?:is|was)|\p{Lu}\p{Ll}+|minister|diplomat|president|side|official)s? (?:also )?(?:sa(?:id|ys)|note[ds]|add(?:ed|s)|stress(?:ed|es)|emphasi[sz]e[ds]|state[ds]|recall(?:ed|s)|explain(?:ed|s)|reaffirm(?:ed|s)|reiterate[ds]|report(?:ed|s)|point(?:ed|s) out)(?!\p{L})/u;

/** The end of a sentence, when another one follows. */
const sentenceEnd = /[.!?]["”’]?\s+["“‘]?\p{Lu}/u;

/** Whether a passage holds a part of a stretch, and neither the whole of it nor nothing else. */
function cutsMarks(passage: Passage, stretch: MarkedStretch): boolean {
  const meets = passage.start < stretch.end && stretch.start < endOf(passage);
  const holds = passage.start <= stretch.start && stretch.end <= endOf(passage);
  return meets && !holds && !isWithin(passage, stretch);
}

/** A direct quotation holds words between marks only; any other claim is not all between marks. */
function checkMarks(
  words: ClaimWords,
  draft: DraftOf<"statement">,
  mode: string,
  report: Report,
): void {
  // the marks around a relayed claim may be those of whoever relays it
  const isRelayed = draft.notation.relayedBy !== undefined;
  for (const passage of words.claim) {
    const stretches = markedStretches(passage.text.text);
    const isMarked = stretches.some((stretch) => isWithin(passage, stretch));
    const quoted = `"${shorten(passage.exact)}"`;
    if (mode === "direct-quotation" && !isMarked)
      report(
        ["claim"],
        `${quoted} is not wholly between one pair of quotation marks of the text, as a ` +
          "direct-quotation must be; leave out the marks and the words outside them",
      );
    if (mode !== "direct-quotation" && isMarked && !isRelayed)
      report(
        ["claim"],
        `${quoted} stands wholly between quotation marks of the text, but the mode is ${mode}; ` +
          "write mode: direct-quotation, or quote the claim with the words around the marks",
      );
    if (mode !== "direct-quotation" && stretches.some((stretch) => cutsMarks(passage, stretch)))
      report(
        ["claim"],
        `${quoted} holds words of a quotation without the rest of it; quote it with both marks, ` +
          "or leave it out",
      );
  }
}

/** Words in marks within a claim in other words are listed, with whose words they are. */
function checkMarkedWords(
  words: ClaimWords,
  draft: DraftOf<"statement">,
  mode: string,
  report: Report,
): void {
  const marked = draft.notation.marked ?? [];
  if (mode === "direct-quotation") {
    if (marked.length > 0)
      report(["marked"], "all words of a direct quotation stand in marks; leave marked out");
    return;
  }
  // words that are not in the article are reported as such
  if (words.claim.length === 0) return;
  const inMarks = words.claim.flatMap((passage) =>
    markedStretches(passage.text.text)
      .filter(({ start, end }) => passage.start <= start && end <= endOf(passage))
      .map(({ start, end }) => passage.text.text.slice(start, end)),
  );
  for (const text of inMarks)
    if (!marked.some((one) => one.words === text))
      report(
        ["claim"],
        `"${shorten(text)}" stands in quotation marks; say whose words they are ` +
          "(marked: [{ words: …, as: speaker | another | distancing }])",
      );
  for (const [i, one] of marked.entries())
    if (!inMarks.includes(one.words))
      report(
        ["marked", i],
        `"${one.words}" does not stand in quotation marks within the claim; remove it, or quote ` +
          "the marks with the claim",
      );
  const hasOwnWords = marked.some(({ as }) => as === "speaker");
  if (hasOwnWords !== (mode === "partial-quotation"))
    report(
      ["mode"],
      "partial-quotation is for a claim with words in marks that are the speaker's own " +
        "(marked: … as: speaker), and for no other",
    );
}

/** A claim is words of one sentence, and holds no words that attribute it. */
function checkClaim({ claim, attribution }: ClaimWords, mode: string, report: Report): void {
  for (const [i, passage] of claim.entries()) {
    const next = claim[i + 1];
    const text = passage.text.text;
    if (next !== undefined && overlaps(passage, next))
      report(
        ["claim"],
        `"${shorten(passage.exact, 40)}" and "${shorten(next.exact, 40)}" share words; quote ` +
          "each word once",
      );
    if (next !== undefined && sentenceEnd.test(text.slice(endOf(passage) - 1, next.start + 1)))
      report(
        ["claim"],
        `the cut between "${shorten(passage.exact, 40)}" and "${shorten(next.exact, 40)}" passes ` +
          "the end of a sentence; a claim is words of one sentence, so that nobody is misquoted",
      );
    const sharesWords = attribution.some((other) => overlaps(passage, other));
    if (sharesWords)
      report(
        ["attribution"],
        "holds words of the claim; leave each word in one of the two, the attribution or the claim",
      );
    const saying = mode === "direct-quotation" ? null : sayingWords.exec(passage.exact);
    if (saying !== null && !sharesWords)
      report(
        ["claim"],
        `"${saying[0]}" attributes the claim; quote it as attribution, and the claim without it`,
      );
  }
}

/** Who makes a claim is shown by words that attribute it, or inferred with a reason. */
function checkAttribution(
  { attribution, isAttributed }: ClaimWords,
  draft: DraftOf<"statement">,
  mode: string,
  report: Report,
): void {
  const { speakers = [], evidence = [], meeting, occasion } = draft.notation;
  if (mode === "agency-narration") {
    const isElsewhere = meeting !== undefined || occasion !== "unspecified";
    if (speakers.length > 0 || attribution.length > 0 || isElsewhere)
      report(
        ["mode"],
        "the outlet's own narration has no speaker, attribution or meeting, and its occasion is " +
          "unspecified; what it tells about stands in about",
      );
    return;
  }
  const isInferred = evidence.some(
    (item) =>
      (item.because !== undefined || item.page !== undefined) &&
      [item.for].flat().some((name) => name.startsWith("speakers")),
  );
  const isOpen = evidence.some(({ for: names }) => [names].flat().includes("speakers"));
  const why = isOpen ? ", and the evidence for speakers has no because" : "";
  if (!isAttributed && !isInferred)
    report(
      ["claim"],
      `no words attribute it${why}; ` +
        "quote them (attribution: …), or say why it is the speaker's " +
        "(evidence: [{ for: speakers, quote: …, because: … }])",
    );
}

function findCue(
  { claim, attribution, isAttributed }: ClaimWords,
  cue: string | undefined,
  report: Report,
): ClaimWords["cue"] {
  // words that are not in the article are reported as such
  const isFound = claim.length > 0 && (!isAttributed || attribution.length > 0);
  if (cue === undefined || !isFound) return undefined;
  const found = [...attribution, ...claim].flatMap((passage) =>
    occurrences(passage.exact, cue).map((start) => ({ passage, start, end: start + cue.length })),
  );
  if (found.length === 1) return found[0];
  const count = found.length === 0 ? "not" : `${found.length} times`;
  report(
    ["cue"],
    `"${cue}" is ${count} in the words of the claim or of its attribution; copy words from one ` +
      "of the two that stand there once, or leave the cue out",
  );
  return undefined;
}

/** A list has several items and says what they are. */
function checkItems({ notation }: DraftOf<"statement">, report: Report): void {
  const { items = [], itemsAre } = notation;
  if (items.length === 1) report(["items"], "one item is no list; remove items and itemsAre");
  if (items.length > 1 && itemsAre === undefined)
    report(["items"], "say what the items are (itemsAre: …)");
  if (items.length === 0 && itemsAre !== undefined)
    report(["itemsAre"], "there are no items; list them (items: …), or remove itemsAre");
}

/** Checks the words of a statement and finds its cue. */
export function checkClaimWords(
  draft: DraftOf<"statement">,
  found: ClaimWords,
  problems: Problem[],
): ClaimWords {
  // a curator may give the words in any order; they are read in the order of the article
  const words = { ...found, claim: [...found.claim].sort((a, b) => a.start - b.start) };
  const report: Report = (path, message) => {
    problems.push(problem(draft.spot(path), path, message));
  };
  const { mode, cue, targets = [], about = [] } = draft.notation;
  checkMarks(words, draft, mode, report);
  checkMarkedWords(words, draft, mode, report);
  checkClaim(words, mode, report);
  checkAttribution(words, draft, mode, report);
  for (const [i, target] of targets.entries())
    if (!about.includes(target))
      report(
        ["targets", i],
        `${target} is not in about; add it there, because a claim is about its targets`,
      );
  checkItems(draft, report);
  const foundCue = findCue(words, cue, report);
  return { ...words, ...(foundCue && { cue: foundCue }) };
}

/** Which articles and pages tell of a meeting, and whose accounts they are. */
import { countryOf, type Drafts, type Published, type PublishedRecord } from "../draft.ts";

type Meeting = Published["meeting"];
type Readout = Meeting["readouts"][number];

function readoutOf(source: string, drafts: Drafts): Readout {
  const draft = drafts.get(source);
  const isSource = draft?.kind === "source";
  const actor = isSource ? draft.notation.accordingTo?.actor : undefined;
  const held = isSource && draft.notation.role === "seed";
  return { source, ...(actor !== undefined && { actor }), held };
}

/** The sources of each meeting's statements. */
function sourcesOfStatements(records: readonly PublishedRecord[]): Map<string, Set<string>> {
  const sources = new Map<string, Set<string>>();
  for (const record of records) {
    if (record.kind !== "statement") continue;
    // narration tells of the meeting; a mention in a claim is no account of it
    const isNarration = record.mode === "agency-narration";
    const meetings = isNarration ? record.about : [record.meeting ?? []].flat();
    for (const meeting of meetings)
      sources.set(meeting, (sources.get(meeting) ?? new Set()).add(record.source));
  }
  return sources;
}

/** A meeting with its readouts: articles that the dataset holds first, then pages. */
function withReadouts(meeting: Meeting, told: ReadonlySet<string>, drafts: Drafts): Meeting {
  const own = [...meeting.evidence, ...meeting.outside].map(({ source }) => source);
  const readouts = [...new Set([...told, ...own])].map((source) => readoutOf(source, drafts));
  const heldSides = readouts
    .filter(({ source, held }) => held && told.has(source))
    .flatMap(({ actor }) => (actor === undefined ? [] : [actor, countryOf(actor, drafts)]));
  return {
    ...meeting,
    readouts: [...readouts.filter(({ held }) => held), ...readouts.filter(({ held }) => !held)],
    withoutReadout: meeting.sides.filter((side) => !heldSides.includes(side)),
  };
}

/** The records, where each meeting knows its readouts. */
export function deriveReadouts(
  records: readonly PublishedRecord[],
  drafts: Drafts,
): PublishedRecord[] {
  const told = sourcesOfStatements(records);
  return records.map((record) =>
    record.kind === "meeting"
      ? withReadouts(record, told.get(record.id) ?? new Set(), drafts)
      : record,
  );
}

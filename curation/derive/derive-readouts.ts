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
    const meetings = record.meeting === undefined ? record.about : [record.meeting];
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
    .filter(({ held }) => held)
    .flatMap(({ actor }) => (actor === undefined ? [] : (countryOf(actor, drafts) ?? [])));
  const states = meeting.sides.filter((side) => countryOf(side, drafts) === side);
  return {
    ...meeting,
    readouts: [...readouts.filter(({ held }) => held), ...readouts.filter(({ held }) => !held)],
    withoutReadout: states.filter((side) => !heldSides.includes(side)),
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

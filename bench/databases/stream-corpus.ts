/**
 * A synthetic corpus that is made while it is read, so that its size is not limited by memory. It
 * has the frequencies of ../corpus.ts; statements come in the order of their days.
 */
import type { KindRecords, ExportData } from "../../src/command/export-data.ts";
import { dyadColumns, toMetaTable } from "../../src/command/export-data.ts";
import type { Item } from "../../src/criteria/condition.ts";
import { withDescendants } from "../../src/criteria/hierarchy.ts";
import type { Kind } from "../../src/generated/types.ts";
import { allKindTables } from "../../src/sql/sql-schema.ts";
import { toColumnName } from "../../src/sql/sql-text.ts";
import { pickFrom, toRandom, toZipfPicker, type Random } from "../random.ts";

const days = 3650;
const dayInMs = 86_400_000;
const statementsPerMeeting = 10;
const statementsPerSource = 50;

const modes = ["reported-speech", "direct-quotation", "unattributed-report", "agency-narration"];
const speechActs = ["assert", "praise", "recall", "urge", "announce", "accuse", "welcome"];
const letters = "abcdefghijklmnoprstuvz";

function toIds(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}-${i}`);
}

const countries = toIds("country", 20);
const cities = toIds("place", 300);
export const people = toIds("person", 200);
export const topics = toIds("topic", 60);
const agreements = toIds("agreement", 400);

function countryOf(city: string): string {
  return countries[cities.indexOf(city) % countries.length]!;
}

function dateAt(share: number): object {
  const time = Date.UTC(2015, 0, 1) + Math.floor(share * days) * dayInMs;
  const day = new Date(time).toISOString().slice(0, 10);
  return { edtf: day, earliest: day, latest: day, basis: "stated" };
}

/** The place of a meeting: the same each time, though nothing is kept. */
function placeOfMeeting(meeting: number): string {
  return toZipfPicker(cities, toRandom(meeting + 1))();
}

/** Up to `most` different items. */
function pickSome(pick: () => string, most: number, random: Random): string[] {
  return [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, pick))];
}

function* meetingRecords(count: number): Generator<Item> {
  for (let i = 0; i < count; i++)
    yield {
      kind: "meeting",
      id: `meeting-${i}`,
      label: `meeting-${i}`,
      date: dateAt(i / count),
      place: { place: placeOfMeeting(i), precision: "city" },
    };
}

function* statementRecords(size: number): Generator<Item> {
  const random = toRandom(1);
  const words = Array.from({ length: 2000 }, () =>
    Array.from({ length: 8 }, () => pickFrom([...letters], random)).join(""),
  );
  const word = toZipfPicker(words, random);
  const speaker = toZipfPicker(people, random);
  const topic = toZipfPicker(topics, random);
  const agreement = toZipfPicker(agreements, random);
  const mode = toZipfPicker(modes, random);
  const act = toZipfPicker(speechActs, random);
  let place = "";
  for (let i = 0; i < size; i++) {
    const meeting = Math.floor(i / statementsPerMeeting);
    if (i % statementsPerMeeting === 0) place = placeOfMeeting(meeting);
    const gist = Array.from({ length: 20 + Math.floor(random() * 21) }, word).join(" ");
    yield {
      kind: "statement",
      id: `statement-${i}`,
      label: `Somebody says: ${gist}`,
      gist,
      source: `source-${Math.floor(i / statementsPerSource)}`,
      meeting: `meeting-${meeting}`,
      mode: mode(),
      speechAct: act(),
      speakers: pickSome(speaker, 2, random).map((actor) => ({ actor, basis: "named" })),
      topics: pickSome(topic, 3, random),
      about: pickSome(agreement, 2, random),
      date: dateAt(meeting / Math.ceil(size / statementsPerMeeting)),
      place,
      country: countryOf(place),
    };
  }
}

function plain(kind: Kind, ids: readonly string[], more: (id: string) => object = () => ({})) {
  return ids.map((id): Item => ({ kind, id, label: id, ...more(id) }));
}

/** The records of each kind, made anew each time that they are read. */
function recordsByKind(size: number): Partial<Record<Kind, () => Iterable<Item>>> {
  const sources = Math.ceil(size / statementsPerSource);
  return {
    source: () => plain("source", toIds("source", sources)),
    person: () => plain("person", people),
    place: () => [
      ...plain("place", countries, () => ({ type: "country" })),
      ...plain("place", cities, (id) => ({ type: "city", country: countryOf(id) })),
    ],
    topic: () => plain("topic", topics),
    meeting: () => meetingRecords(Math.ceil(size / statementsPerMeeting)),
    statement: () => statementRecords(size),
    agreement: () => plain("agreement", agreements),
  };
}

/** A corpus of so many statements, to be exported. */
export function streamCorpus(size: number): ExportData {
  const made = recordsByKind(size);
  const counts: Partial<Record<Kind, number>> = {
    source: Math.ceil(size / statementsPerSource),
    person: people.length,
    place: countries.length + cities.length,
    topic: topics.length,
    meeting: Math.ceil(size / statementsPerMeeting),
    statement: size,
    agreement: agreements.length,
  };
  const kinds = allKindTables.map((table): KindRecords => ({
    table,
    count: counts[table.kind] ?? 0,
    records: { [Symbol.iterator]: () => (made[table.kind]?.() ?? [])[Symbol.iterator]() },
  }));
  const below = withDescendants(Object.fromEntries(cities.map((city) => [city, countryOf(city)])));
  return {
    ...{ title: "Synthetic corpus", version: "0.0.0", kinds },
    below: {
      columns: ["above", "id"],
      rows: Object.entries(below).flatMap(([above, ids]) => ids.map((id) => [above, id])),
    },
    dyads: { columns: dyadColumns.map(toColumnName), rows: [] },
    meta: toMetaTable(kinds, {}, "0.0.0"),
  };
}

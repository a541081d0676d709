/** A synthetic corpus of statements, with the records that they refer to. */
import { pickFrom, toRandom, toZipfPicker, type Random } from "./random.ts";

interface Entity {
  readonly id: string;
  readonly label: string;
}

interface City extends Entity {
  readonly country: string;
}

interface CorpusDate {
  readonly edtf: string;
  readonly earliest: string;
  readonly latest: string;
  readonly basis: "stated";
}

export interface CorpusStatement extends Entity {
  readonly kind: "statement";
  readonly gist: string;
  readonly source: string;
  readonly meeting: string;
  readonly mode: string;
  readonly speechAct: string;
  readonly speakers: readonly { readonly actor: string; readonly basis: "named" }[];
  readonly topics: readonly string[];
  readonly about: readonly string[];
  readonly date: CorpusDate;
  readonly place: string;
  readonly country: string;
}

interface Meeting extends Entity {
  readonly date: CorpusDate;
  readonly place: City;
}

export interface Corpus {
  /** The vocabulary, the most frequent word first. */
  readonly words: readonly string[];
  readonly data: {
    readonly statements: readonly CorpusStatement[];
    readonly people: readonly Entity[];
    readonly topics: readonly Entity[];
    readonly agreements: readonly Entity[];
    readonly sources: readonly Entity[];
    readonly places: readonly Entity[];
    readonly meetings: readonly Entity[];
  };
}

const letters = "abcdefghijklmnoprstuvz";
const vocabularySize = 20_000;
const dayInMs = 86_400_000;

const modes = [
  "reported-speech",
  "direct-quotation",
  "unattributed-report",
  "agency-narration",
  "partial-quotation",
];
const speechActs = [
  "assert",
  "praise",
  "recall",
  "urge",
  "announce",
  "commit",
  "accuse",
  "welcome",
  "express-hope",
  "propose",
];

/** Every variant of a word with two of its letters masked. */
function maskTwoLetters(word: string): string[] {
  const masked: string[] = [];
  for (let i = 0; i < word.length; i++)
    for (let j = i + 1; j < word.length; j++)
      masked.push(`${word.slice(0, i)}_${word.slice(i + 1, j)}_${word.slice(j + 1)}`);
  return masked;
}

/**
 * Words of eight letters. Any two differ in at least three letters, so that a word with one typing
 * error is similar to one word only.
 */
function toVocabulary(random: Random): string[] {
  const words: string[] = [];
  const taken = new Set<string>();
  while (words.length < vocabularySize) {
    const word = Array.from({ length: 8 }, () => pickFrom([...letters], random)).join("");
    const masked = maskTwoLetters(word);
    if (masked.some((mask) => taken.has(mask))) continue;
    for (const mask of masked) taken.add(mask);
    words.push(word);
  }
  return words;
}

function toEntities(prefix: string, count: number): Entity[] {
  return Array.from({ length: Math.floor(count) }, (_, i) => ({
    id: `${prefix}-${i}`,
    label: `${prefix}-${i}`,
  }));
}

function toDate(day: string): CorpusDate {
  return { edtf: day, earliest: day, latest: day, basis: "stated" };
}

function randomDay(random: Random): string {
  const time = Date.UTC(2015, 0, 1) + Math.floor(random() * 3650) * dayInMs;
  return new Date(time).toISOString().slice(0, 10);
}

/** Up to `most` different items. */
function pickSome<Item>(pick: () => Item, most: number, random: Random): Item[] {
  return [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, pick))];
}

interface Entities {
  readonly people: readonly Entity[];
  readonly topics: readonly Entity[];
  readonly agreements: readonly Entity[];
  readonly sources: readonly Entity[];
  readonly meetings: readonly Meeting[];
  readonly words: readonly string[];
}

function toStatements(size: number, entities: Entities, random: Random): CorpusStatement[] {
  const { sources, meetings } = entities;
  const speaker = toZipfPicker(entities.people, random);
  const topic = toZipfPicker(entities.topics, random);
  const agreement = toZipfPicker(entities.agreements, random);
  const word = toZipfPicker(entities.words, random);
  const mode = toZipfPicker(modes, random);
  const act = toZipfPicker(speechActs, random);
  const statements = Array.from({ length: size }, (_, i): CorpusStatement => {
    const meeting = pickFrom(meetings, random);
    const gist = Array.from({ length: 20 + Math.floor(random() * 41) }, word).join(" ");
    return {
      kind: "statement",
      id: `statement-${i}`,
      label: gist,
      gist,
      source: sources[i % sources.length]!.id,
      meeting: meeting.id,
      mode: mode(),
      speechAct: act(),
      speakers: pickSome(speaker, 2, random).map(({ id }) => ({ actor: id, basis: "named" })),
      topics: pickSome(topic, 3, random).map(({ id }) => id),
      about: pickSome(agreement, 2, random).map(({ id }) => id),
      date: meeting.date,
      place: meeting.place.id,
      country: meeting.place.country,
    };
  });
  return statements.sort((a, b) => Date.parse(a.date.earliest) - Date.parse(b.date.earliest));
}

function withKind(kind: string, entities: readonly Entity[]): Entity[] {
  return entities.map((entity) => ({ kind, ...entity }));
}

/** A corpus of so many statements. */
export function generateCorpus(size: number, seed = 1): Corpus {
  const random = toRandom(seed);
  const words = toVocabulary(random);
  const countries = toEntities("country", 20);
  const cities = toEntities("place", 300).map((city, i): City => ({
    ...city,
    country: countries[i % countries.length]!.id,
  }));
  const people = toEntities("person", 200);
  const topics = toEntities("topic", 60);
  const agreements = toEntities("agreement", 400);
  const sources = toEntities("source", Math.max(5, size / 50));
  const city = toZipfPicker(cities, random);
  const meetings = toEntities("meeting", Math.max(5, size / 10)).map((meeting): Meeting => ({
    ...meeting,
    date: toDate(randomDay(random)),
    place: city(),
  }));
  const entities = { people, topics, agreements, sources, meetings, words };
  return {
    words,
    data: {
      statements: toStatements(size, entities, random),
      people: withKind("person", people),
      topics: withKind("topic", topics).map((topic) => ({ ...topic, definition: topic.id })),
      agreements: withKind("agreement", agreements),
      sources: withKind("source", sources).map((source) => ({
        ...source,
        outlet: source.id,
        title: source.id,
      })),
      places: [
        ...withKind("place", countries).map((place) => ({ ...place, type: "country" })),
        ...withKind("place", cities).map((place) => ({ ...place, type: "city" })),
      ],
      meetings: meetings.map(({ place, ...meeting }) => ({
        kind: "meeting",
        ...meeting,
        place: { place: place.id, precision: "city" },
      })),
    },
  };
}

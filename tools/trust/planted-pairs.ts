/** Pairs that are false on purpose. They measure the reader who judges the others. */
import { readFileSync } from "node:fs";
import { organizations, places, statements, type Statement } from "baku-moscow";
import { fieldsOf } from "../../src/schema/describe.ts";
import { gistPair, saysOf, toPair, valuePair, type Pair } from "./passage-pairs.ts";

/** A false pair, and what was done to make it so. */
export interface PlantedPair extends Pair {
  readonly planted: string;
}

/** A gist that a person altered: readings/passages/altered-gists.json. */
interface AlteredGist {
  readonly statement: string;
  readonly kind: string;
  readonly gist: string;
}

/** For each act one that the codebook rules out for the same words. */
const otherActs: Readonly<Record<string, string>> = {
  assert: "announce",
  praise: "express-doubt",
  recall: "announce",
  urge: "report-outcome",
  accuse: "express-hope",
  deny: "propose",
  commit: "report-outcome",
  announce: "recall",
  "express-readiness": "commit",
  "express-hope": "commit",
  propose: "recall",
};

const otherModes: Readonly<Record<string, string>> = {
  "direct-quotation": "agency-narration",
  "reported-speech": "direct-quotation",
  "agency-narration": "reported-speech",
  "unattributed-report": "direct-quotation",
};

/** Subjects of few words, which cannot be meant where those words are missing. */
const narrowTopics: readonly (readonly [topic: string, words: RegExp])[] = [
  ["mines", /mine/i],
  ["air-links", /flight|citizen|visit/i],
  ["information-security", /security|information/i],
  ["environment-natural-resources", /environment|resource|ecolog|natural/i],
  ["delimitation", /border|delimit|commission/i],
  ["rail", /rail|transport|project|construction/i],
];

const list: readonly Statement[] = [...statements];

function plant(pair: Omit<Pair, "id"> | undefined, planted: string): PlantedPair[] {
  return pair === undefined ? [] : [{ ...toPair(pair), planted }];
}

function alteredGists(): PlantedPair[] {
  const text = readFileSync("readings/passages/altered-gists.json", "utf8");
  const altered = JSON.parse(text) as AlteredGist[];
  return altered.flatMap(({ statement, kind, gist }) => {
    const known = list.find(({ id }) => id === statement);
    return known === undefined ? [] : plant(gistPair(known, gist), kind);
  });
}

/** Every `step`th statement with the gist of the claim after the next one of the same article. */
function gistsOfOthers(step: number): PlantedPair[] {
  return list.flatMap((statement, i) => {
    const other = list[i + 2];
    const isSame = other?.source === statement.source && other.gist !== statement.gist;
    return i % step === 0 && isSame ? plant(gistPair(statement, other.gist), "other-claim") : [];
  });
}

/** The pair of a statement's value with another value in its place. */
function withOther(statement: Statement, pointer: string, value: string, planted: string) {
  const pair = valuePair(statement, pointer);
  const field = fieldsOf("statement").get(pointer.split("/")[1]!)!;
  return plant(pair && { ...pair, says: saysOf(value, field) }, planted);
}

function otherTerms(step: number): PlantedPair[] {
  return list.flatMap((statement, i) => {
    const act = otherActs[statement.speechAct];
    const mode = otherModes[statement.mode];
    if (i % step === 1 && act) return withOther(statement, "/speechAct", act, "other-act");
    return i % step === 4 && mode ? withOther(statement, "/mode", mode, "other-mode") : [];
  });
}

/** A topic that the words of a statement cannot mean. */
function otherTopic({ gist, evidence }: Statement, i: number): string {
  const words = [gist, ...evidence.map(({ quote }) => quote.exact)].join(" ");
  const others = narrowTopics.filter(([, needed]) => !needed.test(words));
  return others[i % others.length]![0];
}

/** States and organizations that no word of a statement names. */
function otherActor(statement: Statement, i: number): string | undefined {
  const named = JSON.stringify(statement);
  const countries = [...places].filter(({ type }) => type === "country");
  const actors = [...countries, ...organizations].filter(
    ({ id, names }) => !named.includes(id) && !names.some(({ text }) => named.includes(text)),
  );
  return actors[(i * 5) % actors.length]?.id;
}

function otherReferences(step: number): PlantedPair[] {
  return list.flatMap((statement, i) => {
    const actor = otherActor(statement, i);
    if (i % step === 2)
      return withOther(statement, "/topics/0", otherTopic(statement, i), "other-topic");
    if (actor === undefined) return [];
    if (i % step === 3) return withOther(statement, "/about/0", actor, "other-entity");
    const speaker = statement.speakers[0];
    return i % step === 5 && speaker
      ? withOther(statement, "/speakers/0", actor, "other-speaker")
      : [];
  });
}

/** All false pairs. */
export function plantedPairs(): PlantedPair[] {
  const all = [...alteredGists(), ...gistsOfOthers(10), ...otherTerms(12), ...otherReferences(12)];
  return [...new Map(all.map((pair) => [pair.id, pair])).values()];
}

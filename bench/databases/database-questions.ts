/** The workloads of the benchmark as criteria, so that memory and databases are asked the same. */
import type { OwnCriteria } from "../../src/own.ts";
import type { StatementCriteria } from "../../src/types.ts";
import { pickFrom, toRandom } from "../random.ts";
import { people, topics } from "./stream-corpus.ts";

/** What a collection and a table of a database can both be asked. */
export interface Asked {
  where(criteria: OwnCriteria<StatementCriteria>, options?: object): unknown;
  count(criteria: OwnCriteria<StatementCriteria>): unknown;
  countBy(): unknown;
}

/** One question. */
export type Question = (asked: Asked) => unknown;

/** What each workload asks. */
export const databaseWorkloads = {
  W1: "by id, as a criterion",
  W2: "a speaker and a topic: how many",
  W3: "a country and a month: the first 20",
  W4: "two topics in a year: the first 20",
  W5: "number by month and topic",
  W6: "a topic and the meeting's place: the first 20",
  W9: "a topic: the newest 20",
} as const;

export type DatabaseWorkload = keyof typeof databaseWorkloads;

const page = { limit: 20 };

/** So many questions of each workload; their parameters are as frequent as in the corpus. */
export function toQuestions(size: number, count: number): Record<DatabaseWorkload, Question[]> {
  const random = toRandom(2);
  const repeat = (make: () => Question) => Array.from({ length: count }, make);
  // the first ones are the most frequent: a third of the questions asks for common values
  const common = <Item>(list: readonly Item[]) =>
    pickFrom(random() < 0.33 ? list.slice(0, 3) : list, random);
  const year = () => String(2015 + Math.floor(random() * 10));
  const month = () => `${year()}-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}`;
  const country = () => `country-${Math.floor(random() * 20)}`;
  const place = () => `place-${Math.floor(random() * random() * 300)}`;
  return {
    W1: repeat(() => {
      const id = `statement-${Math.floor(random() * size)}`;
      return (asked) => asked.where({ id });
    }),
    W2: repeat(() => {
      const criteria = { speakers: common(people), topics: common(topics) };
      return (asked) => asked.count(criteria);
    }),
    W3: repeat(() => {
      const criteria = { country: country(), date: month() };
      return (asked) => asked.where(criteria, page);
    }),
    W4: repeat(() => {
      const criteria = { topics: { all: [common(topics), common(topics)] }, date: year() };
      return (asked) => asked.where(criteria, page);
    }),
    W5: [(asked) => asked.countBy()],
    W6: repeat(() => {
      const criteria = { topics: common(topics), place: place() };
      return (asked) => asked.where(criteria, page);
    }),
    W9: repeat(() => {
      const criteria = { topics: common(topics) };
      return (asked) => asked.where(criteria, { ...page, order: "newest" });
    }),
  };
}

import { DuckDBInstance, type Connection } from "@duckdb/node-api";
import type { Contender, OpenContender } from "../contender.ts";
import type { CorpusStatement } from "../corpus.ts";

const tables = [
  `create table statement (
     n integer primary key, id text unique, date text, place text, country text
   )`,
  "create table speaker (actor text, n integer)",
  "create table topic (topic text, n integer)",
];

async function insertAll(db: Connection, statements: readonly CorpusStatement[]): Promise<void> {
  for (const sql of tables) await db.run(sql);
  const statement = await db.createAppender("statement");
  const speaker = await db.createAppender("speaker");
  const topic = await db.createAppender("topic");
  for (const [n, { id, date, place, country, speakers, topics }] of statements.entries()) {
    statement.appendInteger(n);
    for (const text of [id, date.earliest, place, country]) statement.appendVarchar(text);
    statement.endRow();
    for (const { actor } of speakers) {
      speaker.appendVarchar(actor);
      speaker.appendInteger(n);
      speaker.endRow();
    }
    for (const one of topics) {
      topic.appendVarchar(one);
      topic.appendInteger(n);
      topic.endRow();
    }
  }
  for (const appender of [statement, speaker, topic]) appender.closeSync();
}

type Rows = unknown[][];

async function prepare(
  db: Connection,
  sql: string,
): Promise<(...values: string[]) => Promise<Rows>> {
  const prepared = await db.prepare(sql);
  return async (...values) => {
    prepared.bind(values);
    return (await prepared.runAndReadAll()).getRows();
  };
}

export const open: OpenContender = async ({ statements }) => {
  const db = await (await DuckDBInstance.create()).connect();
  await insertAll(db, statements);
  const byId = await prepare(db, "select id from statement where id = $1");
  const bySpeaker = await prepare(
    db,
    `select s.id from speaker a join topic t using (n) join statement s using (n)
     where a.actor = $1 and t.topic = $2 order by n`,
  );
  const byCountry = await prepare(
    db,
    "select id from statement where country = $1 and date >= $2 and date < $3 order by n",
  );
  const byTwoTopics = await prepare(
    db,
    `select s.id from topic a join topic b using (n) join statement s using (n)
     where a.topic = $1 and b.topic = $2 and s.date >= $3 and s.date < $4 order by n limit 20`,
  );
  const counts = await prepare(
    db,
    `select substr(s.date, 1, 7) || ' ' || t.topic, count(*)::integer
     from topic t join statement s using (n) group by 1`,
  );
  const ofTopic = "select s.id from topic t join statement s using (n) where t.topic = $1";
  const byPlace = await prepare(db, `${ofTopic} and s.place = $2 order by n`);
  const newest = await prepare(db, `${ofTopic} order by s.date desc, n limit 20`);
  const contender: Contender<Rows> = {
    answer: {
      W1: ({ id }) => byId(id),
      W2: ({ speaker, topic }) => bySpeaker(speaker, topic),
      W3a: ({ country, month }) => byCountry(country, month, `${month}~`),
      W3b: ({ country, year }) => byCountry(country, year, `${year}~`),
      W4: ({ topics, year }) => byTwoTopics(...topics, year, `${year}~`),
      W5: () => counts(),
      W6: ({ topic, place }) => byPlace(topic, place),
      W9: ({ topic }) => newest(topic),
    },
    toIds: (rows) => rows.map(([id]) => id as string),
    toCounts: (rows) => new Map(rows as [string, number][]),
  };
  return contender;
};

/**
 * SQLite with an index for each column and FTS5. With `composite` it also has the index that is
 * ideal for each query: for W4, W6 and W9, date and place are next to the topic.
 */
import Database, { type Db } from "better-sqlite3";
import type { Contender, OpenContender } from "../contender.ts";
import type { CorpusStatement } from "../corpus.ts";

const tables = `
  create table statement (
    n integer primary key, id text unique, date text, mode text, act text, meeting text,
    place text, country text
  );
  create table speaker (n integer, actor text, primary key (n, actor)) without rowid;
  create virtual table words using fts5 (gist, content='', tokenize='unicode61');
`;
const plainTopics =
  "create table topic (n integer, topic text, primary key (n, topic)) without rowid";
const compositeTopics = `
  create table topic (
    n integer, topic text, date text, place text, primary key (n, topic)
  ) without rowid
`;
const compositeIndexes = `
  create index topic_place on topic (topic, place, n);
  create index topic_date on topic (topic, date desc, n);
  create index country_date on statement (country, date)
`;

function insertAll(db: Db, statements: readonly CorpusStatement[], composite: boolean): void {
  const statement = db.prepare("insert into statement values (?, ?, ?, ?, ?, ?, ?, ?)");
  const speaker = db.prepare("insert into speaker (actor, n) values (?, ?)");
  const topic = db.prepare(
    composite
      ? "insert into topic (topic, n, date, place) values (?, ?, ?, ?)"
      : "insert into topic (topic, n) values (?, ?)",
  );
  const words = db.prepare("insert into words (rowid, gist) values (?, ?)");
  db.transaction(() => {
    for (const [n, s] of statements.entries()) {
      const { earliest } = s.date;
      statement.run(n, s.id, earliest, s.mode, s.speechAct, s.meeting, s.place, s.country);
      for (const { actor } of s.speakers) speaker.run(actor, n);
      for (const id of s.topics) topic.run(id, n, ...(composite ? [earliest, s.place] : []));
      words.run(n, s.gist);
    }
  })();
}

function createIndexes(db: Db, composite: boolean): void {
  for (const column of ["date", "mode", "act", "meeting", "place", "country"])
    db.exec(`create index by_${column} on statement (${column})`);
  db.exec("create index by_actor on speaker (actor); create index by_topic on topic (topic)");
  if (composite) db.exec(compositeIndexes);
  db.exec("analyze; insert into words (words) values ('optimize')");
}

type Rows = (...values: (string | number)[]) => unknown[];

/** The queries, prepared. `own` is the table that has the date and the place of a topic. */
function prepareQueries(db: Db, own: "s" | "t"): Readonly<Record<string, Rows>> {
  const prepare = (sql: string): Rows => {
    const prepared = db.prepare(sql).pluck();
    return (...values) => prepared.all(...values);
  };
  const ofTopic = "from topic t join statement s using (n) where t.topic = ?";
  return {
    byId: prepare("select id from statement where id = ?"),
    bySpeaker: prepare(
      `select s.id from speaker a join topic t using (n) join statement s using (n)
       where a.actor = ? and t.topic = ? order by n`,
    ),
    byCountry: prepare(
      "select id from statement where country = ? and date >= ? and date < ? order by n",
    ),
    byTwoTopics: prepare(
      `select s.id from topic t join topic b using (n) join statement s using (n)
       where t.topic = ? and b.topic = ? and ${own}.date >= ? and ${own}.date < ?
       order by n limit 20`,
    ),
    byPlace: prepare(`select s.id ${ofTopic} and ${own}.place = ? order by n`),
    byWords: prepare(
      `select s.id from words join statement s on s.n = words.rowid
       where words match ? order by rank limit ?`,
    ),
    newest: prepare(`select s.id ${ofTopic} order by ${own}.date desc, n limit 20`),
  };
}

export const open: OpenContender = ({ statements }, { composite = false }) => {
  const db = new Database(":memory:");
  db.exec(tables);
  db.exec(composite ? compositeTopics : plainTopics);
  insertAll(db, statements, composite);
  createIndexes(db, composite);
  const query = prepareQueries(db, composite ? "t" : "s");
  const counts = db
    .prepare(
      `select substr(s.date, 1, 7) || ' ' || t.topic, count(*)
       from topic t join statement s using (n) group by 1`,
    )
    .raw();
  const contender: Contender = {
    answer: {
      W1: ({ id }) => query.byId!(id),
      W2: ({ speaker, topic }) => query.bySpeaker!(speaker, topic),
      W3a: ({ country, month }) => query.byCountry!(country, month, `${month}~`),
      W3b: ({ country, year }) => query.byCountry!(country, year, `${year}~`),
      W4: ({ topics, year }) => query.byTwoTopics!(...topics, year, `${year}~`),
      W5: () => counts.all(),
      W6: ({ topic, place }) => query.byPlace!(topic, place),
      W7: ({ words }, limit) => query.byWords!(words.join(" "), limit),
      W8a: ({ prefix }, limit) => query.byWords!(`${prefix}*`, limit),
      W9: ({ topic }) => query.newest!(topic),
    },
    toIds: (ids) => ids as string[],
    toCounts: (rows) => new Map(rows as [string, number][]),
  };
  return contender;
};

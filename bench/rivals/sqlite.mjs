import Database from "better-sqlite3";

/** An index a column, and FTS5; `composite`: also the one index that each question would wish for, for W4, W6 and W9 with day and place beside the topic. */
export function open({ data: { statements } }, { composite = false } = {}) {
  const db = new Database(":memory:");
  db.exec(`create table statement (n integer primary key, id text unique, date text, mode text, act text, meeting text, place text, country text);
    create table speaker (n integer, actor text, primary key (n, actor)) without rowid;
    create table topic (n integer, topic text${composite ? ", date text, place text" : ""}, primary key (n, topic)) without rowid;
    create virtual table words using fts5 (gist, content='', tokenize='unicode61');`);
  const [s, a, t, w] = [
    "insert into statement values (?, ?, ?, ?, ?, ?, ?, ?)",
    "insert into speaker (actor, n) values (?, ?)",
    composite ? "insert into topic (topic, n, date, place) values (?, ?, ?, ?)" : "insert into topic (topic, n) values (?, ?)",
    "insert into words (rowid, gist) values (?, ?)",
  ].map((sql) => db.prepare(sql));
  db.transaction(() => {
    for (const [n, x] of statements.entries()) {
      s.run(n, x.id, x.date.earliest, x.mode, x.speechAct, x.meeting, x.place, x.country);
      for (const { actor } of x.speakers) a.run(actor, n);
      for (const topic of x.topics) t.run(topic, n, ...(composite ? [x.date.earliest, x.place] : []));
      w.run(n, x.gist);
    }
  })();
  for (const column of ["date", "mode", "act", "meeting", "place", "country"]) db.exec(`create index by_${column} on statement (${column})`);
  db.exec("create index by_actor on speaker (actor); create index by_topic on topic (topic)");
  if (composite)
    db.exec(`create index topic_place on topic (topic, place, n); create index topic_date on topic (topic, date desc, n);
      create index country_date on statement (country, date)`);
  db.exec("analyze; insert into words (words) values ('optimize')");
  const ask = (sql) => {
    const statement = db.prepare(sql).pluck();
    return (...values) => statement.all(...values);
  };
  const w1 = ask("select id from statement where id = ?");
  const w2 = ask("select s.id from speaker a join topic t using (n) join statement s using (n) where a.actor = ? and t.topic = ? order by n");
  const w3 = ask("select id from statement where country = ? and date >= ? and date < ? order by n");
  const own = composite ? "t" : "s"; // where the day and the place of a topic stand
  const w4 = ask(`select s.id from topic t join topic b using (n) join statement s using (n) where t.topic = ? and b.topic = ? and ${own}.date >= ? and ${own}.date < ? order by n limit 20`);
  const w5 = db.prepare("select substr(s.date, 1, 7) || ' ' || t.topic, count(*) from topic t join statement s using (n) group by 1").raw();
  const w6 = ask(`select s.id from topic t join statement s using (n) where t.topic = ? and ${own}.place = ? order by n`);
  const w7 = ask("select s.id from words join statement s on s.n = words.rowid where words match ? order by rank limit ?");
  const w9 = ask(`select s.id from topic t join statement s using (n) where t.topic = ? order by ${own}.date desc, n limit 20`);
  return {
    W1: ({ id }) => w1(id),
    W2: ({ speaker, topic }) => w2(speaker, topic),
    W3a: ({ country, month }) => w3(country, month, `${month}~`),
    W3b: ({ country, year }) => w3(country, year, `${year}~`),
    W4: ({ topics, year }) => w4(...topics, year, `${year}~`),
    W5: () => w5.all(),
    table: (rows) => new Map(rows),
    W6: ({ topic, place }) => w6(topic, place),
    W7: ({ words }, limit = 10) => w7(words.join(" "), limit),
    W8a: ({ prefix }, limit = 10) => w7(`${prefix}*`, limit),
    W9: ({ topic }) => w9(topic),
  };
}

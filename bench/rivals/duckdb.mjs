import { DuckDBInstance } from "@duckdb/node-api";

export async function open({ data: { statements } }) {
  const instance = await DuckDBInstance.create();
  const db = await instance.connect();
  await db.run("create table statement (n integer primary key, id text unique, date text, place text, country text)");
  await db.run("create table speaker (actor text, n integer)");
  await db.run("create table topic (topic text, n integer)");
  const [s, a, t] = await Promise.all(["statement", "speaker", "topic"].map((table) => db.createAppender(table)));
  for (const [n, x] of statements.entries()) {
    s.appendInteger(n);
    for (const text of [x.id, x.date.earliest, x.place, x.country]) s.appendVarchar(text);
    s.endRow();
    for (const { actor } of x.speakers) (a.appendVarchar(actor), a.appendInteger(n), a.endRow());
    for (const topic of x.topics) (t.appendVarchar(topic), t.appendInteger(n), t.endRow());
  }
  for (const appender of [s, a, t]) appender.closeSync();
  const ask = async (sql) => {
    const prepared = await db.prepare(sql);
    return async (...values) => {
      prepared.bind(values);
      return (await prepared.runAndReadAll()).getRows();
    };
  };
  const first = (rows) => rows.map(([id]) => id);
  const w1 = await ask("select id from statement where id = $1");
  const w2 = await ask("select s.id from speaker a join topic t using (n) join statement s using (n) where a.actor = $1 and t.topic = $2 order by n");
  const w3 = await ask("select id from statement where country = $1 and date >= $2 and date < $3 order by n");
  const w4 = await ask("select s.id from topic a join topic b using (n) join statement s using (n) where a.topic = $1 and b.topic = $2 and s.date >= $3 and s.date < $4 order by n limit 20");
  const w5 = await ask("select substr(s.date, 1, 7) || ' ' || t.topic, count(*)::integer from topic t join statement s using (n) group by 1");
  const w6 = await ask("select s.id from topic t join statement s using (n) where t.topic = $1 and s.place = $2 order by n");
  const w9 = await ask("select s.id from topic t join statement s using (n) where t.topic = $1 order by s.date desc, n limit 20");
  return {
    W1: async ({ id }) => first(await w1(id)),
    W2: async ({ speaker, topic }) => first(await w2(speaker, topic)),
    W3a: async ({ country, month }) => first(await w3(country, month, `${month}~`)),
    W3b: async ({ country, year }) => first(await w3(country, year, `${year}~`)),
    W4: async ({ topics, year }) => first(await w4(...topics, year, `${year}~`)),
    W5: () => w5(),
    table: (rows) => new Map(rows),
    W6: async ({ topic, place }) => first(await w6(topic, place)),
    W9: async ({ topic }) => first(await w9(topic)),
  };
}

/** Who speaks about what: statements by speaker and topic, for the README. */
import type { Dataset } from "../dataset.ts";
import { escape, round, toSvg } from "./svg.ts";

const width = 1216;

export function emitSpeakersByTopic({ records }: Dataset): string {
  const top = records.topic.filter((topic) => topic.broader === undefined);
  const above = new Map(records.topic.map((topic) => [topic.id, (topic.broader as string | undefined) ?? topic.id]));
  const spoken = records.statement.map((statement) => ({
    who: (statement.speakers as { actor: string }[]).map(({ actor }) => actor),
    topics: new Set((statement.topics as string[]).map((topic) => above.get(topic)!)),
  }));
  const people = new Map([...records.person, ...records.place].map((record) => [record.id, String(record.label)]));
  const speakers = [...new Set(spoken.flatMap(({ who }) => who))]
    .map((id) => ({ id, count: spoken.filter(({ who }) => who.includes(id)).length }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  const columns = [...speakers.map(({ id }) => ({ id: id, label: people.get(id) ?? id })), { id: null, label: "nobody named" }];
  const rows = top
    .map((topic) => ({ topic, count: spoken.filter(({ topics }) => topics.has(topic.id)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.topic.id < b.topic.id ? -1 : 1));
  const side = (id: string | null) => {
    const person = records.person.find((record) => record.id === id);
    const country = person ? person.country : id;
    return country === "azerbaijan" ? "az" : country === "russia" ? "ru" : "press";
  };
  const [first, step, top0, line] = [300, Math.floor((width - 320) / columns.length), 56, 30];
  let body = "";
  columns.forEach(({ id, label }, i) => {
    body += `<text x="${first + i * step + step / 2}" y="24" text-anchor="middle">${escape(label)}</text><text class="soft" x="${first + i * step + step / 2}" y="40" text-anchor="middle">${{ az: "AZ", ru: "RU", press: "–" }[side(id)]}</text>\n`;
  });
  rows.forEach(({ topic, count }, r) => {
    const cy = top0 + r * line + line / 2;
    body += `<text x="16" y="${cy + 4}">${escape(String(topic.label ?? topic.id))}</text><text class="soft" x="${first - 20}" y="${cy + 4}" text-anchor="end">${count}</text><line class="rule" x1="16" x2="${width - 16}" y1="${cy + line / 2}" y2="${cy + line / 2}"/>\n`;
    columns.forEach(({ id }, i) => {
      const n = spoken.filter(({ who, topics }) => topics.has(topic.id) && (id === null ? who.length === 0 : who.includes(id))).length;
      if (n === 0) return;
      const cx = first + i * step + step / 2;
      body += `<circle class="${side(id)}" cx="${round(cx - 14)}" cy="${cy}" r="${round(2.2 * Math.sqrt(n))}"/><text x="${cx + 4}" y="${cy + 4}">${n}</text>\n`;
    });
  });
  const height = top0 + rows.length * line + 40;
  body += `<text class="soft" x="16" y="${height - 14}">Statements by speaker and topic; one with several topics counts in each. Armenia is spoken about in these articles and never quoted.</text>\n`;
  return toSvg({
    width,
    height,
    title: "Who speaks about what",
    description: `Statements of ${speakers.length} speakers by ${rows.length} topics; the most frequent topic is ${String(rows[0]!.topic.label ?? rows[0]!.topic.id).toLowerCase()}, with ${rows[0]!.count} statements.`,
    body,
  });
}

export function open({ data: { statements } }) {
  const has = (topic) => (s) => s.topics.includes(topic);
  const byDay = (a, b) => (a.date.earliest > b.date.earliest ? -1 : a.date.earliest < b.date.earliest ? 1 : 0);
  const holding = (test) => statements.filter((s) => test(s.gist.split(" ")));
  return {
    W1: ({ id }) => [statements.find((s) => s.id === id)],
    W2: ({ speaker, topic }) => statements.filter((s) => s.speakers.some((x) => x.actor === speaker) && s.topics.includes(topic)),
    W3a: ({ country, month }) => statements.filter((s) => s.country === country && s.date.earliest.startsWith(month)),
    W3b: ({ country, year }) => statements.filter((s) => s.country === country && s.date.earliest.startsWith(year)),
    W4: ({ topics, year }) => statements.filter((s) => topics.every((t) => s.topics.includes(t)) && s.date.earliest.startsWith(year)).slice(0, 20),
    W5: () => {
      const counts = new Map();
      for (const s of statements)
        for (const topic of s.topics) {
          const key = `${s.date.earliest.slice(0, 7)} ${topic}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
      return counts;
    },
    idOf: (found) => found.id,
    table: (counts) => counts,
    W6: ({ topic, place }) => statements.filter((s) => s.place === place && s.topics.includes(topic)),
    W7: ({ words }, limit = 10) => holding((own) => words.every((w) => own.includes(w))).slice(0, limit),
    W8a: ({ prefix }, limit = 10) => holding((own) => own.some((w) => w.startsWith(prefix))).slice(0, limit),
    W9: ({ topic }) => statements.filter(has(topic)).sort(byDay).slice(0, 20),
  };
}

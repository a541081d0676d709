/** A made-up corpus from a seed: what is frequent is very frequent (Zipf), and no word is like another. */

/** Numbers from 0 up to 1 that look random, from a seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Picks from a list so that the k-th is k times rarer than the first. */
function zipf(list, next) {
  const sums = [];
  let sum = 0;
  for (let k = 1; k <= list.length; k++) sums.push((sum += 1 / k));
  return () => {
    const at = next() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle] < at) low = middle + 1;
      else high = middle;
    }
    return list[low];
  };
}

/** Words of eight letters, of which any two differ in three letters at least: one typing error leads to one word. */
function vocabulary(count, next) {
  const letters = "abcdefghijklmnoprstuvz";
  const words = [];
  const near = new Set();
  const masked = (word) => {
    const out = [];
    for (let i = 0; i < word.length; i++)
      for (let j = i + 1; j < word.length; j++) out.push(`${word.slice(0, i)}_${word.slice(i + 1, j)}_${word.slice(j + 1)}`);
    return out;
  };
  while (words.length < count) {
    const word = Array.from({ length: 8 }, () => letters[Math.floor(next() * letters.length)]).join("");
    const marks = masked(word);
    if (marks.some((mark) => near.has(mark))) continue;
    for (const mark of marks) near.add(mark);
    words.push(word);
  }
  return words;
}

const names = (letter, count) => Array.from({ length: count }, (_, i) => `${letter}-${i}`);
const day = (next) => {
  const at = new Date(Date.UTC(2015, 0, 1) + Math.floor(next() * 3650) * 86400000);
  return at.toISOString().slice(0, 10);
};

/** A corpus of statements with the records that they refer to. */
export function generate(size, seed = 1) {
  const next = random(seed);
  const words = vocabulary(20000, next);
  const countries = names("country", 20).map((id) => ({ kind: "place", id, label: id, type: "country" }));
  const places = names("place", 300).map((id, i) => ({ kind: "place", id, label: id, type: "city", country: countries[i % 20].id }));
  const people = names("person", 200).map((id) => ({ kind: "person", id, label: id }));
  const topics = names("topic", 60).map((id) => ({ kind: "topic", id, label: id, definition: id }));
  const agreements = names("agreement", 400).map((id) => ({ kind: "agreement", id, label: id }));
  const sources = names("source", Math.max(5, size / 50)).map((id) => ({ kind: "source", id, label: id, outlet: id, title: id }));
  const pickPlace = zipf(places, next);
  const meetings = names("meeting", Math.max(5, size / 10)).map((id) => ({ kind: "meeting", id, label: id, date: day(next), place: pickPlace() }));
  const [speaker, topic, agreement, word] = [people, topics, agreements, words].map((list) => zipf(list, next));
  const modes = ["reported-speech", "direct-quotation", "unattributed-report", "agency-narration", "partial-quotation"];
  const acts = ["assert", "praise", "recall", "urge", "announce", "commit", "accuse", "welcome", "express-hope", "propose"];
  const [mode, act] = [modes, acts].map((list) => zipf(list, next));
  const some = (pick, most) => [...new Set(Array.from({ length: 1 + Math.floor(next() * most) }, pick))];
  const statements = Array.from({ length: size }, (_, i) => {
    const meeting = meetings[Math.floor(next() * meetings.length)];
    const gist = Array.from({ length: 20 + Math.floor(next() * 41) }, word).join(" ");
    return {
      kind: "statement",
      id: `statement-${i}`,
      label: gist,
      gist,
      source: sources[i % sources.length].id,
      meeting: meeting.id,
      mode: mode(),
      speechAct: act(),
      speakers: some(speaker, 2).map(({ id }) => ({ actor: id, basis: "named" })),
      topics: some(topic, 3).map(({ id }) => id),
      about: some(agreement, 2).map(({ id }) => id),
      date: { edtf: meeting.date, earliest: meeting.date, latest: meeting.date, basis: "stated" },
      place: meeting.place.id,
      country: meeting.place.country,
    };
  });
  statements.sort((a, b) => (a.date.earliest < b.date.earliest ? -1 : a.date.earliest > b.date.earliest ? 1 : 0));
  return {
    words,
    data: {
      statements,
      people,
      topics,
      agreements,
      sources,
      places: [...countries, ...places],
      meetings: meetings.map(({ date, place, ...rest }) => ({ ...rest, date: { edtf: date, earliest: date, latest: date, basis: "stated" }, place: { place: place.id, precision: "city" } })),
    },
  };
}

/** Questions of each sort, with parameters as frequent as they are in the corpus. */
export function questions({ words, data }, count, seed = 2) {
  const next = random(seed);
  const { statements } = data;
  const any = () => statements[Math.floor(next() * statements.length)];
  const pool = (make) => Array.from({ length: count }, make);
  const of = (list) => list[Math.floor(next() * list.length)];
  const month = (statement) => statement.date.earliest.slice(0, 7);
  const two = (list) => {
    const a = of(list);
    const b = of(list.filter((x) => x !== a));
    return b === undefined ? undefined : [a, b];
  };
  const twice = () => {
    for (;;) {
      const found = two(any().topics);
      if (found) return found;
    }
  };
  // words of the middle: neither in nearly every text nor in hardly any
  const rank = new Map(words.map((word, i) => [word, i]));
  const middling = (text) => text.split(" ").filter((word) => rank.get(word) >= 100 && rank.get(word) < 5000);
  const pair = () => {
    for (;;) {
      const found = two([...new Set(middling(any().gist))]);
      if (found) return found;
    }
  };
  const slip = (word) => {
    const at = 1 + Math.floor(next() * 6);
    return `${word.slice(0, at)}w${word.slice(at + 1)}`;
  };
  return {
    W1: pool(() => ({ id: any().id })),
    W2: pool(() => { const s = any(); return { speaker: of(s.speakers).actor, topic: of(s.topics) }; }),
    W3a: pool(() => { const s = any(); return { country: s.country, month: month(s) }; }),
    W3b: pool(() => { const s = any(); return { country: s.country, year: month(s).slice(0, 4) }; }),
    W4: pool(() => { const topics = twice(); return { topics, year: String(2015 + Math.floor(next() * 10)) }; }),
    W5: [{}],
    W6: pool(() => { const s = any(); return { topic: of(s.topics), place: s.place }; }),
    W7: pool(() => ({ words: pair() })),
    W8a: pool(() => ({ prefix: pair()[0].slice(0, 6) })),
    W8b: pool(() => ({ slip: slip(pair()[0]) })),
    W9: pool(() => ({ topic: of(any().topics) })),
  };
}

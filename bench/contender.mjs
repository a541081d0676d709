/**
 * One contender in a process of its own, so that it pays neither for what others leave to be collected nor for what an engine learnt
 * from their calls. run.mjs starts it as `contender.mjs <module> <size> <options>` and tells it what to do; it answers each message.
 */
import { performance } from "node:perf_hooks";
import { generate, questions } from "./generate.mjs";

const [module, size, options] = process.argv.slice(2);
const { open } = await import(`./rivals/${module}.mjs`);
const corpus = generate(Number(size));
const asked = questions(corpus, 40);
const opening = performance.now();
const answers = await open(corpus, JSON.parse(options));
const ready = performance.now() - opening;

/** The last answer, so that none is left out for want of a reader. */
let last;
/** Asks each question of a list, `times` times over; in no async function, whose loops are slow by themselves. */
function ask(answer, some, times) {
  for (let again = 0; again < times; again++) for (let i = 0; i < some.length; i++) last = answer(some[i]);
}
/** The same for a contender whose answers have to be waited for. */
async function askAndWait(answer, some, times) {
  for (let again = 0; again < times; again++) for (let i = 0; i < some.length; i++) last = await answer(some[i]);
}

const tasks = {
  /** What it answers to the first questions, in one form for all contenders: ids, or numbers by name. */
  async answer({ w, pool, limit }) {
    const all = [];
    for (const parameters of asked[w].slice(0, pool)) {
      const found = await answers[w](parameters, limit);
      if (w === "W5") all.push([...answers.table(found)].map(([name, count]) => `${name}: ${count}`).sort());
      else all.push(answers.idOf ? found.map(answers.idOf) : found);
    }
    return all;
  },
  /** Asks all questions in turn for so many milliseconds. Milliseconds a question, when it was fastest. */
  async warm({ w, ms }) {
    const begun = performance.now();
    let fastest = Infinity;
    while (performance.now() - begun < ms) fastest = Math.min(fastest, await tasks.round({ w, pool: asked[w].length, times: 1 }));
    return fastest;
  },
  /** Asks the first questions so many times over. Milliseconds a question. */
  async round({ w, pool, times }) {
    const some = asked[w].slice(0, pool);
    const first = answers[w](some[0]);
    const waits = first instanceof Promise;
    await first;
    const begun = performance.now();
    if (waits) await askAndWait(answers[w], some, times);
    else ask(answers[w], some, times);
    return (performance.now() - begun) / some.length / times;
  },
};

process.on("message", async ({ task, ...rest }) => process.send(await tasks[task](rest)));
process.on("disconnect", () => process.exit());
process.send({ ready, able: Object.keys(answers).filter((w) => w in asked) });

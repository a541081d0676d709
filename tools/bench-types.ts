/**
 * `npm run bench:types`: what a typed look-up costs the compiler of a user. The counts are exact.
 */
import { costOf } from "./consumer.ts";

const programs: Readonly<Record<string, string>> = {
  "one look-up, subpath of its kind": `import { statements } from "baku-moscow/statements";
export const gist: string = statements.get("kavkaza-135-flights-a-week").gist;
`,
  "one look-up, main entry": `import { people } from "baku-moscow";
export const label: string = people.get("sergey-lavrov").label;
`,
  criteria: `import { statements } from "baku-moscow";
export const found = statements.where({
  speakers: "sergey-lavrov",
  about: ["osce"],
  date: { from: "2022-06" },
});
`,
};

for (const [name, program] of Object.entries(programs)) {
  const { types, instantiations } = costOf(program);
  console.log(`${name}: ${types} types, ${instantiations} instantiations beyond an empty file`);
}

/** `npm run bench:types`: what one typed look-up costs a consumer's compiler. The counts are exact; test/consumer.test.ts holds their bars. */
import { cost } from "./consumer.ts";

const lookUps = {
  "one look-up, its kind's subpath":
    'import { statements } from "baku-moscow/statements";\nexport const gist: string = statements.get("kavkaza-135-flights-a-week").gist;\n',
  "one look-up, main entry": 'import { people } from "baku-moscow";\nexport const label: string = people.get("sergey-lavrov").label;\n',
  criteria:
    'import { statements } from "baku-moscow";\nexport const found = statements.where({ speakers: "sergey-lavrov", about: ["osce"], date: { from: "2022-06" } });\n',
};
for (const [name, code] of Object.entries(lookUps)) {
  const { types, instantiations } = cost(code);
  console.log(`${name}: ${types} types, ${instantiations} instantiations beyond an empty file (bar: 50 instantiations for a look-up)`);
}

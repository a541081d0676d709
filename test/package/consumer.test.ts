import { expect, test } from "vitest";
import { compileInProject, costOf } from "../../tools/consumer.ts";
import { statements } from "../../src/index.ts";

const tour = `
import { agreements, countBy, evidenceOf, meetings, people } from "baku-moscow";
import { related, statements, toPredicate, type Statement } from "baku-moscow";
import { topics } from "baku-moscow/topics";
import { search } from "baku-moscow/search";
import { toCollections } from "baku-moscow/own";
type IsAny<T> = 0 extends 1 & T ? true : false;
const no = <T extends false>(): T | undefined => undefined;
const declaration = agreements.get("declaration-on-allied-interaction");
const maybe = statements.get("" as string);
const asked = { speakers: "sergey-lavrov", topics: { not: "economy" }, date: "2022" } as const;
const found: Statement[] = statements.where(asked, { order: "newest" });
const speakers = related(meetings.get("aliyev-lavrov-2023-baku")).people;
const hits = search("trade", { in: statements, where: { mode: "direct-quotation" } });
const mine = toCollections({ statements: [{ id: "x", gist: "y" }] });
export const kept = [
  no<IsAny<typeof declaration>>(),
  no<IsAny<typeof maybe>>(),
  no<IsAny<(typeof found)[number]["speakers"][number]["actor"]>>(),
  no<IsAny<(typeof speakers)[number]>>(),
  no<IsAny<(typeof hits)[number]["record"]>>(),
  no<IsAny<ReturnType<typeof mine.statements.get>>>(),
  no<IsAny<typeof topics>>(),
];
export const gist: string | undefined = mine.statements.get("x")?.gist;
type Cells = readonly { readonly count: number }[];
export const cells: Cells = countBy(statements, ["speakers", "month"]).cells;
export const words: string | undefined = evidenceOf(declaration, "parties")[0]?.quote;
const id: string = "";
export const label = statements.has(id) ? statements.get(id).label : "";
export const russian = [...people].filter(toPredicate(people, { country: "russia" }));
// @ts-expect-error a typo
statements.get("kavkaza-136-flights-a-week");
// @ts-expect-error an unknown field
countBy(statements, "speaker");
// @ts-expect-error an unknown term
search("x", { in: statements, where: { mode: "quoted" } });
// @ts-expect-error may be undefined
maybe.gist;
// @ts-expect-error frozen
declaration.label = "x";
`;

test.each(["nodenext", "bundler"] as const)(
  "the strict compiler of a user reports no error under %s, library types included",
  (resolution) => {
    expect(compileInProject(tour, resolution, false).errors).toBe("");
  },
);

test(
  "one look-up costs at most 50 instantiations, and 300 types at 60 records, 2 more for " +
    "each further one",
  () => {
    const { types, instantiations } = costOf(
      'import { statements } from "baku-moscow/statements";\nexport const gist: string = ' +
        'statements.get("kavkaza-135-flights-a-week").gist;\n',
    );
    expect(instantiations).toBeLessThanOrEqual(50);
    expect(types).toBeLessThanOrEqual(300 + 2 * Math.max(0, statements.size - 60));
  },
);

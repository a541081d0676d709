/** The README's tour as a program that fails when an answer differs. */
import { readExamples, splitImports, toAssertion } from "../../doc-examples.ts";

const same = `const same = (is: unknown, should: unknown) => {
  const [left, right] = [JSON.stringify(is), JSON.stringify(should)];
  if (left !== right) throw new Error(left + " is not " + right);
};`;

export function toTour(root: string): string {
  const [tour] = readExamples(`${root}/README.md`);
  const { imports, body } = splitImports(tour!);
  const lines = body.map((line) =>
    toAssertion(line).replace(/expect\((.*)\)\.toEqual\((.*)\);$/, "same($1, $2);"),
  );
  return [...imports, same, ...lines, ""].join("\n");
}

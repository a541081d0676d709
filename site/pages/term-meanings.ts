/** What each term of a coded field means, in the words of the codebook. */
import { readFileSync } from "node:fs";

/** The codebook, as far as it is needed here. */
interface Shape {
  readonly type: string;
  readonly of?: Shape;
  readonly members?: readonly { readonly name: string; readonly shape: Shape }[];
  readonly definitions?: Readonly<Record<string, { readonly means: string }>>;
}
interface KindDescription {
  readonly kind: string;
  readonly fields: readonly {
    readonly name: string;
    readonly ground: string;
    readonly shape: Shape;
  }[];
}

const file = new URL("../../dist/codebook.json", import.meta.url);
const codebook = JSON.parse(readFileSync(file, "utf8")) as readonly KindDescription[];

/** The terms of a field, each after the name of the field: "speechAct assert". */
function termsOf(name: string, { definitions = {} }: Shape): [key: string, meaning: string][] {
  return Object.entries(definitions).map(([term, { means }]) => [`${name} ${term}`, means]);
}

/** How speakers are known is a member of a stated field. */
function basisTerms(): [key: string, meaning: string][] {
  const statement = codebook.find(({ kind }) => kind === "statement");
  const speakers = statement?.fields.find(({ name }) => name === "speakers");
  const basis = speakers?.shape.of?.members?.find(({ name }) => name === "basis");
  return basis === undefined ? [] : termsOf("basis", basis.shape);
}

/** Meanings by field and term: "speechAct assert" is "states how things are". */
export const termMeanings: Readonly<Record<string, string>> = Object.fromEntries([
  ...basisTerms(),
  ...codebook.flatMap(({ fields }) =>
    fields
      .filter(({ ground }) => ground === "coded")
      .flatMap(({ name, shape }) => termsOf(name, shape)),
  ),
]);

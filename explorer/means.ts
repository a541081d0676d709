/** What each term of a coded field means, in the codebook's words: "speechAct assert" to "states how things are". */
import { fieldsOf } from "../src/compile/records.ts";
import { schemas } from "../src/schema/records.ts";

interface Described {
  readonly meta: () => { readonly terms?: Readonly<Record<string, { readonly means: string }>> } | undefined;
  readonly unwrap?: () => Described;
}
const termsOf = (schema: Described): Readonly<Record<string, { readonly means: string }>> =>
  schema.meta()?.terms ?? (schema.unwrap ? termsOf(schema.unwrap()) : {});

const basis = termsOf(schemas.statement.shape.speakers.element.shape.basis as unknown as Described);

export const means: Readonly<Record<string, string>> = Object.fromEntries<string>([
  ...Object.entries(basis).map(([term, { means }]) => [`basis ${term}`, means] as const),
  ...(Object.keys(schemas) as (keyof typeof schemas)[]).flatMap((kind) =>
    Object.entries(fieldsOf(kind)).flatMap(([name, { ground, schema }]) =>
      ground === "coded"
        ? Object.entries(termsOf(schema as unknown as Described)).map(([term, { means }]) => [`${name} ${term}`, means] as const)
        : [],
    ),
  ),
]);

/** What the emitted JSON Schemas share. */
import type { RefTarget } from "../../src/schema/field.ts";

export type Json = Record<string, unknown>;
/** The ids that a reference may be. */
export type IdsOf = (target: RefTarget) => readonly string[];

export const draft = "https://json-schema.org/draft/2020-12/schema";

/** The file of a schema, by which schemas refer to each other. */
export function idOf(name: string): string {
  return `${name}.schema.json`;
}

/**
 * A schema as text. Its file becomes an address below the package that holds it, which names the
 * schema and opens nothing.
 */
export function printSchema(json: Json, packageName: string): string {
  const { $schema, $id, ...rest } = json;
  const address = `https://www.npmjs.com/package/${packageName}/schemas/${String($id)}`;
  const schema = { $schema, ...($id !== undefined && { $id: address }), ...rest };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

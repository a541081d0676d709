/** What the emitted JSON Schemas share. */
import type { RefTarget } from "../../src/schema/field.ts";

export type Json = Record<string, unknown>;
/** The ids that a reference may be. */
export type IdsOf = (target: RefTarget) => readonly string[];

export const draft = "https://json-schema.org/draft/2020-12/schema";

/** The address by which schemas refer to each other. It names a schema, and opens nothing. */
export function idOf(name: string): string {
  return `https://www.npmjs.com/package/baku-moscow/schemas/${name}.schema.json`;
}

export function printSchema(json: Json): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}

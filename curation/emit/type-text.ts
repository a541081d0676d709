/** What the emitted TypeScript files share. */
import type { RefTarget } from "../../src/schema/field.ts";

export const banner = "// Written by `npm run compile` from data/ and src/schema; do not edit.\n";

export function capitalize(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

/** The name of the type of ids that a reference may be. */
export function idTypeName(target: RefTarget): string {
  return `${capitalize(target)}Id`;
}

/** A doc comment. The text may hold no end of a comment. */
export function toDocComment(lines: readonly string[], indent: string): string {
  const safe = lines.map((line) => line.replace(/\*\//g, "* /"));
  if (safe.length === 0) return "";
  if (safe.length === 1) return `${indent}/** ${safe[0]!} */\n`;
  const body = safe.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`).join("");
  return `${indent}/**\n${body}${indent} */\n`;
}

/**
 * JSON as a string literal. All of it is ASCII and no apostrophe is left, so that a bundler keeps
 * plain single quotes and an engine stores one byte per character: that halves the time of
 * importing.
 */
export function toJsonLiteral(value: unknown): string {
  const escape = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const json = JSON.stringify(value).replace(/[\u0080-\uffff']/g, escape);
  return `'${json.replace(/\\/g, "\\\\")}'`;
}

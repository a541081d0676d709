/** Text of a caller as a message shows it. */

const longest = 80;

/** The name of a character by its number, such as `U+00AD`. */
export function nameOfCharacter(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A text in which control characters and marks of direction have no effect, but are seen. */
export function toVisible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}]/gu,
    (character) => `<${nameOfCharacter(character)}>`,
  );
}

/** The beginning of a text, in quotation marks. */
export function quote(text: string): string {
  return `"${toVisible(text.slice(0, longest))}"`;
}

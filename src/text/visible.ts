/** Text of a caller as a message shows it. */

const longest = 80;

/** A text in which control characters and marks of direction have no effect, but are seen. */
export function toVisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    return `<U+${code}>`;
  });
}

/** The beginning of a text, in quotation marks. */
export function quote(text: string): string {
  return `"${toVisible(text.slice(0, longest))}"`;
}

/** Canonical JSON (RFC 8785), so that equal values have equal bytes. */

/** Compares two member names by their UTF-16 code units, as RFC 8785 sorts them. */
function compareNames([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * A value as canonical JSON: members sorted, no white space.
 *
 * @throws TypeError when JSON has no form for the value.
 */
export function toCanonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string")
    return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join(",")}]`;
  if (typeof value === "object") {
    const members = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(compareNames)
      .map(([name, inner]) => `${JSON.stringify(name)}:${toCanonicalJson(inner)}`);
    return `{${members.join(",")}}`;
  }
  throw new TypeError(
    `canonical JSON has no ${typeof value === "number" ? String(value) : typeof value}`,
  );
}

/** SHA-256 of the UTF-8 bytes of a text, as 64 hexadecimal digits. It uses Web Crypto. */
export async function toSha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Canonical JSON (RFC 8785), so that equal values have equal bytes. */
import { describeValue, fail, isList, isPlainObject } from "../criteria/input-error.ts";

/** Compares two member names by their UTF-16 code units, as RFC 8785 sorts them. */
function compareNames([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function toJsonText(text: string): string {
  // half a surrogate pair has no UTF-8 bytes
  if (/\p{Surrogate}/u.test(text))
    fail(`canonical JSON: ${describeValue(text)} is not well formed`);
  return JSON.stringify(text);
}

/**
 * A value as canonical JSON: members sorted, no white space.
 *
 * @throws InputError when JSON has no form for the value.
 */
export function toCanonicalJson(value: unknown): string {
  if (typeof value === "string") return toJsonText(value);
  if (value === null || typeof value === "boolean" || Number.isFinite(value))
    return JSON.stringify(value);
  // Array.from, because map() leaves holes
  if (isList(value)) return `[${Array.from(value, toCanonicalJson).join(",")}]`;
  if (!isPlainObject(value)) return fail(`canonical JSON has no ${describeValue(value)}`);
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(compareNames)
    .map(([name, inner]) => `${toJsonText(name)}:${toCanonicalJson(inner)}`);
  return `{${members.join(",")}}`;
}

/**
 * SHA-256 of the UTF-8 bytes of a text, as 64 hexadecimal digits. It uses Web Crypto.
 *
 * @throws InputError where Web Crypto is missing.
 */
export async function toSha256(text: string): Promise<string> {
  // pages that are not secure have no subtle, and old ones no crypto
  const { subtle } = (globalThis as { readonly crypto?: Partial<Crypto> }).crypto ?? {};
  if (typeof (subtle as Partial<SubtleCrypto> | null | undefined)?.digest !== "function")
    return fail(
      "a hash needs Web Crypto (crypto.subtle), which a page has only over https or on " +
        "localhost, and some test environments do not have",
    );
  const hash = await subtle!.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** An outlet in words, with whom its article cites: not every account is the outlet's own. */
import { organizations } from "../collections/organizations.ts";
import type { Source } from "../generated/types.ts";
import { labelOf } from "./record-text.ts";

/** "The Gazette", or "The Gazette, citing the account of the Ministry". */
export function outletText({ outlet, accordingTo }: Source): string {
  const { actor, basis } = accordingTo ?? {};
  const isCiting = basis === "cited" && actor !== undefined;
  if (!isCiting) return outlet;
  const article = organizations.has(actor) ? "the " : "";
  return `${outlet}, citing the account of ${article}${labelOf(actor)}`;
}

/** Actor codes of CAMEO: the code of a state, with the role of whoever acts for it. */
import { organizations } from "../collections/organizations.ts";
import { people } from "../collections/people.ts";
import { places } from "../collections/places.ts";
import { rejectValue } from "../criteria/input-error.ts";
import type { CountryId, Organization } from "../generated/types.ts";

function codeOfCountry(id: CountryId | undefined): string {
  const ids = id === undefined ? [] : places.get(id).externalIds;
  return ids.find(({ scheme }) => scheme === "cameo")?.id ?? "";
}

function codeOfGovernment(country: CountryId | undefined): string {
  const code = codeOfCountry(country);
  return code === "" ? "" : `${code}GOV`;
}

/** A group is no state, and CAMEO has no role that fits all groups. */
function codeOfOrganization({ type, country }: Organization): string {
  if (type === "group") return "";
  const isOfStates = type === "international-organization" || type === "negotiation-format";
  return isOfStates ? "IGO" : codeOfGovernment(country);
}

/**
 * The code of an actor: `AZE` for a state, `AZEGOV` for a person or ministry that acts for it,
 * `IGO` for an international organization; empty where CAMEO has no code that fits.
 *
 * @throws InputError when the id is not text.
 * @example actorCode("sergey-lavrov"); //=> "RUSGOV"
 */
export function actorCode(id: string): string {
  if (typeof id !== "string") rejectValue("actorCode", "an id as text", id);
  // ids that are only known at run time
  const organization = organizations.get(id);
  if (organization !== undefined) return codeOfOrganization(organization);
  const office = people.get(id)?.offices[0];
  if (office !== undefined) return codeOfGovernment(office.country);
  return places.has(id) ? codeOfCountry(id as CountryId) : "";
}

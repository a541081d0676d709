/** Actor codes of CAMEO: the code of a state, with the role of whoever acts for it. */
import { organizations } from "../collections/organizations.ts";
import { people } from "../collections/people.ts";
import { places } from "../collections/places.ts";
import type { CountryId, Organization } from "../generated/types.ts";

/** The roles of the types of organization; a group of people has none that fits all. */
const roles: Readonly<Record<Organization["type"], string>> = {
  ministry: "GOV",
  commission: "GOV",
  "international-organization": "IGO",
  "negotiation-format": "IGO",
  group: "",
};

function codeOfCountry(id: CountryId | undefined): string {
  const ids = id === undefined ? [] : places.get(id).externalIds;
  return ids.find(({ scheme }) => scheme === "cameo")?.id ?? "";
}

/**
 * The code of an actor: `AZE` for a state, `AZEGOV` for a person or ministry that acts for it,
 * `IGO` for an international organization; empty where CAMEO has no code that fits.
 *
 * @example actorCode("sergey-lavrov") // "RUSGOV"
 */
export function actorCode(id: string): string {
  // ids that are only known at run time
  const organization = organizations.get(id);
  if (organization !== undefined)
    return `${codeOfCountry(organization.country)}${roles[organization.type]}`;
  const office = people.get(id)?.offices[0];
  if (office !== undefined) return `${codeOfCountry(office.country)}GOV`;
  return places.has(id) ? codeOfCountry(id as CountryId) : "";
}

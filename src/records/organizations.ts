import { collection, type Collection } from "../collection.ts";
import type { OrganizationCriteria } from "../generated/criteria.ts";
import { ids, below } from "../generated/ids.ts";
import { fields, json } from "../generated/organizations.ts";
import type { Organization, OrganizationId } from "../generated/types.ts";

/** All organizations: bodies that act, speak or are spoken of. */
export const organizations: Collection<OrganizationId, Organization, OrganizationCriteria> = /* @__PURE__ */ collection(json, fields, {
  ids,
  below,
});

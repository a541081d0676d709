import type { OrganizationCriteria } from "../generated/criteria.ts";
import { organizationFields } from "../generated/fields.ts";
import { json } from "../generated/organizations.ts";
import type { Organization, OrganizationId } from "../generated/types.ts";
import { vocabulary } from "../generated/vocabulary.ts";
import { toCollection, type Collection } from "./collection.ts";

/** All organizations: bodies that act, speak or are mentioned. */
export const organizations: Collection<OrganizationId, Organization, OrganizationCriteria> =
  /* @__PURE__ */ toCollection({
    kind: "organization",
    records: json,
    fields: organizationFields,
    vocabulary,
  });

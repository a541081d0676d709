import { collection, type Collection } from "../collection.ts";
import type { AgreementCriteria } from "../generated/criteria.ts";
import { ids, below } from "../generated/ids.ts";
import { fields, json } from "../generated/agreements.ts";
import type { Agreement, AgreementId } from "../generated/types.ts";

/** All agreements: documents and understandings, under every name that the sources give them. */
export const agreements: Collection<AgreementId, Agreement, AgreementCriteria> = /* @__PURE__ */ collection(json, fields, { ids, below });

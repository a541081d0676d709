import type { AgreementCriteria } from "../generated/criteria.ts";
import { agreementFields } from "../generated/fields.ts";
import { json } from "../generated/agreements.ts";
import type { Agreement, AgreementId } from "../generated/types.ts";
import { vocabulary } from "../generated/vocabulary.ts";
import { toCollection, type Collection } from "./collection.ts";

/** All agreements and other documents, under every name that the sources use. */
export const agreements: Collection<AgreementId, Agreement, AgreementCriteria> =
  /* @__PURE__ */ toCollection({
    kind: "agreement",
    records: json,
    fields: agreementFields,
    vocabulary,
  });

import { collection, type Collection } from "../collection.ts";
import type { StatementCriteria } from "../generated/criteria.ts";
import { ids, below } from "../generated/ids.ts";
import { fields, json } from "../generated/statements.ts";
import type { Statement, StatementId } from "../generated/types.ts";

/** All statements: claims, one a record, with who made them and how. */
export const statements: Collection<StatementId, Statement, StatementCriteria> = /* @__PURE__ */ collection(json, fields, { ids, below });

import type { StatementCriteria } from "../generated/criteria.ts";
import { statementFields } from "../generated/fields.ts";
import { json } from "../generated/statements.ts";
import type { Statement, StatementId } from "../generated/types.ts";
import { vocabulary } from "../generated/vocabulary.ts";
import { toCollection, type Collection } from "./collection.ts";

/** All statements: one record per claim, with who made it and how. */
export const statements: Collection<StatementId, Statement, StatementCriteria> =
  /* @__PURE__ */ toCollection({
    kind: "statement",
    records: json,
    fields: statementFields,
    vocabulary,
  });

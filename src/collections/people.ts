import type { PersonCriteria } from "../generated/criteria.ts";
import { personFields } from "../generated/fields.ts";
import { json } from "../generated/people.ts";
import type { Person, PersonId } from "../generated/types.ts";
import { vocabulary } from "../generated/vocabulary.ts";
import { toCollection, type Collection } from "./collection.ts";

/** All people who speak, meet or are mentioned. */
export const people: Collection<PersonId, Person, PersonCriteria> = /* @__PURE__ */ toCollection({
  kind: "person",
  records: json,
  fields: personFields,
  vocabulary,
});

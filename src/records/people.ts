import { collection, type Collection } from "../collection.ts";
import type { PersonCriteria } from "../generated/criteria.ts";
import { ids, below } from "../generated/ids.ts";
import { fields, json } from "../generated/people.ts";
import type { Person, PersonId } from "../generated/types.ts";

/** All people: people who speak, meet or are spoken of. */
export const people: Collection<PersonId, Person, PersonCriteria> = /* @__PURE__ */ collection(json, fields, { ids, below });

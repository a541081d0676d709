/** What `where` takes, as JSON Schema. */
import { memberCriteria, type Criterion, type KindDescription } from "../../src/schema/describe.ts";
import { draft, idOf, type IdsOf, type Json } from "./json-schema-text.ts";

const rangeEnd = { type: "string", pattern: "^(\\.\\.|\\d{4}(-\\d\\d){0,2}[~?%]?)$" };

const dateCriterion = {
  anyOf: [
    { type: "string", description: "An EDTF date: the range that it spans." },
    { type: "null", description: "Without a date." },
    {
      type: "object",
      description:
        "With a date that may lie between two days; without `from` and `to`, with any date.",
      properties: {
        from: { ...rangeEnd, description: "From the first day of this day, month or year." },
        to: { ...rangeEnd, description: "Until the last day of this day, month or year." },
        match: {
          enum: ["possible", "certain"],
          description:
            "`certain`: with a date that must lie between them and is neither approximate nor " +
            "uncertain.",
        },
        not: { type: "null", description: "Not without a date, which is true of every range." },
      },
      additionalProperties: false,
    },
  ],
};

/** A value, a list, `all`, `not` or null, for one sort of value. */
function criterionFor(name: string): Json {
  const one = { $ref: `#/$defs/${name}` };
  const oneOrMany = [
    one,
    { type: "null" },
    { type: "array", items: { anyOf: [one, { type: "null" }] } },
  ];
  const operator = (key: string, value: Json) => ({
    type: "object",
    properties: { [key]: value },
    required: [key],
    additionalProperties: false,
  });
  return {
    anyOf: [
      ...oneOrMany,
      operator("all", { type: "array", items: one }),
      operator("not", { anyOf: oneOrMany }),
    ],
  };
}

/** The name of the values of a criterion, and their schema. */
function valuesOf(field: string, criterion: Criterion, idsOf: IdsOf): [name: string, Json] {
  if (criterion.by === "id") return [`${criterion.of}Id`, { enum: idsOf(criterion.of) }];
  if (criterion.by === "term") return [`${field}Term`, { enum: criterion.terms }];
  return ["text", { type: "string" }];
}

export function emitCriteriaSchema({ plural, fields }: KindDescription, idsOf: IdsOf): Json {
  const $defs: Json = { Date: dateCriterion };
  const properties: Json = {};
  const all = fields.flatMap((field) => [field, ...memberCriteria(field)]);
  for (const { name, description, criterion } of all) {
    if (criterion === undefined) continue;
    if (criterion.by === "date") {
      properties[name] = { description, $ref: "#/$defs/Date" };
      continue;
    }
    const [valueName, values] = valuesOf(name, criterion, idsOf);
    $defs[valueName] = values;
    $defs[`${valueName}Criterion`] = criterionFor(valueName);
    properties[name] = { description, $ref: `#/$defs/${valueName}Criterion` };
  }
  return {
    $schema: draft,
    $id: idOf(`criteria/${plural}`),
    description: `Criteria for ${plural}; a record must match all of them.`,
    type: "object",
    properties,
    $defs,
    additionalProperties: false,
  };
}

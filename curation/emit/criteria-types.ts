/** The types of criteria: one interface per kind. */
import {
  model,
  type Criterion,
  type FieldDescription,
  type KindDescription,
} from "../../src/schema/describe.ts";
import type { RefTarget } from "../../src/schema/field.ts";
import { banner, capitalize, idTypeName, toDocComment } from "./type-text.ts";

/** What a criterion for an id also matches. */
const narrowerHints: Partial<Record<RefTarget, string>> = {
  topic: " A topic matches the topics below it.",
  place: " A country matches the places in it.",
};

function typeOfCriterion(criterion: Criterion): string {
  switch (criterion.by) {
    case "date":
      return "DateCriterion";
    case "text":
      return "Criterion<string>";
    case "id":
      return `Criterion<${idTypeName(criterion.of)}>`;
    case "term":
      return `Criterion<${criterion.terms.map((term) => JSON.stringify(term)).join(" | ")}>`;
  }
}

function toMember({ name, description, criterion }: FieldDescription): string {
  if (criterion === undefined) return "";
  const hint = (criterion.by === "id" && narrowerHints[criterion.of]) || "";
  const doc = toDocComment([`${description}${hint}`], "  ");
  return `${doc}  readonly ${name}?: ${typeOfCriterion(criterion)};\n`;
}

function toInterface({ kind, plural, fields }: KindDescription): string {
  const doc = `/** Criteria for ${plural}; a record must match all of them. */`;
  const name = `${capitalize(kind)}Criteria`;
  return `\n${doc}\nexport interface ${name} {\n${fields.map(toMember).join("")}}\n`;
}

function idTypesUsed(): string[] {
  const criteria = model.flatMap(({ fields }) => fields.flatMap((field) => field.criterion ?? []));
  const used = criteria.flatMap((one) => (one.by === "id" ? [idTypeName(one.of)] : []));
  return [...new Set(used)].sort();
}

export function emitCriteria(): string {
  return [
    banner,
    'import type { Criterion, DateCriterion } from "../criteria/criterion-types.ts";\n',
    `import type { ${idTypesUsed().join(", ")} } from "./types.ts";\n`,
    ...model.map(toInterface),
  ].join("");
}

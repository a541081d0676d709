/** The types of criteria: one interface per kind. */
import {
  memberCriteria,
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

type Criterial = Pick<FieldDescription, "name" | "description" | "criterion">;

function toMember({ name, description, criterion }: Criterial): string {
  if (criterion === undefined) return "";
  const hint = (criterion.by === "id" && narrowerHints[criterion.of]) || "";
  const doc = toDocComment([`${description}${hint}`], "  ");
  const property = name.includes(".") ? JSON.stringify(name) : name;
  return `${doc}  readonly ${property}?: ${typeOfCriterion(criterion)};\n`;
}

/** A field, followed by the members of its objects. */
function withMembers(field: FieldDescription): Criterial[] {
  return [field, ...memberCriteria(field)];
}

function toInterface({ kind, plural, fields }: KindDescription): string {
  const doc = `/** Criteria for ${plural}; a record must match all of them. */`;
  const name = `${capitalize(kind)}Criteria`;
  const members = fields.flatMap(withMembers).map(toMember).join("");
  return `\n${doc}\nexport interface ${name} {\n${members}}\n`;
}

function idTypesUsed(): string[] {
  const criteria = model.flatMap(({ fields }) =>
    fields.flatMap(withMembers).flatMap(({ criterion }) => criterion ?? []),
  );
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

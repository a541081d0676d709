/** The shapes of records at run time: what the module `own` checks without Zod. */
import type { MembersShape, ValueShape } from "../../src/criteria/value-shape.ts";
import { model, type Member, type Shape } from "../../src/schema/describe.ts";
import { targets } from "../../src/schema/field.ts";
import { banner, toJsonLiteral } from "./type-text.ts";

type DescribedMember = Member & { readonly derived?: boolean };

function isRequired({ optional, nullable, derived = false, shape }: DescribedMember): boolean {
  return !optional && !nullable && !derived && shape.type !== "list";
}

function toMembersShape(members: readonly DescribedMember[], name?: string): MembersShape {
  return {
    is: "object",
    ...(name !== undefined && { name }),
    members: Object.fromEntries(members.map((member) => [member.name, toValueShape(member.shape)])),
    required: members.filter(isRequired).map((member) => member.name),
  };
}

function toValueShape(shape: Shape): ValueShape {
  switch (shape.type) {
    case "text":
    case "literal":
      return { is: "text" };
    case "number":
    case "integer":
      return { is: "number" };
    case "boolean":
      return { is: "boolean" };
    case "term":
      return { is: "term", terms: shape.terms };
    case "reference":
      return { is: "id", of: targets[shape.to] };
    case "list":
      return { is: "list", of: toValueShape(shape.of) };
    case "object":
      return toMembersShape(shape.members, shape.name);
    default:
      return { is: "anything" };
  }
}

/** The shape of a record of each kind. */
export function emitShapes(): string {
  const shapes = Object.fromEntries(
    model.map(({ kind, fields }) => [kind, toMembersShape(fields)]),
  );
  return [
    banner,
    'import type { MembersShape } from "../criteria/value-shape.ts";\n',
    'import type { Kind } from "./types.ts";\n',
    "\n/** The shape of a record of each kind. */\n",
    "export const shapesOfKind: Readonly<Record<Kind, MembersShape>> = ",
    `/* @__PURE__ */ JSON.parse(${toJsonLiteral(shapes)});\n`,
  ].join("");
}

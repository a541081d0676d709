/** The model with the examples of the dataset, for documentation. */
import {
  model,
  type KindDescription,
  type Member,
  type ObjectShape,
  type Shape,
} from "../../src/schema/describe.ts";
import type { Term } from "../../src/schema/field.ts";
import { exampleOfMember, type Examples } from "../validate/examples-notation.ts";

/** A member with its example: a literal has only one value. */
function illustrateMember<M extends Member>(member: M, owner: string, examples: Examples): M {
  const shape = illustrateShape(member.shape, examples);
  const example =
    shape.type === "literal"
      ? { example: shape.value }
      : exampleOfMember(examples, owner, member.name);
  return { ...member, ...example, shape };
}

function illustrateObject(shape: ObjectShape, examples: Examples): ObjectShape {
  const owner = shape.name ?? "";
  const members = shape.members.map((member) => illustrateMember(member, owner, examples));
  return { ...shape, members };
}

/** A term with the case that its dataset gives; its own terms have theirs already. */
export function illustrateTerm(
  vocabulary: string | undefined,
  term: string,
  definition: Term,
  { terms = {} }: Examples,
): Term {
  const example = terms[vocabulary ?? ""]?.[term];
  return example === undefined ? definition : { ...definition, example };
}

/** A shape with the examples of everything inside it. */
export function illustrateShape(shape: Shape, examples: Examples): Shape {
  switch (shape.type) {
    case "object":
      return illustrateObject(shape, examples);
    case "list":
    case "map":
      return { ...shape, of: illustrateShape(shape.of, examples) };
    case "union":
      return { ...shape, options: shape.options.map((one) => illustrateShape(one, examples)) };
    case "term": {
      const definitions = Object.entries(shape.definitions).map(([term, definition]) => [
        term,
        illustrateTerm(shape.name, term, definition, examples),
      ]);
      return { ...shape, definitions: Object.fromEntries(definitions) as Record<string, Term> };
    }
    default:
      return shape;
  }
}

/** All kinds with the examples of the dataset. */
export function illustrate(examples: Examples): readonly KindDescription[] {
  return model.map((kind) => ({
    ...kind,
    fields: kind.fields.map((field) => illustrateMember(field, kind.kind, examples)),
  }));
}

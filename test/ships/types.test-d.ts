import { expectTypeOf, test } from "vitest";
import type { z } from "zod";
import {
  agreements,
  meetings,
  people,
  statements,
  type Agreement,
  type Meeting,
  type Organization,
  type Person,
  type Place,
  type Source,
  type Statement,
  type StatementId,
  type Topic,
  type Visit,
} from "../../src/index.ts";
import { cite, type Citation } from "../../src/cite.ts";
import { search } from "../../src/search.ts";
import type { schemas } from "../../src/schema/records.ts";

/** A type with ids as plain strings and nothing readonly: what the schemas say. */
type Loose<T> = T extends string
  ? string extends T
    ? string
    : T
  : T extends readonly (infer U)[]
    ? Loose<U>[]
    : T extends object
      ? { -readonly [P in keyof T]: Loose<Exclude<T[P], undefined>> }
      : T;
/** The fields that hold vocabulary terms keep their unions; every other string is a string. */
type Terms<K extends keyof typeof schemas> = Loose<z.output<(typeof schemas)[K]>>;
type SameKeys<A, B> = [keyof A] extends [keyof B]
  ? [keyof B] extends [keyof A]
    ? true
    : never
  : never;

test("emitted types have the fields of the schemas; a schema takes what the types allow", () => {
  expectTypeOf<SameKeys<Source, Terms<"source">>>().toEqualTypeOf<true>();
  expectTypeOf<SameKeys<Person, Terms<"person">>>().toEqualTypeOf<true>();
  expectTypeOf<SameKeys<Organization, Terms<"organization">>>().toEqualTypeOf<true>();
  expectTypeOf<SameKeys<Place, Terms<"place">>>().toEqualTypeOf<true>();
  expectTypeOf<SameKeys<Topic, Terms<"topic">>>().toEqualTypeOf<true>();
  expectTypeOf<SameKeys<Visit, Terms<"visit">>>().toEqualTypeOf<true>();
  expectTypeOf<SameKeys<Meeting, Terms<"meeting">>>().toEqualTypeOf<true>();
  expectTypeOf<SameKeys<Statement, Terms<"statement">>>().toEqualTypeOf<true>();
  expectTypeOf<SameKeys<Agreement, Terms<"agreement">>>().toEqualTypeOf<true>();
  expectTypeOf<Loose<Source>>().toExtend<Terms<"source">>();
  expectTypeOf<Loose<Person>>().toExtend<Terms<"person">>();
  expectTypeOf<Loose<Organization>>().toExtend<Terms<"organization">>();
  expectTypeOf<Loose<Place>>().toExtend<Terms<"place">>();
  expectTypeOf<Loose<Topic>>().toExtend<Terms<"topic">>();
  expectTypeOf<Loose<Visit>>().toExtend<Terms<"visit">>();
  expectTypeOf<Loose<Meeting>>().toExtend<Terms<"meeting">>();
  expectTypeOf<Loose<Statement>>().toExtend<Terms<"statement">>();
  expectTypeOf<Loose<Agreement>>().toExtend<Terms<"agreement">>();
  expectTypeOf<Statement["mode"]>().toEqualTypeOf<
    z.output<(typeof schemas)["statement"]>["mode"]
  >();
  expectTypeOf<Statement["speechAct"]>().toEqualTypeOf<
    z.output<(typeof schemas)["statement"]>["speechAct"]
  >();
  expectTypeOf<Meeting["format"]>().toEqualTypeOf<
    z.output<(typeof schemas)["meeting"]>["format"]
  >();
  expectTypeOf<Meeting["occurrence"]>().toEqualTypeOf<
    z.output<(typeof schemas)["meeting"]>["occurrence"]
  >();
  expectTypeOf<Agreement["type"]>().toEqualTypeOf<
    z.output<(typeof schemas)["agreement"]>["type"]
  >();
});

test("a known id is never undefined, a string may be, a typo does not compile", () => {
  expectTypeOf(people.get("sergey-lavrov")).toEqualTypeOf<Person>();
  expectTypeOf(statements.get("" as string)).toEqualTypeOf<Statement | undefined>();
  expectTypeOf(statements.get("" as StatementId)).toEqualTypeOf<Statement>();
  // @ts-expect-error a typo
  people.get("sergei-lavrov");
  // @ts-expect-error an id of another kind
  agreements.get("sergey-lavrov");
  const id = "" as string;
  if (people.has(id)) expectTypeOf(people.get(id)).toEqualTypeOf<Person>();
});

test("criteria are typed", () => {
  expectTypeOf(
    statements.where({ speakers: "sergey-lavrov", about: ["osce"], date: { from: "2022-06" } }),
  ).toEqualTypeOf<Statement[]>();
  expectTypeOf(statements.where((s) => s.evidence.length > 1)).toEqualTypeOf<Statement[]>();
  expectTypeOf(
    meetings.count({ participants: { not: "jeyhun-bayramov" } }),
  ).toEqualTypeOf<number>();
  // @ts-expect-error no such field
  statements.where({ speaker: "sergey-lavrov" });
  // @ts-expect-error no such term
  statements.where({ mode: "quotation" });
  // @ts-expect-error no such id
  statements.where({ about: ["minsk-group"] });
  meetings.where({ date: { not: null, from: "2022" } });
  const mixed = { not: null, from: 5 };
  // @ts-expect-error an end of a range is text, also beside not
  meetings.where({ date: mixed });
  // @ts-expect-error no such operator of a date
  meetings.where({ date: { after: "2022" } });
  // @ts-expect-error no such option
  statements.where({}, { first: 5 });
});

test("records are readonly and nothing is any", () => {
  const lavrov = people.get("sergey-lavrov");
  // @ts-expect-error readonly
  lavrov.label = "x";
  // @ts-expect-error readonly
  lavrov.names.push(lavrov.names[0]!);
  expectTypeOf<Statement["speakers"][number]["actor"]>().not.toBeAny();
  expectTypeOf<Statement["evidence"][number]["quote"]["exact"]>().toEqualTypeOf<string>();
});

test("misuse does not compile, and the compiler says what to write", () => {
  // @ts-expect-error a collection is given as an option
  search("x", statements);
  // @ts-expect-error `where` needs `in`
  search("x", { where: { topics: "mines" } });
  search("x", { in: statements, where: { topics: "mines" } });
  // @ts-expect-error `all` and `not` together
  statements.where({ topics: { all: ["border"], not: "peace-process" } });
  // @ts-expect-error a look-up that may have found nothing
  cite(people.get("" as string));
  expectTypeOf(cite()).toEqualTypeOf<Citation>();
});

import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { readFileSync, readdirSync } from "node:fs";
import { parse } from "yaml";
import { expect, test } from "vitest";
import { z } from "zod";
import { collections, InputError, statements } from "../../src/index.ts";
import { kinds, type Kind } from "../../src/schema/field.ts";
import { exampleOfValue, longestExample } from "../../curation/derive/derive-examples.ts";
import type { Examples } from "../../curation/validate/examples-notation.ts";
import { filePerRecord } from "../../curation/validate/notation.ts";
import * as published from "../../src/schema.ts";
import { checkRecords, StatementSchema } from "../../src/schema.ts";
import { plural, schemas } from "../../src/schema/records.ts";

type Schema = {
  meta(): Record<string, unknown> | undefined;
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  unwrap?(): Schema;
};

/** Every field of every kind, and of every object within. */
function* fields(schema: Schema, path: string): Generator<[string, Schema]> {
  if (schema.shape)
    for (const [name, inner] of Object.entries(schema.shape)) {
      yield [`${path}.${name}`, inner];
      yield* fields(inner, `${path}.${name}`);
    }
  if (schema.element) yield* fields(schema.element, `${path}[]`);
  if (schema.unwrap) yield* fields(schema.unwrap(), path);
}
const described = (schema: Schema): Record<string, unknown> => ({
  ...(schema.unwrap ? schema.unwrap().meta() : {}),
  ...schema.meta(),
});

test("every field is described, and every field of a kind has a ground", () => {
  const missing: string[] = [];
  for (const kind of kinds) {
    for (const [path, schema] of fields(schemas[kind], kind))
      if (typeof described(schema).description !== "string")
        missing.push(`${path} has no description`);
    for (const [name, schema] of Object.entries(
      schemas[kind].shape as unknown as Record<string, Schema>,
    )) {
      const { ground } = schema.meta() ?? {};
      if (!["stated", "coded", "none"].includes(ground as string))
        missing.push(`${kind}.${name} has no ground`);
    }
  }
  expect(missing).toEqual([]);
});

function recordsOfKind(kind: string): Iterable<object> {
  return collections[plural[kind as Kind]] as Iterable<object>;
}

type Shown = { example?: unknown; shape: { definitions?: Record<string, { example?: string }> } };
const codebook = JSON.parse(readFileSync("src/generated/codebook.json", "utf8")) as {
  kind: string;
  fields: (Shown & { name: string })[];
}[];

const named = (parse(readFileSync("data/examples.yaml", "utf8")) as Examples).fields ?? {};

test("the examples of a kind are the values of the record that is named", () => {
  for (const { kind, fields: all } of codebook) {
    const record = [...recordsOfKind(kind)].find(
      (one) => (one as { id: string }).id === named[kind]?.id,
    ) as Record<string, unknown>;
    expect([kind, record]).not.toEqual([kind, undefined]);
    for (const { name, example } of all)
      expect([kind, name, example]).toEqual([kind, name, exampleOfValue(name, record[name])]);
  }
});

test("the example of a list is its first entry, and of accounts there is none", () => {
  expect(exampleOfValue("topics", ["a", "b"])).toEqual(["a"]);
  expect(exampleOfValue("topics", [])).toBe(undefined);
  expect(exampleOfValue("accounts", [{ by: "a" }])).toBe(undefined);
  expect(exampleOfValue("office", { title: "a".repeat(longestExample) })).toBe(undefined);
});

test("the codebook has an example of this dataset for every term", () => {
  const without = codebook.flatMap(({ kind, fields: all }) =>
    all.flatMap(({ name, shape }) =>
      Object.entries(shape.definitions ?? {}).flatMap(([term, definition]) =>
        definition.example === undefined ? [`${kind}.${name}: ${term}`] : [],
      ),
    ),
  );
  expect(codebook.flatMap(({ fields: all }) => all).length).toBeGreaterThan(100);
  expect(without).toEqual([]);
});

test("every term has a meaning, and every speech act its place in CAMEO and PLOVER", () => {
  for (const kind of kinds)
    for (const [path, schema] of fields(schemas[kind], kind)) {
      const terms = described(schema).terms as
        Record<string, { means: string; crosswalk?: { relation: string } }> | undefined;
      for (const [term, { means, crosswalk }] of Object.entries(terms ?? {})) {
        expect([path, term, means]).toEqual([path, term, expect.stringMatching(/\w/)]);
        if (path === "statement.speechAct")
          expect({ term, ...crosswalk }).toMatchObject({
            term,
            cameo: expect.stringMatching(/^\d/),
            relation: expect.stringMatching(/^(exact|close|broad|none)$/),
          });
      }
    }
});

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
formats.default(ajv);
const json = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
for (const kind of [...kinds, "common", "tombstone"])
  ajv.addSchema({ ...json(`schemas/${kind}.schema.json`), $id: `${kind}.schema.json` });

test("data.json is valid by the published JSON Schemas", () => {
  const validate = ajv.compile({ ...json("schemas/data.schema.json"), $id: "data.schema.json" });
  validate(json("src/generated/data.json"));
  expect(validate.errors).toBeNull();
});

test("the pattern of a date takes EDTF and refuses words", () => {
  const common = json("schemas/common.schema.json") as {
    $defs: { EventDate: { properties: { edtf: { pattern: string } } } };
  };
  const pattern = new RegExp(common.$defs.EventDate.properties.edtf.pattern, "u");
  const dates = ["2022-12-23", "202X", "2004-06-~11", "2022/..", "[1667,1670..1672]", "/1985-04"];
  for (const date of dates) expect(date).toMatch(pattern);
  for (const words of ["June 2022", "22-06-2022", "", "2022-6-1"])
    expect(words).not.toMatch(pattern);
});

test("each schema is a Standard Schema and a Standard JSON Schema", async () => {
  const all = Object.entries(published).filter(([name]) => name.endsWith("Schema"));
  expect(all).toHaveLength(kinds.length);
  for (const [name, schema] of all) {
    const standard = (schema as z.ZodType)["~standard"];
    expect([name, standard.vendor, standard.version]).toEqual([name, "zod", 1]);
    expect(standard.jsonSchema.output({ target: "draft-2020-12" })).toMatchObject({
      type: "object",
      required: expect.arrayContaining(["id", "kind"]),
    });
    expect(await standard.validate({})).toHaveProperty("issues");
  }
});

test(
  "every file of data/ is valid by the schema that its modeline names, and an editor " +
    "would complete its ids",
  () => {
    for (const kind of kinds) {
      const files =
        kind === "statement" || filePerRecord.includes(kind)
          ? readdirSync(`data/${plural[kind]}`).map((f) => `data/${plural[kind]}/${f}`)
          : [`data/${plural[kind]}.yaml`];
      const schema = json(`schemas/notation/${plural[kind]}.schema.json`);
      const validate = ajv.compile(schema);
      for (const file of files) {
        const text = readFileSync(file, "utf8");
        const up = "../".repeat(file.split("/").length - 1);
        expect([file, text.split("\n")[0]]).toEqual([
          file,
          `# yaml-language-server: $schema=${up}schemas/notation/${plural[kind]}.schema.json`,
        ]);
        validate(parse(text));
        expect([file, validate.errors]).toEqual([file, null]);
      }
    }
    expect(JSON.stringify(json("schemas/notation/statements.schema.json"))).toContain(
      '"enum":["ilham-aliyev',
    );
  },
);

test("the editor's settings give every folder of data/ its schema", () => {
  const settings = json(".vscode/settings.json")["yaml.schemas"] as Record<string, string>;
  expect(Object.values(settings).sort()).toEqual(
    [
      ...kinds.map((kind) =>
        kind === "statement" || filePerRecord.includes(kind)
          ? `data/${plural[kind]}/*.yaml`
          : `data/${plural[kind]}.yaml`,
      ),
      "data/segments/*.yaml",
      "data/withdrawn.yaml",
    ].sort(),
  );
  for (const path of Object.keys(settings)) expect(() => json(path)).not.toThrow();
});

test("the published schemas of criteria take what where takes, and refuse what it refuses", () => {
  const validate = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }).compile(
    json("schemas/criteria/statements.schema.json"),
  );
  const accepted = [
    {},
    {
      speakers: "sergey-lavrov",
      about: ["osce", null],
      topics: { all: ["border"] },
      mode: { not: "direct-quotation" },
      meeting: null,
    },
    { date: "2022-06" },
    { date: { from: "2022-06", match: "certain" } },
    { date: { not: null } },
    { date: { not: null, from: "2022-06" } },
    { date: {} },
    { date: { from: "2022-06~", to: ".." } },
  ];
  const refused = [
    { speaker: "x" },
    { speakers: "nobody" },
    { mode: "quoted" },
    { mode: { any: [] } },
    { mode: { all: ["direct-quotation"], not: null } },
    { mode: { all: "direct-quotation" } },
    { mode: {} },
    { date: { not: "2022" } },
    { date: { from: 2022 } },
    { date: { from: "May" } },
    { date: { from: "2022/2023" } },
    { date: { to: "[2022-01,2022-02]" } },
    { date: { form: "2022" } },
    { date: 2022 },
  ];
  for (const criteria of accepted) {
    expect([criteria, validate(criteria)]).toEqual([criteria, true]);
    expect(() => statements.where(criteria as never)).not.toThrow();
  }
  for (const criteria of refused) {
    expect([criteria, validate(criteria)]).toEqual([criteria, false]);
    expect(() => statements.where(criteria as never)).toThrow(InputError);
  }
});

test("each published schema has its own address, and data.schema.json needs no other file", () => {
  const ajv2020 = new Ajv2020();
  formats.default(ajv2020);
  const names = readdirSync("schemas").filter((name) => name.endsWith(".schema.json"));
  const all = names.map((name) => json(`schemas/${name}`) as { $id: string; title: string });
  expect(new Set(all.map(({ $id }) => $id)).size).toBe(names.length);
  const whole = json("schemas/data.schema.json");
  expect(JSON.stringify(whole)).not.toMatch(/"\$ref":"[^#]/);
  const isData = ajv2020.compile(whole);
  expect(isData(json("src/generated/data.json"))).toBe(true);
  for (const schema of all.filter(({ title }) => title !== "Dataset")) ajv2020.addSchema(schema);
  const statement = all.find(({ title }) => title === "Statement")!;
  const isStatement = ajv2020.getSchema(statement.$id)!;
  expect(isStatement(JSON.parse(JSON.stringify([...statements][0])))).toBe(true);
  expect(isStatement({ kind: "statement" })).toBe(false);
});

test("the schemas take no id in the registry that all packages of a program share", () => {
  const mine = z.object({ url: z.url() }).meta({ id: "Evidence" });
  const claim = z.object({ claim: StatementSchema, proof: mine });
  const { $defs } = z.toJSONSchema(claim, { unrepresentable: "any" }) as { $defs: object };
  expect(Object.keys($defs)).toEqual(["Evidence"]);
});

test.each([
  [{ edtf: "2022-12", earliest: "1999-01-01", latest: "1999-12-31" }],
  [{ edtf: "2022-12", earliest: null, latest: null }],
  [{ edtf: "2022-12", earliest: "2022-13-45", latest: "2022-12-31" }],
])("checkRecords finds the days of %j wrong", (date) => {
  const [record] = [...statements];
  const changed = { ...record, date: { basis: "stated", ...date } };
  expect(checkRecords("statement", [changed])).toEqual([
    {
      index: 0,
      path: "date",
      message: '"2022-12" allows earliest 2022-12-01 and latest 2022-12-31',
    },
  ]);
});

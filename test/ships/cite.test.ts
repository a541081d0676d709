import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import fc from "fast-check";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { parse } from "yaml";
import { cite, citeSubset, verifyCitation } from "../../src/cite.ts";
import {
  collections,
  InputError,
  organizations,
  people,
  statements,
  version,
} from "../../src/index.ts";
import { withdrawn as tombstones } from "../../src/generated/release.ts";
import { toCollections } from "../../src/own.ts";
import { toBibtex, toRis } from "../../src/outputs/citation-formats.ts";
import { toCanonicalJson, toSha256 } from "../../src/outputs/canonical-json.ts";

/** The year of the release; a version that is not released has none. */
const year =
  (parse(readFileSync("CITATION.cff", "utf8")) as { "date-released"?: string })[
    "date-released"
  ]?.slice(0, 4) ?? "n.d.";
const criteria = { speakers: "sergey-lavrov", topics: "peace-process" } as const;

test("the dataset has authors; a record has editors, and says whose claim it is", () => {
  const title =
    "baku-moscow: meetings, statements and agreements in five news articles on the diplomacy of " +
    "Azerbaijan and Russia, 2022–2023";
  const address = `https://www.npmjs.com/package/baku-moscow/v/${version}`;
  const details = `${title} (Version ${version}) [Data set]. npm. ${address}`;
  expect(cite().apa).toBe(`The baku-moscow maintainers. (${year}). ${details}`);
  expect(cite(statements.get("kavkaza-135-flights-a-week")).apa).toBe(
    "Ilham Aliyev states, 27 February 2023 (Vestnik Kavkaza; day from another page): There " +
      "are 135 flights between " +
      "Russia and Azerbaijan every week [paraphrase, statement kavkaza-135-flights-a-week]. " +
      `(${year}). In The baku-moscow maintainers (Ed.), ${details}#kavkaza-135-flights-a-week ` +
      "(statement kavkaza-135-flights-a-week, after Vestnik Kavkaza, 2023-02-27, " +
      "https://en.vestikavkaza.ru/news/Ilham-Aliyev-and-Sergey-Lavrov-hold-talks-in-Baku-1.html)",
  );
});

test("every part has its own address and key, a title without a final stop, and no author", () => {
  const addresses = new Set<string>();
  for (const collection of Object.values(collections))
    for (const record of collection) {
      const { csl } = cite(record);
      expect([record.id, csl.author, csl.editor?.length]).toEqual([record.id, undefined, 1]);
      expect(csl.title.endsWith(`${record.kind} ${record.id}]`)).toBe(true);
      expect(csl.title.includes("[paraphrase, ")).toBe(record.kind === "statement");
      expect([record.id, csl.title]).not.toEqual([record.id, expect.stringMatching(/\. \[/)]);
      addresses.add(csl.URL);
    }
  const sizes = Object.values(collections).map((collection): number => collection.size);
  expect(addresses.size).toBe(sizes.reduce((sum, size) => sum + size));
});

test(
  "@citation-js reads the CSL-JSON, the BibTeX and the RIS, and finds in each what the " +
    "CSL-JSON says",
  async () => {
    for (const { csl, bibtex, ris } of [
      cite(),
      cite(statements.get("tdi-commit-to-rights-of-residents")),
      await citeSubset(statements, criteria),
    ]) {
      const [own] = new Cite(csl).get({ format: "real", type: "json", style: "csl" }) as Record<
        string,
        unknown
      >[];
      expect(own).toMatchObject({ title: csl.title, type: "dataset", version, URL: csl.URL });
      const [fromBibtex] = new Cite(bibtex).get({ format: "real", type: "json", style: "csl" }) as {
        title: string;
        URL: string;
        author?: { readonly literal: string }[];
        editor?: { readonly literal: string }[];
      }[];
      expect(fromBibtex).toMatchObject({ title: csl.title, URL: csl.URL });
      const role = csl.author === undefined ? "editor" : "author";
      expect(Object.values(fromBibtex![role]![0]!)).toEqual(["The baku-moscow maintainers"]);
      expect(ris.split("\r\n")).toEqual(
        expect.arrayContaining([
          "TY  - DATA",
          `${csl.author === undefined ? "ED" : "AU"}  - The baku-moscow maintainers`,
          `TI  - ${csl.title}`,
          `ET  - ${version}`,
          `UR  - ${csl.URL}`,
          "ER  - ",
        ]),
      );
    }
  },
);

test("a subset citation verifies, also after a trip through JSON", async () => {
  const citation = await citeSubset(statements, criteria);
  expect(citation.subset.count).toBe(statements.count(criteria));
  expect(citation.subset.sha256).toBe(
    createHash("sha256")
      .update(toCanonicalJson(statements.where(criteria).map(({ since: _since, ...rest }) => rest)))
      .digest("hex"),
  );
  expect(await verifyCitation(JSON.parse(JSON.stringify(citation)))).toEqual({
    ok: true,
    isReadable: true,
    sameVersion: true,
    sameCount: true,
    sameHash: true,
    added: [],
    missing: [],
    changed: [],
    problems: [],
    message: `the same ${citation.subset.count} records of version ${version}`,
  });
});

test("verification names another version, a wrong hash and the records that differ", async () => {
  const { subset, ...rest } = await citeSubset(statements, criteria);
  const [[id], ...others] = subset.members as [[string, string], ...[string, string][]];
  const changed = {
    ...rest,
    subset: { ...subset, sha256: "0".repeat(64), members: [[id, "0".repeat(16)], ...others] },
  };
  expect(await verifyCitation(changed)).toMatchObject({
    ok: false,
    sameHash: false,
    changed: [id],
    message: `the hash differs; changed: ${id}`,
  });
  expect(await verifyCitation({ subset: { ...subset, version: "9.9.9" } })).toMatchObject({
    ok: false,
    sameVersion: false,
    sameHash: true,
    message: `cited from version 9.9.9, installed is ${version}`,
  });
  expect(
    await verifyCitation({ subset: { ...subset, count: 1, members: [["was-here", "0"]] } }),
  ).toMatchObject({
    ok: false,
    sameCount: false,
    missing: ["was-here"],
  });
});

test("wrong input is reported with a remedy", async () => {
  expect(() =>
    cite({ ...statements.get("kavkaza-135-flights-a-week"), id: "nobody" } as never),
  ).toThrow('cite: no record "nobody" here; for your own records pass { in: toCollections(…) }');
  await expect(
    citeSubset(statements, { speakers: "mikhail-yevdokimov", about: "sochi" }),
  ).rejects.toThrow(
    'citeSubset: no statement matches {"about":"sochi","speakers":"mikhail-yevdokimov"}, so ' +
      "there is nothing to cite",
  );
  await expect(citeSubset(statements, { speaker: "x" } as never)).rejects.toThrow(InputError);
  // @ts-expect-error a predicate cannot be written down, and so not cited
  await expect(citeSubset(statements, () => true)).rejects.toThrow(
    "citeSubset: a predicate cannot be cited; use criteria",
  );
  await expect(citeSubset("statements" as never, {} as never)).rejects.toThrow(
    "citeSubset: expects a collection, such as statements",
  );
  const own = toCollections({ statements: [{ id: "mine" }] });
  await expect(citeSubset(own.statements as never, {} as never)).rejects.toThrow(
    "citeSubset: expects a collection of this package, not your own records",
  );
  for (const wrong of [null, 7, { kind: "constructor", id: "x" }, { kind: "statement" }])
    expect(() => cite(wrong as never)).toThrow(InputError);
  for (const wrong of [
    null,
    7,
    "x",
    {},
    { subset: {} },
    { subset: { kind: "statement" } },
    { subset: { kind: "statement", criteria: {}, version: "1", count: 1, sha256: "x" } },
  ])
    expect(await verifyCitation(wrong)).toMatchObject({
      ok: false,
      isReadable: false,
      message: expect.stringContaining("verifyCitation takes what citeSubset returned"),
    });
  expect(() => cite(undefined as never)).toThrow("cite: expects a record");
  expect(() => cite(people.get("nobody" as string) as never)).toThrow(InputError);
});

test("verification reports whatever differs, and never throws", async () => {
  const citation = await citeSubset(statements, { about: "osce" });
  const { subset } = citation;
  const [[id]] = subset.members as [[string, string]];
  const withSubset = (change: object) => ({ ...citation, subset: { ...subset, ...change } });
  const message = async (changed: unknown) => {
    const verification = await verifyCitation(changed);
    expect(verification.ok).toBe(false);
    return verification.message;
  };
  expect(await message(withSubset({ members: [["ghost", "00"]] }))).toMatch(/gone: ghost/);
  expect(await message(withSubset({ members: [[id, "00"]] }))).toMatch(
    /the citation counts \d+ records and lists 1/,
  );
  for (const members of [[1], ["xy"], [null], [[1, 2]], "ids"])
    expect(await message(withSubset({ members }))).toMatch(/the members are not a list of pairs/);
  expect(await message({ subset: null })).toMatch(/this is not a citation of a subset/);
  expect(await message({ ...citation, apa: "Somebody. (2020)." })).toBe(
    "not as citeSubset wrote it: apa",
  );
  expect(
    await message(withSubset({ version: "9.9.9", criteria: { topics: "new-topic" } })),
  ).toMatch(
    new RegExp(
      `^cited from version 9\\.9\\.9, installed is ${version}; it cannot be compared with ` +
        `version ${version}: topics: no record "new-topic"`,
    ),
  );
});

test("without Web Crypto a subset cannot be cited, and the message says where it can", async () => {
  vi.stubGlobal("crypto", {});
  await expect(citeSubset(statements, { about: "osce" })).rejects.toThrow(
    new InputError(
      "a hash needs Web Crypto (crypto.subtle), which a page has only over https or on " +
        "localhost, and some test environments do not have",
    ),
  );
  vi.unstubAllGlobals();
});

test("a withdrawn id in criteria leads to its successor, or says what became of it", async () => {
  const [withdrawn] = Object.values(tombstones);
  expect(organizations.where({ id: withdrawn!.id as "osce" })).toEqual([
    organizations.get(withdrawn!.successor as string),
  ]);
  expect(organizations.get(withdrawn!.id)?.id).toBe(withdrawn!.successor);
  expect(organizations.has(withdrawn!.id)).toBe(true);
  const old = await citeSubset(organizations, { id: withdrawn!.id as "osce" });
  expect(await verifyCitation(old)).toMatchObject({ ok: true });
});

test("CITATION.cff says the same as cite()", () => {
  const cff = parse(readFileSync("CITATION.cff", "utf8")) as Record<string, unknown>;
  const { csl } = cite();
  expect(cff).toMatchObject({
    "cff-version": "1.2.0",
    type: "dataset",
    title: csl.title,
    version: csl.version,
    license: "CC0-1.0",
    url: csl.URL,
    authors: csl.author!.map((a) => ({ name: a.literal })),
  });
  expect("date-released" in cff).toBe(csl.issued !== undefined);
  expect(cff).not.toHaveProperty("doi");
});

test("canonical JSON: the order of members does not matter, everything else does", async () => {
  expect(toCanonicalJson({ b: [1, 2.5, null], a: { "\u20ac": "\r", "": "x" } })).toBe(
    '{"a":{"":"x","€":"\\r"},"b":[1,2.5,null]}',
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(toCanonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      const shuffled = JSON.parse(JSON.stringify(value), (_, v: unknown) =>
        typeof v === "object" && v !== null && !Array.isArray(v)
          ? Object.fromEntries(Object.entries(v).reverse())
          : v,
      ) as unknown;
      expect(toCanonicalJson(shuffled)).toBe(toCanonicalJson(JSON.parse(JSON.stringify(value))));
    }),
  );
  expect(() => toCanonicalJson(NaN)).toThrow("canonical JSON has no NaN");
  expect(() => toCanonicalJson(new Date(0))).toThrow("canonical JSON has no [object Date]");
  expect(() => toCanonicalJson([, 1])).toThrow("canonical JSON has no undefined");
  expect(() => toCanonicalJson("\ud800")).toThrow("is not well formed");
  expect(await toSha256("abc")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("a subset's criteria can be read again from BibTeX", async () => {
  const { bibtex, csl } = await citeSubset(statements, {
    date: { from: "2022-12", to: "2022-12" },
    speechAct: "accuse",
  });
  const [read] = new Cite(bibtex).format("data", { format: "object" }) as { note: string }[];
  expect(csl.note).toContain('{"date":{"from":"2022-12","to":"2022-12"},"speechAct":"accuse"}');
  expect(read!.note.replaceAll("\\", "")).toBe(csl.note);
});

test("the order of members in a saved citation does not matter", async () => {
  const citation = await citeSubset(statements, { about: "osce" });
  const reversed = (value: object) => Object.fromEntries(Object.entries(value).reverse());
  const saved = reversed({
    ...citation,
    csl: reversed(citation.csl),
    subset: reversed(citation.subset),
  });
  expect(await verifyCitation(saved)).toMatchObject({ ok: true });
});

test("a citation keeps the criteria that were asked, and has a key of its own", async () => {
  const changing = { about: "osce" };
  const pending = citeSubset(statements, changing as { about: "osce" });
  changing.about = "border";
  const citation = await pending;
  expect(citation.subset.criteria).toEqual({ about: "osce" });
  expect((await verifyCitation(citation)).ok).toBe(true);
  const same = await citeSubset(statements, { about: ["osce"] });
  expect(same.subset.sha256).toBe(citation.subset.sha256);
  expect(same.csl.id).not.toBe(citation.csl.id);
});

test("braces without a partner and line breaks do not end a field", () => {
  const csl = { ...cite().csl, title: "A set {open\u0085 only", URL: "https://x.example/{a" };
  expect(toBibtex(csl)).toContain("title = {{A set \\textbraceleft{}open only}}");
  expect(toBibtex(csl)).toContain("url = {https://x.example/%7Ba}");
  expect(toRis({ ...csl, "container-title": "My\ndata\u2028b" })).toContain("T2  - My data b\r\n");
});

test("backslashes in criteria survive BibTeX", async () => {
  const { bibtex } = await citeSubset(statements, { speechAct: ["accuse"] });
  expect(bibtex).not.toContain("textbackslash");
  expect(toBibtex({ ...cite().csl, note: 'a \\ "b" ~^_' })).toContain(
    'note = {a \\textbackslash{} "b" \\textasciitilde{}\\textasciicircum{}\\_}',
  );
});

test("verification answers whatever it is given", async () => {
  const citation = await citeSubset(statements, { topics: "mines" });
  const without = { ...citation, subset: { ...citation.subset, members: undefined } };
  expect((await verifyCitation(without)).ok).toBe(true);
  const none = { ...citation, subset: { ...citation.subset, members: [] } };
  expect((await verifyCitation(none)).message).toBe(
    `the citation counts ${citation.subset.count} records and lists 0`,
  );
  const trap = {
    get subset(): unknown {
      throw new Error("a trap");
    },
  };
  expect((await verifyCitation(trap)).isReadable).toBe(false);
  const newer = { ...citation, subset: { ...citation.subset, version: "9.0.0", kind: "claim" } };
  expect((await verifyCitation(newer)).problems.slice(0, 2)).toEqual([
    expect.stringMatching(/^cited from version 9\.0\.0, installed is /),
    'there is no kind "claim"',
  ]);
});

test.each([null, {}])("Web Crypto that is %j is missing", async (subtle) => {
  vi.stubGlobal("crypto", { subtle });
  try {
    await expect(citeSubset(statements, { topics: "mines" })).rejects.toThrow("needs Web Crypto");
  } finally {
    vi.unstubAllGlobals();
  }
});

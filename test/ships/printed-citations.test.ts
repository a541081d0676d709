/** What four citation styles print, made with citeproc-js as reference managers make it. */
import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import { beforeAll, expect, test } from "vitest";
import { cite, citeSubset, type Citation } from "../../src/cite.ts";
import { collections, statements } from "../../src/index.ts";

const chicago = "node_modules/rehype-citation/dist/node/styles/chicago.js";

beforeAll(async () => {
  // the plugin brings the other three styles
  const { default: style } = (await import(/* @vite-ignore */ `${process.cwd()}/${chicago}`)) as {
    default: string;
  };
  plugins.config.get("@csl").styles.add("chicago", style);
});

/** The printed entries, by the key of the citation. */
function print(citations: readonly Citation[], template: string): Map<string, string> {
  const entries = new Cite(citations.map(({ csl }) => csl)).format("bibliography", {
    template,
    format: "text",
    asEntryArray: true,
  }) as [key: string, text: string][];
  return new Map(entries);
}

const records = Object.values(collections).flatMap((collection) => [...collection]);

test.each(["apa", "vancouver", "harvard1", "chicago"])(
  "%s prints which record is cited, whose claim it is, and the address",
  (template) => {
    const printed = print(
      records.map((record) => cite(record)),
      template,
    );
    expect(printed.size).toBe(records.length);
    for (const record of records) {
      const text = printed.get(record.id)!;
      // some styles write titles with capitals
      const lower = text.toLowerCase();
      expect([record.id, lower]).toEqual([
        record.id,
        expect.stringContaining(`${record.kind} ${record.id}]`),
      ]);
      expect(text).toContain(cite(record).csl.URL);
      expect(lower).toContain("baku-moscow: meetings, statements and agreements in five news");
      expect([record.id, lower]).toEqual([
        record.id,
        expect.stringMatching(/(?:maintainers|———),? \(?ed(?:itor)?[.)]/),
      ]);
      if (record.kind === "statement") expect(lower).toContain(record.credit.toLowerCase());
    }
  },
);

test.each(["apa", "vancouver", "harvard1", "chicago"])(
  "%s prints which subset is cited: criteria, number and hash",
  async (template) => {
    const citation = await citeSubset(statements, {
      speakers: ["sergey-lavrov", "russia"],
      topics: { all: ["peace-process"] },
      mode: { not: "agency-narration" },
      date: { from: "2022-12" },
    });
    const [text] = [...print([citation], template).values()];
    const { count, sha256 } = citation.subset;
    expect(text!.toLowerCase()).toContain(
      `${count} statements: speakers sergey-lavrov or russia, topics peace-process, mode not ` +
        `agency-narration, date possibly from 2022-12 [sha-256 ${sha256.slice(0, 12)}]`,
    );
    expect(text).toContain(`#subset-${sha256.slice(0, 12)}`);
  },
);

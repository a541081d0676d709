/**
 * What a page says to search engines, in the terms of schema.org. A claim is always given with its
 * speaker, and words are a quotation of a speaker only where the article puts them in quotation
 * marks.
 */
import { readFileSync } from "node:fs";
import {
  dataset as about,
  resolve,
  sources,
  version,
  type DatasetRecord,
  type Statement,
} from "#dataset";
import { cite, quotations, type Quotation } from "#dataset/cite";
import type {
  Claim,
  Dataset,
  NewsArticle,
  Person,
  Quotation as QuotationTerms,
  Thing,
  WebPage,
  WithContext,
} from "schema-dts";
import { html, raw, type Html } from "./html.ts";

const context = "https://schema.org";

/** The description of the dataset that the build derives. */
function readDescription(): Exclude<WithContext<Dataset>, string> {
  const file = new URL("../../src/generated/dataset.jsonld", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Exclude<WithContext<Dataset>, string>;
}

const description = readDescription();

/** The version of the dataset that a record is part of. */
const dataset: Dataset = {
  "@type": "Dataset",
  name: about.name,
  ...(description.url !== undefined && { url: description.url }),
  version,
};

/** An actor or another entity, by the type that schema.org has for it. */
function toEntity(id: string): Person | Thing {
  const record = resolve(id);
  const name = record?.label ?? id;
  switch (record?.kind) {
    case "person":
      return { "@type": "Person", name };
    case "organization":
      return { "@type": "Organization", name };
    case "place":
      return { "@type": record.type === "country" ? "Country" : "Place", name };
    default:
      return { "@type": "Thing", name };
  }
}

function toArticle(id: Statement["source"]): NewsArticle {
  if (!sources.has(id)) return { "@type": "NewsArticle", name: id };
  const { title, url, outlet, language, published } = sources.get(id);
  return {
    "@type": "NewsArticle",
    headline: title,
    url,
    publisher: { "@type": "Organization", name: outlet },
    inLanguage: language,
    ...(published?.earliest && { datePublished: published.earliest }),
  };
}

/** The speakers whom the words name; one who is inferred is marked as such in the credit line. */
function authorsOf({ speakers }: Statement): Person[] {
  const named = speakers.filter(({ basis }) => basis !== "inferred-side");
  // schema.org knows persons and organizations as authors; a state that speaks is neither
  return named.map(({ actor }) => toEntity(actor) as Person);
}

/** The words of the article that make a claim. */
function toQuotation({ words, link, verbatim }: Quotation, statement: Statement): QuotationTerms {
  return {
    "@type": "Quotation",
    text: words,
    isPartOf: toArticle(statement.source),
    url: link,
    ...(verbatim && { spokenByCharacter: authorsOf(statement) }),
  };
}

function toClaim(statement: Statement): WithContext<Claim> {
  const { id, credit, gist, source, about } = statement;
  const authors = authorsOf(statement);
  return {
    "@context": context,
    "@type": "Claim",
    identifier: id,
    name: `${credit}: ${gist}`,
    ...(authors.length > 0 && { author: authors }),
    appearance: toArticle(source),
    about: about.map(toEntity),
    hasPart: quotations(statement).map((one) => toQuotation(one, statement)),
    isPartOf: dataset,
    citation: cite(statement).apa,
    ...(description.license !== undefined && { license: description.license }),
  };
}

function toWebPage(record: DatasetRecord): WithContext<WebPage> {
  return {
    "@context": context,
    "@type": "WebPage",
    name: record.label,
    identifier: record.id,
    about: toEntity(record.id),
    isPartOf: dataset,
    citation: cite(record).apa,
  };
}

function toScript(data: object): Html {
  const json = JSON.stringify(data).replace(/</g, "\\u003c");
  return html`<script type="application/ld+json">
    ${raw(json)}
  </script>`;
}

/** The head of the page of a record. */
export function recordJsonLd(record: DatasetRecord): Html {
  return toScript(record.kind === "statement" ? toClaim(record) : toWebPage(record));
}

/** The head of the first page. */
export function datasetJsonLd(): Html {
  return toScript(description);
}

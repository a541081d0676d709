/** The functions and collections of the API by what people do with them. */

export interface ApiTask {
  readonly title: string;
  readonly intro: string;
  /** Names with the entry of the package that exports them. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

export const apiTasks: readonly ApiTask[] = [
  {
    title: "Collections",
    intro: "All records of a kind: look up, filter, count, go through.",
    names: {
      index: [
        ...["statements", "meetings", "visits", "events", "agreements"],
        ...["people", "organizations", "places", "topics", "sources"],
        ...["collections", "resolve", "withdrawnAs", "toPredicate"],
      ],
    },
  },
  {
    title: "Questions",
    intro: "What happened when, who stands where, what is linked with what, how many there are.",
    names: { index: ["timeline", "positions", "changes", "related", "countBy"] },
  },
  {
    title: "Search",
    intro: "Records by words.",
    names: { search: ["search", "searchIn"] },
  },
  {
    title: "Evidence and words",
    intro: "What a value rests on, and values in words that can be shown.",
    names: {
      index: ["evidenceOf", "hasEvidence", "fieldValues", "describeValue", "toDateText"],
      cite: ["claimPassages", "passageUrl"],
    },
  },
  {
    title: "Quotation and citation",
    intro: "Words with their speaker, citations that can be verified.",
    names: { cite: ["quotations", "cite", "citeSubset", "verifyCitation", "toAnnotations"] },
  },
  {
    title: "What happened to records",
    intro: "The dataset, its version, its corrections and reviews.",
    names: { index: ["dataset", "version", "corrections", "reviews", "reviewsOf"] },
  },
  {
    title: "Event coding and networks",
    intro: "Tables for coders of events, and a network of actors and topics.",
    names: { coding: ["dyads", "dyadsToCsv", "actorCode", "actorTopicGraph"] },
  },
  {
    title: "Your own records",
    intro: "The same questions about records that you have coded.",
    names: { own: ["toCollections", "checkData"] },
  },
  {
    title: "Databases",
    intro: "The same criteria as SQL.",
    names: { sql: ["openDatabase", "toSql", "toCountSql", "toCountBySql", "DatabaseError"] },
  },
  {
    title: "Schemas and errors",
    intro: "Zod schemas of every kind, and the error of wrong input.",
    names: {
      schema: [
        ...["StatementSchema", "MeetingSchema", "VisitSchema", "EventSchema", "AgreementSchema"],
        ...["PersonSchema", "OrganizationSchema", "PlaceSchema", "TopicSchema", "SourceSchema"],
        ...["checkRecords"],
      ],
      index: ["InputError"],
    },
  },
];

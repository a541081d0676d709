/**
 * Writes the tables and networks for coders into dist/. They are made with the package that was
 * just built, as users make them.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { actorTopicGraph, dyadsToCsv } from "baku-moscow/coding";
import { projectRoot } from "./root.ts";

writeFileSync(`${projectRoot}/dist/csv/dyads.csv`, dyadsToCsv());
mkdirSync(`${projectRoot}/dist/graphs`, { recursive: true });
writeFileSync(`${projectRoot}/dist/graphs/actors-topics.graphml`, actorTopicGraph());

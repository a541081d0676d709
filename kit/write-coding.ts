/**
 * Writes the tables and networks for coders into dist/. They are made with the package that was
 * just built, as users make them.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { actorTopicGraph, dyadsToCsv } from "#dataset/coding";
import { machineRoot } from "./folders.ts";

writeFileSync(`${machineRoot}/dist/csv/dyads.csv`, dyadsToCsv());
mkdirSync(`${machineRoot}/dist/graphs`, { recursive: true });
writeFileSync(`${machineRoot}/dist/graphs/actors-topics.graphml`, actorTopicGraph());

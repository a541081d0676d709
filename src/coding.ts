/** Tables and networks for event coders and for network tools. */
export { actorCode } from "./outputs/actor-codes.ts";
export { dyads, dyadsToCsv, type Dyad } from "./outputs/dyads.ts";
export { actorTopicGraph } from "./outputs/graphml.ts";

/**
 * Writes the pictures of the README. With `--check` it writes nothing and fails when one is not
 * current.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { drawSpeakersByTopic } from "./speakers-by-topic.ts";
import { drawTimeline } from "./timeline-picture.ts";

const [folder = "docs/pictures"] = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const pictures: readonly (readonly [name: string, svg: string])[] = [
  ["timeline.svg", drawTimeline({ width: 760, labels: true, statementsOnly: true })],
  ["speakers-by-topic.svg", drawSpeakersByTopic()],
];

const check = process.argv.includes("--check");
for (const [name, svg] of pictures) {
  const path = `${folder}/${name}`;
  if (!check) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, svg);
  } else if (!existsSync(path) || readFileSync(path, "utf8") !== svg) {
    console.error(`docs/pictures/${name}:1:1 is not current; run npm run build and commit it`);
    process.exitCode = 1;
  }
}

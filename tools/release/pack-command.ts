/** `npm run release:pack -- FOLDER`: builds and packs into a folder. */
import { resolve } from "node:path";
import { projectRoot } from "../root.ts";
import { packProject } from "./pack.ts";

console.log(packProject(projectRoot, resolve(process.argv[2] ?? ".")));

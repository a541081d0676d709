/** `npm run build`: compile the data, then bundle what users import. */
import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "./compile.ts";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
if (!run(root, false)) process.exit(1);
const { status } = spawnSync(process.execPath, ["node_modules/tsup/dist/cli-default.js", "--silent"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
copyFileSync(`${root}/src/generated/data.json`, `${root}/dist/data.json`);

#!/usr/bin/env node
/** Starts the command of the kit, which is in TypeScript. */
import { register } from "tsx/esm/api";

register();
await import("./kit-command.ts");

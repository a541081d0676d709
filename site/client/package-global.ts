/** The package under one name, for code that readers run in the page. */
import { packageModules } from "./package-modules.ts";

(globalThis as { packageModules?: object }).packageModules = packageModules;

/** Boxes in which readers run code: on the page for it, on the first page, under each example. */
import { all } from "./dom.ts";
import { runCode, type Output } from "./run-code.ts";

type Modules = Readonly<Record<string, object>>;
const holder = globalThis as { packageModules?: Modules };

/** The folder of the scripts of the site. */
const folder = new URL(".", (document.currentScript as HTMLScriptElement).src).href;
const root = document.documentElement.dataset.root ?? "";

/** Loads the package when it is first needed, because it is larger than a page. */
function loadModules(): Promise<Modules> {
  return new Promise((resolve, reject) => {
    if (holder.packageModules !== undefined) {
      resolve(holder.packageModules);
      return;
    }
    const script = document.createElement("script");
    script.src = `${folder}package.js`;
    script.onload = () => {
      resolve(holder.packageModules ?? {});
    };
    script.onerror = () => {
      reject(new Error("the package could not be loaded"));
    };
    document.head.append(script);
  });
}

function outputText(outputs: readonly Output[]): string {
  if (outputs.length === 0) return "The code ran. No line of it is an expression to show.";
  return outputs
    .map(({ code, value }) => (code === "" ? value : `${code}\n  //=> ${value}`))
    .join("\n");
}

async function run(box: HTMLElement): Promise<void> {
  const output = box.querySelector<HTMLElement>(".output")!;
  output.hidden = false;
  output.classList.remove("failed");
  output.textContent = "…";
  try {
    const code = box.querySelector("textarea")!.value;
    output.textContent = outputText(await runCode(code, await loadModules()));
  } catch (error) {
    const { name, message } = error as Error;
    output.classList.add("failed");
    output.textContent = `${name}: ${message}`;
  }
}

/** The address that opens the page for code with this code. */
export function addressOf(code: string): string {
  const page = new URL(`${root}try.html`, location.href);
  page.hash = `code=${encodeURIComponent(code)}`;
  return page.href;
}

async function share(box: HTMLElement): Promise<void> {
  const address = addressOf(box.querySelector("textarea")!.value);
  const status = box.querySelector("[role=status]")!;
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = "Copied";
  } catch {
    status.textContent = address;
  }
}

function connect(box: HTMLElement): void {
  box.querySelector(".run")!.addEventListener("click", () => void run(box));
  box.querySelector(".share")!.addEventListener("click", () => void share(box));
  const area = box.querySelector("textarea")!;
  area.rows = Math.max(4, area.value.split("\n").length + 1);
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void run(box);
  });
}

function makeBox(code: string): HTMLElement {
  const box = document.createElement("div");
  box.className = "try";
  const area = document.createElement("textarea");
  area.spellcheck = false;
  area.value = code;
  area.setAttribute("aria-label", "JavaScript");
  const actions = document.createElement("p");
  actions.className = "actions";
  for (const [name, text] of [
    ["run", "Run"],
    ["share", "Copy link"],
  ] as const) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = name;
    button.textContent = text;
    actions.append(button);
  }
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  actions.append(status);
  const output = document.createElement("pre");
  output.className = "output";
  output.hidden = true;
  output.tabIndex = 0;
  output.setAttribute("aria-label", "Result");
  box.append(area, actions, output);
  connect(box);
  return box;
}

/** Whether an example needs only what a page has. */
function runsInPage(code: string): boolean {
  const imports = [...code.matchAll(/from "([^"]+)"/g)].map((match) => match[1]!);
  const name = document.querySelector("a.home")?.textContent ?? "";
  const isOwn = (from: string) => from === name || from.startsWith(`${name}/`);
  return imports.length > 0 && imports.every((from) => isOwn(from) && !from.endsWith("/schema"));
}

/** Under each example of the package a button that puts a box in its place. */
function addRunButtons(): void {
  for (const code of all("pre:not(.import) > code.ts")) {
    const text = code.innerText.trimEnd();
    if (!runsInPage(text)) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "try-this";
    button.textContent = "Try it";
    button.addEventListener("click", () => {
      const box = makeBox(text);
      code.parentElement!.replaceWith(box);
      void run(box);
      box.querySelector("textarea")!.focus();
    });
    code.parentElement!.append(button);
  }
}

function fillFromAddress(): void {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  const area = document.querySelector<HTMLTextAreaElement>(".try textarea");
  if (code !== null && area) area.value = code;
}

export function addTryBoxes(): void {
  fillFromAddress();
  addEventListener("hashchange", fillFromAddress);
  all(".try").forEach(connect);
  addRunButtons();
}

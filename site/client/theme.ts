/**
 * Before the page is drawn: the theme that the reader chose. It is kept under the key that TypeDoc
 * uses.
 */
const storageKey = "tsd-theme";
const root = document.documentElement;

function storedTheme(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null; // storage may be disabled
  }
}

function storeTheme(theme: string): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // the choice holds for this page only
  }
}

function isDark(): boolean {
  const preferred = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return (root.dataset.theme ?? preferred) === "dark";
}

/** The fonts of Latin letters. */
const fonts = ["source-sans-3-latin-wght-normal", "source-serif-4-latin-wght-normal"];

/**
 * Loads the fonts before the page is drawn, so that no words move. A page in a folder may not load
 * them so.
 */
function preloadFonts(folder: string): void {
  if (location.protocol === "file:") return;
  for (const font of fonts) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "" });
    link.href = `${folder}fonts/${font}.woff2`;
    document.head.append(link);
  }
}

preloadFonts(new URL(".", (document.currentScript as HTMLScriptElement).src).href);
const stored = storedTheme();
if (stored === "light" || stored === "dark") root.dataset.theme = stored;
root.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("theme")!;
  const updateName = () => {
    button.firstElementChild!.textContent = isDark() ? "Light" : "Dark";
  };
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    root.dataset.theme = theme;
    storeTheme(theme);
    updateName();
  });
  updateName();
});

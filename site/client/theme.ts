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

const stored = storedTheme();
if (stored === "light" || stored === "dark") root.dataset.theme = stored;
root.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("theme")!;
  const updateName = () => {
    button.textContent = isDark() ? "Light theme" : "Dark theme";
  };
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    root.dataset.theme = theme;
    storeTheme(theme);
    updateName();
  });
  updateName();
});

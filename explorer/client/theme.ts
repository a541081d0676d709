/** Before the page is drawn: the theme that the reader chose, kept where the documentation keeps it. */
const root = document.documentElement;
const kept = () => {
  try {
    return localStorage.getItem("tsd-theme");
  } catch {
    return null; // storage may be shut
  }
};
const chosen = kept();
if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
root.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("theme")!;
  const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const name = () => (button.textContent = isDark() ? "Light" : "Dark");
  button.hidden = false;
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    root.dataset.theme = theme;
    try {
      localStorage.setItem("tsd-theme", theme);
    } catch {
      // it holds for this page
    }
    name();
  });
  name();
});

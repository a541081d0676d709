/** What the guides do when scripts run: examples can be copied and run. */
import { all } from "./dom.ts";
import { addTryBoxes } from "./try-boxes.ts";

/** TypeDoc gives each example a button to copy it. */
function addCopyOfExamples(): void {
  for (const button of all<HTMLButtonElement>("pre > button:not([class])")) {
    button.addEventListener("click", () => {
      const code = button.parentElement!.querySelector("code")!;
      void navigator.clipboard.writeText(code.innerText).then(() => {
        button.textContent = "Copied";
        setTimeout(() => (button.textContent = "Copy"), 2000);
      });
    });
  }
}

/** On a small screen the menus are closed until they are wanted. */
function foldMenus(): void {
  if (!matchMedia("(max-width: 899px)").matches) return;
  for (const menu of all<HTMLDetailsElement>("details.fold, details.tsd-page-navigation"))
    menu.open = false;
}

addCopyOfExamples();
foldMenus();
addTryBoxes();

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

/** On a small screen a menu is closed until it is wanted. */
function addUnfolding(): void {
  for (const button of all("button.unfold"))
    button.addEventListener("click", () => {
      const isOpen = button.parentElement!.classList.toggle("unfolded");
      button.setAttribute("aria-expanded", String(isOpen));
    });
}

addCopyOfExamples();
addUnfolding();
addTryBoxes();

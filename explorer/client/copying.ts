/** A button copies a text or the address, says so, and where it may not, selects the text. */
import { byId } from "./dom.ts";

export async function copy(button: HTMLElement, text: string, shown?: HTMLElement): Promise<void> {
  const status = button.parentElement!.querySelector("[role=status]")!;
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = "Copied";
  } catch {
    if (shown) {
      shown.hidden = false;
      getSelection()?.selectAllChildren(shown);
    }
    status.textContent = shown ? "Selected" : text;
  }
  setTimeout(() => (status.textContent = ""), 2000);
}

export function copying(): void {
  document.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLElement>("button.copy");
    if (!button) return;
    if (button.classList.contains("link")) void copy(button, location.href);
    else {
      const text = byId(button.dataset.copy!);
      void copy(button, text.textContent, text);
    }
  });
}

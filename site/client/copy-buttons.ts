/**
 * Buttons that copy a text or the address and report it; where copying is not allowed, the text is
 * selected.
 */
import { byId } from "./dom.ts";

/** Copies a text. `shown` is the element to select when copying is not allowed. */
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

export function addCopyButtons(): void {
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

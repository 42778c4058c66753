// Whatever is cut short for want of room says all of itself under the pointer, where nothing else says so already.

/** Says so from now on; answers how to stop. */
export function tellCutWords(): () => void {
  const over = (event: MouseEvent) => {
    const at = event.target instanceof Element ? event.target.closest<HTMLElement>(".cut") : null;
    if (!at || at.closest("[title]") || at.querySelector("[title]")) return;
    if (at.scrollWidth <= at.clientWidth) return;
    at.title = (at.innerText ?? at.textContent ?? "").trim().replace(/\s+/g, " ");
    // What stands there may be another text by the next time.
    at.addEventListener("mouseleave", () => at.removeAttribute("title"), { once: true });
  };
  document.addEventListener("mouseover", over);
  return () => document.removeEventListener("mouseover", over);
}

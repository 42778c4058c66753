// A picture of the first screen. The core keeps it and puts it into the page of the next start where all that it shows
// is still so; it is seen while the program is still read.

const ID = "picture";

/** Whether the window stands at its first screen. */
export const atFirst = (): boolean => ["", "#today"].includes(window.location.hash);

/** The picture that came with the page, where it is one of the screen that will be drawn. */
export function pictureIn(language: string): HTMLElement | undefined {
  const picture = document.getElementById(ID);
  if (picture && atFirst() && picture.lang === language) return picture;
  drop();
  return undefined;
}

/** What is on view, as it can be drawn again. Names by which elements are found stay with the real ones; styles are
 * set, not written: the policy of the shell allows no styles within a text. */
export function pictureOf(view: Element): string {
  const copy = view.cloneNode(true) as Element;
  for (const element of [copy, ...copy.querySelectorAll<HTMLElement>("*")]) {
    const style = element.getAttribute("style");
    if (style) element.setAttribute("data-style", style);
    for (const name of ["style", "id", "data-testid", "data-region"]) element.removeAttribute(name);
  }
  return copy.outerHTML;
}

/** Draws the picture; resolves once it is seen. */
export function show(picture: HTMLElement): Promise<void> {
  for (const element of picture.querySelectorAll<HTMLElement>("[data-style]")) {
    element.style.cssText = element.dataset.style ?? "";
  }
  picture.hidden = false;
  return new Promise((seen) => requestAnimationFrame(() => setTimeout(seen)));
}

/** The screen itself is there. */
export function drop(): void {
  document.getElementById(ID)?.remove();
}

// A picture of the first screen, kept on this machine and shown at the next start while the program is still read. It
// is shown only where the core's answers are the same: the same workspace with the same entries on the same day.
import type { Info, Start } from "../ipc/generated/core";
import { platform } from "../platform";

/** What a picture is of, and the elements to draw. */
interface Picture {
  of: string;
  html: string;
}

const NAME = "picture";
const ID = "picture";

/** Whether the window stands at its first screen. */
export const atFirst = (): boolean => ["", "#today"].includes(window.location.hash);

/** All that the first screen is made of. The name of this very script, which changes with each build, stands for how
 * it is drawn. */
export const subject = (language: string, start: Start, info: Info): string =>
  JSON.stringify([import.meta.url, language, start.open, info]);

export function kept(): Picture | undefined {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** What the first screen would be of now. */
export async function subjectNow(language: string): Promise<string | undefined> {
  const ask = async (name: string) => (await platform().call(name, {}, 0, () => {})).answer;
  try {
    const [start, info] = await Promise.all([ask("host_start"), ask("workspace_info")]);
    return subject(language, start as Start, info as Info);
  } catch {
    return undefined;
  }
}

/** Keeps what is on view. Names by which elements are found stay with the real ones; styles are set, not written: the
 * policy of the shell allows no styles within a text. */
export function keep(of: string, view: Element): void {
  if (kept()?.of === of) return;
  const copy = view.cloneNode(true) as Element;
  for (const element of [copy, ...copy.querySelectorAll<HTMLElement>("*")]) {
    const style = element.getAttribute("style");
    if (style) element.setAttribute("data-style", style);
    for (const name of ["style", "id", "data-testid", "data-region"]) element.removeAttribute(name);
  }
  const picture: Picture = { of, html: copy.outerHTML };
  try {
    localStorage.setItem(NAME, JSON.stringify(picture));
  } catch {
    // No room: the next start draws the screen itself.
    localStorage.removeItem(NAME);
  }
}

/** Draws the picture; resolves once it is seen. */
export function show(picture: Picture): Promise<void> {
  const holder = document.createElement("div");
  holder.id = ID;
  holder.setAttribute("inert", "");
  holder.setAttribute("aria-hidden", "true");
  holder.innerHTML = picture.html;
  for (const element of holder.querySelectorAll<HTMLElement>("[data-style]")) {
    element.style.cssText = element.dataset.style ?? "";
  }
  document.body.append(holder);
  return new Promise((seen) => requestAnimationFrame(() => setTimeout(seen)));
}

/** The screen itself is there. */
export function drop(): void {
  document.getElementById(ID)?.remove();
}

/** Nothing of a workspace that was closed stays on this machine. */
export function forgetPicture(): void {
  localStorage.removeItem(NAME);
}

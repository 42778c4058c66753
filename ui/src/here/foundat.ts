// A place in a file: as it is told, and as it stands in the address.
import type { TFunction } from "i18next";
import type { FoundAt } from "../ipc/generated/core";

/** As the address has it: `page:3`, `cell:B7:Sheet 1`, `paragraph:12`. */
export function address(place: FoundAt | null): string | undefined {
  if (!place) return undefined;
  // The text of what holds it is shown: there it is a paragraph.
  if (place.kind === "inside") return `paragraph:${place.n}`;
  return place.kind === "cell" ? `cell:${place.cell ?? ""}:${place.sheet}` : `${place.kind}:${place.n}`;
}

/** As a person says it. */
export function placeText(t: TFunction, place: FoundAt | null): string {
  if (!place) return "";
  if (place.kind === "inside") return [place.file, placeText(t, place.place)].filter(Boolean).join(", ");
  if (place.kind !== "cell") return t(`foundAt.${place.kind}`, { n: place.n });
  return t(place.cell ? "foundAt.cell" : "foundAt.sheet", { sheet: place.sheet, cell: place.cell ?? "" });
}

export interface Asked {
  kind: string;
  n: number;
  sheet: string;
  /** From 0, where a cell is asked for. */
  column: number;
}

/** What an address asks for; a cell's row is `n`. */
export function asked(at: string | undefined): Asked | undefined {
  const [kind = "", what = "", ...sheet] = at?.split(":") ?? [];
  if (!kind) return undefined;
  if (kind !== "cell") return { kind, n: Number(what), sheet: "", column: 0 };
  const [, letters = "", row = "0"] = /^([A-Z]+)([0-9]+)$/.exec(what) ?? [];
  const column = [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
  return { kind, n: Number(row), sheet: sheet.join(":"), column };
}

/** The line of a text, from 0, at which a place is; -1 where it is not known. */
export function lineOf(lines: string[], place: Asked | undefined): number {
  if (!place) return -1;
  if (place.kind === "line") return place.n - 1;
  if (place.kind === "cell") {
    const head = lines.indexOf(`\v${place.sheet}`);
    return head < 0 ? -1 : head + place.n;
  }
  let left = place.n;
  return lines.findIndex((line) => {
    if (place.kind === "slide") left -= line.split("\f").length - 1;
    else if (line.trim()) left -= 1;
    return place.kind === "slide" ? left <= 1 : left <= 0;
  });
}

// Tables as CSV, for spreadsheets.
import { dueText } from "./dates";

/** A cell in quotation marks. One that begins like a formula is told to be text. */
function cell(value: unknown): string {
  const plain =
    value === null || value === undefined
      ? ""
      : Array.isArray(value)
        ? value.join("; ")
        : typeof value === "object"
          ? dueText(value as never)
          : String(value);
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** A table with its head; the mark in front tells spreadsheets that it is UTF-8. */
export function csv(head: string[], rows: unknown[][]): string {
  return `\ufeff${[head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

// What the core answers when it does not do what it was asked.

/** Why, by a name for which the wording has words, and what those words need. */
export interface Refusal {
  /** What a program acts on; several reasons have the same. */
  code: string;
  reason: string;
  values: Record<string, string>;
}

/** What was caught as a refusal; what is none by its form, such as a mistake of the page, is called internal. */
export function refusal(error: unknown): Refusal {
  if (error && typeof error === "object" && "code" in error && "reason" in error && "values" in error)
    return error as Refusal;
  return { code: "internal", reason: "internal", values: { detail: detail(error) } };
}

function detail(error: unknown): string {
  if (!error || typeof error !== "object") return String(error);
  return "message" in error ? String(error.message) : Object.keys(error).join(", ");
}

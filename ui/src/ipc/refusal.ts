// What the core answers when it does not do what it was asked.

/** Every refusal has these three parts. */
export interface Refusal {
  code: string;
  message: string;
  hint: string;
}

/** What was caught as a refusal; what is none by its form, such as a mistake of the page, is called internal. */
export function refusal(error: unknown): Refusal {
  if (error && typeof error === "object" && "code" in error && "message" in error) return error as Refusal;
  return { code: "internal", message: String(error instanceof Error ? error.message : error), hint: "" };
}

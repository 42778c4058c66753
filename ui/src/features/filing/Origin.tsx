// Where a suggested value comes from, in a word or two.
import { useTranslation } from "react-i18next";
import type { Suggestion, SuggestionOrigin } from "../../ipc/generated/core";

/** Says an origin in words. */
export function useOrigin(): (origin: SuggestionOrigin) => string {
  const { t } = useTranslation();
  return (origin) => t(`filing.origin.${origin.from}`, { ...origin });
}

/** The note under a field: where its value comes from, as long as it is the suggested one. */
export function useNote(): (found: Suggestion<string> | null, value: string) => string | undefined {
  const say = useOrigin();
  return (found, value) => (found && value !== "" && found.value === value ? say(found.origin) : undefined);
}

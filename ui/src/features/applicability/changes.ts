// Two decisions on the same control side by side, in words.
import type { TFunction } from "i18next";
import type { Decision, SoaChange } from "../../ipc/generated/core";

const isWord = (said: string): boolean => said === "yes" || said === "partly" || said === "no";

/** What a decision says of one field; a dash where it says nothing. */
export function says(t: TFunction, decision: Decision | null, field: string): string {
  if (!decision) return field === "applies" ? t("applies.undecided") : "–";
  const { grounds = [], reach = [], risks = [] } = decision;
  const said = decision.implemented ?? "";
  const words: Record<string, string> = {
    applies: t(decision.applies ? "soa.included" : "soa.excluded"),
    reason: decision.reason ?? "",
    grounds: grounds.map((one) => t(`ground.${one}`)).join(", "),
    risks: risks.join(", "),
    implemented: said && (isWord(said) ? t(`inPlace.${said}`) : t("inPlace.by", { day: said })),
    reach: reach.map((one) => t(`reach.${one}`)).join(", "),
    owner: decision.owner ?? "",
  };
  return words[field] || "–";
}

/** A line for each field that differs; where it is new in the statement or no more in it, one for all. */
export function changeLines(t: TFunction, change: SoaChange): string[] {
  const { called_before, called_after, before, after } = change;
  if (!called_before) return [t("applicability.change.new")];
  if (!called_after) return [t("applicability.change.gone")];
  const line = (field: string, was: string, is: string) =>
    t("history.changed", { field: t(`applicability.field.${field}`), before: was, after: is });
  const unsaid = t("applicability.unsaid");
  return change.fields.map((field) =>
    field === "title" || field === "origin"
      ? line(field, called_before[field] || unsaid, called_after[field] || unsaid)
      : line(field, says(t, before, field), says(t, after, field)),
  );
}

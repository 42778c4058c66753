// Two decisions on the same control side by side, in words.
import type { TFunction } from "i18next";
import type { Decision, SoaChange } from "../../ipc/generated/core";

const isWord = (said: string): boolean => said === "yes" || said === "partly" || said === "no";

/** What a decision says of one field; a dash where it says nothing. */
export function says(t: TFunction, decision: Decision | null, field: string): string {
  if (!decision) return field === "applies" || field === "control" ? t("applies.undecided") : "–";
  const { grounds = [], reach = [], risks = [] } = decision;
  const said = decision.implemented ?? "";
  const words: Record<string, string> = {
    applies: t(decision.applies ? "soa.included" : "soa.excluded"),
    control: t(decision.applies ? "soa.included" : "soa.excluded"),
    reason: decision.reason ?? "",
    grounds: grounds.map((one) => t(`ground.${one}`)).join(", "),
    risks: risks.join(", "),
    implemented: said && (isWord(said) ? t(`inPlace.${said}`) : t("inPlace.by", { day: said })),
    reach: reach.map((one) => t(`reach.${one}`)).join(", "),
    owner: decision.owner ?? "",
  };
  return words[field] || "–";
}

/** A line for each field that differs; where it was decided for the first time, or is no more, one for all. */
export function changeLines(t: TFunction, change: SoaChange): string[] {
  const { before, after, fields } = change;
  if (fields.includes("control")) return [t(after ? "applicability.change.new" : "applicability.change.gone")];
  if (!before || !after)
    return [
      t("history.changed", {
        field: t("applicability.field.applies"),
        before: says(t, before, "applies"),
        after: says(t, after, "applies"),
      }),
    ];
  return fields.map((field) =>
    field === "title"
      ? t("applicability.change.title")
      : t("history.changed", {
          field: t(`applicability.field.${field}`),
          before: says(t, before, field),
          after: says(t, after, field),
        }),
  );
}

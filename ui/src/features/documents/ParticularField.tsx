// A field for one particular of a document, by its name.
import { useTranslation } from "react-i18next";
import type { DocumentKind } from "../../ipc/generated/core";
import { SelectField, TextField } from "../../kit";
import { KINDS, months, type Particular } from "./particulars";

export function ParticularField({
  name,
  value,
  onChange,
  note,
  autoFocus,
}: {
  name: Particular;
  value: string;
  onChange: (value: string) => void;
  note?: string;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const label = t(`particular.${name}`);
  if (name === "kind") {
    // Nothing is chosen before the user has chosen.
    const options = KINDS.map((k) => ({ value: k as string, label: t(`kind.${k}`) }));
    const none = KINDS.includes(value as DocumentKind) ? [] : [{ value: "", label: "–" }];
    return <SelectField label={label} value={value} onChange={onChange} options={[...none, ...options]} note={note} />;
  }
  const wrong =
    name === "review_interval" && value.trim() !== "" && months(value) === undefined
      ? t("documents.correct.months")
      : undefined;
  return <TextField label={label} value={value} onChange={onChange} note={note} wrong={wrong} autoFocus={autoFocus} />;
}

// What can be corrected: a particular, its field with what it said before, and whether a value can stand.
import { useTranslation } from "react-i18next";
import { isDay } from "./dates";
import { DayField, SelectField, TextField } from "./fields";
import { Segments } from "./segments";

/** A particular that can be corrected, by its name in the core's list. */
export interface Particular {
  name: string;
  label: string;
  /** `few`: a word of a few that are all in view. */
  form: "text" | "area" | "day" | "word" | "few";
  /** The words there are. */
  words?: { value: string; label: string }[];
  /** Whether it always says something. */
  needed?: boolean;
  /** Whether it takes the whole width of the form. */
  wide?: boolean;
  /** What is wrong with a value; nothing where it can stand. */
  wrong?: (value: string) => string | undefined;
}

export type Values = Record<string, string>;

/** What is to be corrected, as the core takes it. */
export interface Correction {
  changes: Values;
  scope: string[] | null;
  reason: string;
}

export type Scopes = { value: string; label: string }[];

/** The scope items among what can be corrected. */
export const SCOPE = "scope";

export function ParticularField({
  of,
  value,
  onChange,
  before,
  autoFocus,
}: {
  of: Particular;
  value: string;
  onChange: (value: string) => void;
  /** What it said, where it says something else now. */
  before?: string;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const words = of.words ?? [];
  const word = words.find((w) => w.value === before)?.label ?? before;
  const note = before === undefined ? undefined : t("correct.before", { before: word || t("correct.nothing") });
  const given = { label: of.label, value, onChange, note };
  if (of.form === "day") return <DayField {...given} autoFocus={autoFocus} />;
  if (of.form === "word") {
    // Nothing is chosen before the user has chosen.
    const none = words.some((w) => w.value === value) ? [] : [{ value: "", label: "–" }];
    return <SelectField {...given} options={[...none, ...words]} />;
  }
  if (of.form === "few") {
    return (
      <div className="field">
        <span className="label">{of.label}</span>
        <Segments value={value} onChange={onChange} label={of.label} options={words} />
        {note && <span className="note">{note}</span>}
      </div>
    );
  }
  return <TextField {...given} wrong={of.wrong?.(value.trim())} area={of.form === "area"} autoFocus={autoFocus} />;
}

/** Whether a value can stand. */
export function stands(of: Particular, value: string): boolean {
  if (value === "") return !of.needed;
  return of.form === "day" ? isDay(value) : of.wrong?.(value) === undefined;
}

export const sameItems = (one: string[], other: string[]): boolean =>
  [...one].sort().join() === [...other].sort().join();

// Fields to write or choose in, each with its label, and a note or what is wrong.
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { isDay } from "./dates";

export function Field({
  label,
  note,
  wrong,
  children,
  style,
  hideLabel,
}: {
  label: string;
  note?: ReactNode;
  wrong?: string;
  children: (id: string) => ReactNode;
  style?: React.CSSProperties;
  hideLabel?: boolean;
}) {
  const id = useId();
  return (
    <div className="field" style={style}>
      <label className={hideLabel ? "hidden" : "label"} htmlFor={id}>
        {label}
      </label>
      {children(id)}
      {wrong ? (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      ) : note ? (
        <span className="note">{note}</span>
      ) : null}
    </div>
  );
}

export function TextField({
  label,
  value,
  onChange,
  note,
  wrong,
  area,
  autoFocus,
  placeholder,
  style,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  note?: ReactNode;
  wrong?: string;
  area?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
  style?: React.CSSProperties;
}) {
  return (
    <Field label={label} note={note} wrong={wrong} style={style}>
      {(id) =>
        area ? (
          <textarea
            id={id}
            value={value}
            placeholder={placeholder}
            autoFocus={autoFocus}
            data-autofocus={autoFocus || undefined}
            onChange={(e) => onChange(e.target.value)}
          />
        ) : (
          <input
            id={id}
            value={value}
            placeholder={placeholder}
            autoFocus={autoFocus}
            data-autofocus={autoFocus || undefined}
            onChange={(e) => onChange(e.target.value)}
          />
        )
      }
    </Field>
  );
}

/** A day, written `2026-11-23`. */
export function DayField({
  label,
  value,
  onChange,
  note,
  autoFocus,
  style,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  note?: ReactNode;
  autoFocus?: boolean;
  style?: React.CSSProperties;
}) {
  const { t } = useTranslation();
  const wrong = value !== "" && !isDay(value) ? t("field.dayWrong") : undefined;
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      note={note}
      wrong={wrong}
      autoFocus={autoFocus}
      placeholder="2026-11-23"
      style={style}
    />
  );
}

export function SelectField<T extends string>({
  label,
  value,
  onChange,
  options,
  note,
  style,
  hideLabel,
}: {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: { value: T; label: string }[];
  note?: ReactNode;
  style?: React.CSSProperties;
  hideLabel?: boolean;
}) {
  return (
    <Field label={label} note={note} style={style} hideLabel={hideLabel}>
      {(id) => (
        <select id={id} value={value} onChange={(e) => onChange(e.target.value as T)}>
          {options.map((o) => (
            <option key={o.value} value={o.value}>
              {o.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

// A passphrase: nobody beside reads it, nothing keeps it, and where it was wrong the cursor stands in it again.
import { type ReactNode, useEffect, useRef } from "react";
import { Field } from "./fields";

export function PassphraseField({
  label,
  value,
  onChange,
  note,
  wrong,
  again,
  autoFocus,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  note?: ReactNode;
  wrong?: string;
  /** What it was refused for; another one takes the cursor back here. */
  again?: unknown;
  autoFocus?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!again) return;
    input.current?.focus();
    input.current?.select();
  }, [again]);
  return (
    <Field label={label} note={note} wrong={wrong}>
      {(id) => (
        <input
          ref={input}
          id={id}
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={value}
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
    </Field>
  );
}

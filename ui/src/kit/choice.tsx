// Any number of a few, ticked in a card.

export function Choice({
  label,
  options,
  value,
  onChange,
  note,
}: {
  label: string;
  options: { value: string; label: string; tone?: string }[];
  value: string[];
  onChange: (value: string[]) => void;
  note?: string;
}) {
  return (
    <fieldset className="field" style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className="label" style={{ padding: 0, marginBottom: 4 }}>
        {label}
      </legend>
      <div className="card">
        {options.map((o, n) => (
          <label
            key={o.value}
            className={`row ${o.tone ?? ""}`}
            style={{ padding: "6px 12px", gap: 10, borderTop: n ? "1px solid var(--line)" : 0 }}
          >
            <input
              type="checkbox"
              className="check"
              checked={value.includes(o.value)}
              onChange={(e) =>
                onChange(
                  options.map((x) => x.value).filter((v) => (v === o.value ? e.target.checked : value.includes(v))),
                )
              }
            />
            <span className={o.tone ? "own medium" : ""}>{o.label}</span>
          </label>
        ))}
      </div>
      {note && <span className="note">{note}</span>}
    </fieldset>
  );
}

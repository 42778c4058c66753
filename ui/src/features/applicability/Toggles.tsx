// Any number of a few, side by side.

export function Toggles<V extends string>({
  label,
  value,
  options,
  onChange,
  note,
}: {
  label: string;
  value: V[];
  options: { value: V; label: string }[];
  onChange: (value: V[]) => void;
  note?: string;
}) {
  return (
    <div className="field" role="group" aria-label={label}>
      <span className="label">{label}</span>
      <div className="segments">
        {options.map((o) => (
          <button
            key={o.value}
            type="button"
            aria-pressed={value.includes(o.value)}
            onClick={() =>
              onChange(
                options.map((x) => x.value).filter((v) => (v === o.value ? !value.includes(v) : value.includes(v))),
              )
            }
          >
            {o.label}
          </button>
        ))}
      </div>
      {note && <span className="note">{note}</span>}
    </div>
  );
}

/** One of a few with its label above. */
export function OneOf<V extends string>({
  label,
  value,
  options,
  onChange,
  note,
  wrong,
}: {
  label: string;
  value: V | undefined;
  options: { value: V; label: string }[];
  onChange: (value: V) => void;
  note?: string;
  wrong?: string;
}) {
  return (
    <div className="field" role="group" aria-label={label}>
      <span className="label">{label}</span>
      <div className="segments">
        {options.map((o) => (
          <button key={o.value} type="button" aria-pressed={value === o.value} onClick={() => onChange(o.value)}>
            {o.label}
          </button>
        ))}
      </div>
      {wrong ? (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      ) : (
        note && <span className="note">{note}</span>
      )}
    </div>
  );
}

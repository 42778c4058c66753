// A date that needs a person, as a dot: full for a document, a ring for a record, red when it is late.

export function Dot({ kind, late }: { kind: string; late?: boolean }) {
  const document = kind !== "record_expiry";
  const colour = late ? "var(--red)" : document ? "var(--ink2)" : "var(--ink3)";
  return (
    <i
      style={{
        width: 6,
        height: 6,
        borderRadius: "50%",
        display: "inline-block",
        background: document ? colour : "transparent",
        border: `1px solid ${colour}`,
      }}
    />
  );
}

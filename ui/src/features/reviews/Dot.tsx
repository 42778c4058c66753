// A date that needs a person, as a dot: full for a document, a ring for a record, red when it is late.

export function Dot({ kind, late }: { kind: string; late?: boolean }) {
  const colour = late ? "var(--red)" : kind === "document_review" ? "var(--ink2)" : "var(--ink3)";
  return (
    <i
      style={{
        width: 6,
        height: 6,
        borderRadius: "50%",
        display: "inline-block",
        background: kind === "document_review" ? colour : "transparent",
        border: `1px solid ${colour}`,
      }}
    />
  );
}

// What is named in few words: a clause with its standard, in that standard's colour.
import { parseReference, standardName, tone } from "./standards";

export function ClauseChip({
  reference,
  onOpen,
  dashed,
}: {
  reference: string;
  onOpen?: (reference: string) => void;
  dashed?: boolean;
}) {
  const { standard, clause } = parseReference(reference);
  const inside = (
    <>
      {standardName(reference)} <b>{clause}</b>
    </>
  );
  const style = dashed ? { border: "1px dashed var(--own)", background: "none" } : undefined;
  if (!onOpen)
    return (
      <span className={`chip clausechip ${tone(standard)}`} style={style}>
        {inside}
      </span>
    );
  return (
    <button
      type="button"
      className={`chip clausechip ${tone(standard)}`}
      style={style}
      onClick={() => onOpen(reference)}
    >
      {inside}
    </button>
  );
}

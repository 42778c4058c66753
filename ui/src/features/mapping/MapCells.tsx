// These documents and records against these clauses: each cell ticked, with what becomes of it, and how the clauses stand
// before and after.
import { useTranslation } from "react-i18next";
import { number } from "../../i18n";
import type { CellMade, CellsMapped, ClauseChange } from "../../ipc/generated/core";
import { ClauseChip, Glyph } from "../../kit";
import { clauseName, parseReference, tone } from "../../kit/standards";

export const cellKey = (cell: { item: string; reference: string }): string => `${cell.item} ${cell.reference}`;

export function MapCells({
  items,
  references,
  off,
  made,
  onOff,
}: {
  items: string[];
  references: string[];
  /** Those left out, by their key. */
  off: string[];
  /** What would be made; nothing while it is not known. */
  made: CellsMapped | undefined;
  onOff: (key: string) => void;
}) {
  const { t } = useTranslation();
  const cells = new Map((made?.cells ?? []).map((cell) => [cellKey(cell), cell]));
  const changes = new Map((made?.clauses ?? []).map((change) => [change.reference, change]));
  const above = (made?.clauses ?? []).filter((change) => !references.includes(change.reference));
  return (
    <section aria-label={t("mapping.cells")} data-testid="map-cells">
      <div style={{ overflow: "auto", maxHeight: 320 }}>
        <table className="matrix mapcells">
          <thead>
            <tr>
              <th scope="col">{t("matrix.clauses")}</th>
              {items.map((item) => (
                <th key={item} scope="col" className="strong">
                  {item}
                </th>
              ))}
              <th scope="col">{t("matrix.stands")}</th>
            </tr>
          </thead>
          <tbody>
            {references.map((reference) => (
              <tr key={reference} className={tone(parseReference(reference).standard)}>
                <th scope="row">
                  <ClauseChip reference={reference} />
                </th>
                {items.map((item) => {
                  const key = cellKey({ item, reference });
                  return (
                    <td key={item}>
                      <label className="mapcell">
                        <input
                          type="checkbox"
                          className="check"
                          checked={!off.includes(key)}
                          aria-label={`${item}, ${clauseName(reference)}`}
                          onChange={() => onOff(key)}
                        />
                        <Says cell={off.includes(key) ? undefined : cells.get(key)} />
                      </label>
                    </td>
                  );
                })}
                <td>
                  <Change change={changes.get(reference)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {above.length > 0 && (
        <p className="row hint" style={{ marginTop: 8, flexWrap: "wrap" }}>
          {t("filing.above")}
          {above.slice(0, 8).map((change) => (
            <span key={change.reference} className={`row ${tone(parseReference(change.reference).standard)}`}>
              <span className="own medium">{clauseName(change.reference)}</span> <Change change={change} />
            </span>
          ))}
          {above.length > 8 && t("proposal.more", { n: number(above.length - 8) })}
        </p>
      )}
    </section>
  );
}

/** What becomes of a cell, in a few words. */
function Says({ cell }: { cell: CellMade | undefined }) {
  const { t } = useTranslation();
  if (!cell) return null;
  const says = [
    cell.how === "accepted" && cell.relation
      ? t(`relation.${cell.relation}`, { defaultValue: t("mapping.cell.accepted") })
      : t(`mapping.cell.${cell.how}`),
    cell.strength !== "full" && t(`strength.${cell.strength}`),
    cell.opens > 0 && t("mapping.cell.opens", { n: number(cell.opens) }),
  ].filter(Boolean);
  return <span className="hint">{says.join(", ")}</span>;
}

function Change({ change }: { change: ClauseChange | undefined }) {
  const { t } = useTranslation();
  if (!change) return null;
  const { standard } = parseReference(change.reference);
  const says =
    change.before === change.after
      ? t("matrix.stays", { state: t(`state.${change.before}`) })
      : t("matrix.becomes", { before: t(`state.${change.before}`), after: t(`state.${change.after}`) });
  return (
    <span className="row" style={{ gap: 6 }}>
      <Glyph state={change.after} standard={standard} />
      <span className="hint" style={{ whiteSpace: "nowrap" }}>
        {says}
      </span>
    </span>
  );
}

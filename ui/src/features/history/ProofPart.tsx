// One entry of a history: what it says, how it is proven, from when it holds and when it was recorded.
import { Anchor, Hash } from "lucide-react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { number } from "../../i18n";
import { useChange } from "../../ipc";
import type { Happened, StatementShown } from "../../ipc/generated/core";
import { CloseButton, Kbd, useKey } from "../../kit";
import { dueText } from "../../kit/dates";
import { changed, eventName, happened, why } from "../../kit/happened";
import { showRefusal, showToast } from "../../kit/toast";
import { wholeDays } from "../../kit/wholedays";
import { platform } from "../../platform";
import { SignedBy, StatementText } from "./StatementPart";

export function ProofPart({
  entry,
  statement,
  size,
  code,
  onClose,
}: {
  entry: Happened;
  /** What was said by it, where it is a statement. */
  statement: StatementShown | undefined;
  size: number;
  code: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const prove = useChange("ledger_proof");
  const save = async () => {
    const name = t("history.proofName", { code, n: entry.seq });
    const [path] = await platform().choose("save", t("history.saveProof"), `${name}.txt`);
    if (!path) return;
    try {
      const proof = await prove.run({ id: entry.id });
      await platform().saveText(path, `${proof.entry}\nleaf ${proof.leaf}\n${proof.proof}\n`);
      showToast(t("history.proofSaved", { n: number(entry.seq) }));
    } catch (error) {
      showRefusal(error);
    }
  };
  useKey("s", () => void save());
  const reason = why(entry);
  return (
    <aside className="inspector narrow" aria-label={eventName(entry.kind)} data-region data-testid="proof">
      <header>
        <div className="row muted num" style={{ fontSize: 12 }}>
          {entry.recorded}
          <CloseButton end onClick={onClose} />
        </div>
        <h2 className="wrap selectable">{eventName(entry.kind)}</h2>
        <p className="wrap selectable">{wholeDays(happened(entry))}</p>
        {entry.changes.map((one) => (
          <p key={one.field} className="wrap selectable">
            {wholeDays(changed(one))}
          </p>
        ))}
        {reason && <p className="muted wrap selectable">{reason}</p>}
      </header>
      <section className="part">
        <h2>{t("history.proven")}</h2>
        <div className="proofs">
          {statement && <SignedBy statement={statement} />}
          <Hash className="icon" aria-hidden />
          <div>
            <div className="medium">{t("history.entryOf", { n: number(entry.seq), of: number(size) })}</div>
            <div className="hint">{t("history.recordedAt", { at: `${entry.recorded} ${entry.time.slice(0, 5)}` })}</div>
          </div>
          {entry.held && (
            <>
              <Anchor className="icon" aria-hidden />
              <div>
                <div className="medium">{t("history.heldSince", { day: entry.held.since })}</div>
                <div className="hint">
                  {t("history.heldBy", { size: number(entry.held.size), pack: entry.held.pack })}
                </div>
              </div>
            </>
          )}
        </div>
      </section>
      {statement && <StatementText statement={statement} />}
      <section className="part">
        <h2>{t("history.twoTimes")}</h2>
        <dl className="facts">
          <dt>{t("history.holdsFrom")}</dt>
          <dd className="num">{entry.holds ? dueText(entry.holds) : entry.recorded}</dd>
          <dt>{t("history.recorded")}</dt>
          <dd className="num">{entry.recorded}</dd>
          <dt>{t("ledger.who")}</dt>
          <dd className="wrap">{entry.actor}</dd>
        </dl>
        {entry.late && (
          <p className="hint" style={{ marginTop: 8 }}>
            {t("history.lateSentence")}
          </p>
        )}
      </section>
      <footer style={{ padding: "12px 20px" }}>
        <button type="button" className="button outline grow" disabled={prove.busy} onClick={() => void save()}>
          {t("history.saveProof")} <Kbd>S</Kbd>
        </button>
        <button type="button" className="button outline" onClick={() => go("integrity", { entry: String(entry.seq) })}>
          {t("history.inLedger")}
        </button>
      </footer>
    </aside>
  );
}

// What somebody said of it, by whom and with which key, as the text that stock tools check.
import { Copy, PenLine, PenOff, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { StatementProof, StatementShown } from "../../ipc/generated/core";
import { shortFingerprint } from "../../kit/digest";
import { showToast } from "../../kit/toast";
import { wholeDays } from "../../kit/wholedays";

/** The sign beside a row: a pen where it is signed, a warning where the signature does not hold. */
export function Pen({ proof, size = 14 }: { proof: StatementProof; size?: number }) {
  const { t } = useTranslation();
  const name = t(`proof.${proof}`);
  if (proof === "signed") return <PenLine size={size} role="img" aria-label={name} />;
  if (proof === "unsigned") return <PenOff size={size} className="muted" role="img" aria-label={name} />;
  return <TriangleAlert size={size} className="red" role="img" aria-label={name} />;
}

/** By whom it is proven. */
export function SignedBy({ statement }: { statement: StatementShown }) {
  const { t } = useTranslation();
  const { proof, name, fingerprint, day } = statement;
  const broken = proof === "broken" || proof === "key_not_theirs";
  return (
    <>
      <span>
        <Pen proof={proof} size={16} />
      </span>
      <div>
        <div className={`medium ${broken ? "red" : ""}`}>{t(`proof.by.${proof}`, { name })}</div>
        <div className="hint wrap">
          {fingerprint && (
            <span className="mono selectable" title={fingerprint}>
              {shortFingerprint(fingerprint)}
            </span>
          )}{" "}
          {wholeDays(t(`proof.says.${proof}`, { day }))}
        </div>
        {statement.for && <div className="hint wrap">{t("proof.for", { name: statement.for })}</div>}
      </div>
    </>
  );
}

/** Its text, byte for byte. */
export function StatementText({ statement }: { statement: StatementShown }) {
  const { t } = useTranslation();
  return (
    <section className="part" data-testid="statement">
      <h2>
        {t("proof.statement")}
        <button
          type="button"
          className="iconbutton end"
          aria-label={t("proof.copy")}
          title={t("proof.copy")}
          onClick={() => {
            void navigator.clipboard?.writeText(statement.text);
            showToast(t("action.copied"));
          }}
        >
          <Copy className="icon" aria-hidden />
        </button>
      </h2>
      <pre className="statementtext mono selectable" tabIndex={0} role="group" aria-label={t("proof.statement")}>
        {statement.text}
      </pre>
      <p className="hint wrap">
        {statement.proof === "unsigned" ? t("proof.noSignature") : t("proof.outside")}{" "}
        {statement.proof !== "unsigned" && <span className="mono">ssh-keygen -Y verify</span>}
      </p>
    </section>
  );
}

// Every decision on one clause or control, the newest first.
import { useTranslation } from "react-i18next";
import type { DecisionMade } from "../../ipc/generated/core";

function inWords(
  t: (key: string, values?: Record<string, unknown>) => string,
  made: DecisionMade,
  control: boolean,
): string {
  const { decision } = made;
  if (!decision) return t("applicability.takenBack");
  const said = decision.implemented;
  const word = said === "yes" || said === "partly" || said === "no";
  return [
    // A statement includes and excludes controls; a clause applies or does not.
    control
      ? t(decision.applies ? "soa.included" : "soa.excluded")
      : t(decision.applies ? "applicability.doesApply" : "applicability.doesNot"),
    said && `${t("applicability.status")}: ${word ? t(`inPlace.${said}`) : t("inPlace.by", { day: said })}`,
    ...(decision.reach ?? []).map((one) => t(`reach.${one}`)),
    ...(decision.risks ?? []),
    decision.owner,
  ]
    .filter(Boolean)
    .join(", ");
}

export function MadeList({ made, control }: { made: DecisionMade[]; control: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="part" data-testid="made">
      <h2>{t("history.title")}</h2>
      {made.length === 0 && <p className="hint">{t("applicability.neverMade")}</p>}
      {made.map((one) => (
        <div key={one.seq} style={{ marginBottom: 10 }}>
          <div className="row">
            <span className="grow wrap">{inWords(t, one, control)}</span>
            <span className="muted num" style={{ fontSize: 12 }}>
              {one.day}
            </span>
          </div>
          {one.decision?.reason && <p className="hint wrap selectable">{one.decision.reason}</p>}
          <p className="hint wrap">
            {one.source ? t("applicability.byFrom", { by: one.by, source: one.source }) : one.by}
          </p>
        </div>
      ))}
    </section>
  );
}

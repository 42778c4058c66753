// Two revisions of a document, what changed between them, and what that touches.
import { useTranslation } from "react-i18next";
import { go, usePlace } from "../../here/router";
import { useWhen } from "../../here/state";
import { Step, TopBar } from "../../here/TopBar";
import { useAsk } from "../../ipc";
import { SelectField, useKey } from "../../kit";
import { Comparison } from "./Comparison";
import { ImpactPart } from "./ImpactPart";

export function CompareScreen({ code }: { code: string }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { params } = usePlace();
  const { from, to } = params;
  const document = useAsk("document_show", { code, ...when });
  const back = () => go("documents", { open: code });
  useKey("Escape", back);
  const revisions = document.data?.revisions ?? [];
  const newest = revisions.at(-1)?.label ?? "";
  const later = to ?? newest;
  const force = revisions.find((r) => r.state === "effective" && r.label !== later)?.label;
  const place = revisions.findIndex((r) => r.label === later);
  const earlier = from ?? force ?? revisions[place - 1]?.label ?? "";
  const choices = (other: string) =>
    revisions
      .filter((r) => r.label !== other)
      .toReversed()
      .map((r) => ({ value: r.label, label: t("compare.revision", { label: r.label, state: t(`state.${r.state}`) }) }));
  const open = (labels: { from?: string; to?: string }) =>
    go("documents", { compare: code, from: earlier, to: later, ...labels });
  return (
    <>
      <TopBar
        path={
          <>
            <Step go={() => go("documents")}>{t("nav.documents")}</Step>
            <Step go={back}>{code}</Step>
          </>
        }
        title={t("compare.title")}
      />
      <div className="screen">
        <div className="surface scroll comparing" data-region>
          {document.data && (
            <div className="row about">
              <h1 className="wrap grow">
                {code} {document.data.title}
              </h1>
              {revisions.length > 1 && earlier && (
                <>
                  <SelectField
                    hideLabel
                    label={t("compare.earlier")}
                    value={earlier}
                    options={choices(later)}
                    onChange={(label) => open({ from: label })}
                  />
                  <span className="muted">→</span>
                  <SelectField
                    hideLabel
                    label={t("compare.later")}
                    value={later}
                    options={choices(earlier)}
                    onChange={(label) => open({ to: label })}
                  />
                </>
              )}
            </div>
          )}
          {document.data && (
            <>
              <Comparison
                key={`${earlier} ${later}`}
                document={code}
                earlier={earlier || undefined}
                later={later || undefined}
              />
              <ImpactPart document={code} earlier={earlier || undefined} later={later || undefined} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

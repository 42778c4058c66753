// What whoever answers for a document is to see to: doubts about what is approved, and a change that was asked for.
import { useTranslation } from "react-i18next";
import { WriteButton } from "../../here/WriteButton";
import type { DocumentShown } from "../../ipc/generated/core";
import { distance } from "../../kit/dates";
import { changeOf } from "./decisions";

export function WaitsForOwner({
  document,
  day,
  onReview,
}: {
  document: DocumentShown;
  day: string;
  onReview: () => void;
}) {
  const { t } = useTranslation();
  const change = changeOf(document);
  const owner = (name: string) => name || t("due.nobody");
  return (
    <>
      {document.doubts.map((doubt) => (
        <div key={doubt.id} className="band amber" data-testid="doubted">
          <div className="grow amber">
            <div className="strong">{t("doubt.band", { label: doubt.label, name: doubt.name, day: doubt.day })}</div>
            <div className="wrap selectable" style={{ fontSize: 12 }}>
              {t("approval.quoted", { reason: doubt.reason })}{" "}
              {t(doubt.signed ? "approval.signed" : "approval.unsigned")}.{" "}
              {t("doubt.waits", { owner: owner(document.owner) })}
            </div>
          </div>
          {document.in_use && (
            <WriteButton className="button outline" onClick={onReview}>
              {t("action.review")}
            </WriteButton>
          )}
        </div>
      ))}
      {change && (
        <div className={`band ${change.due < day ? "red" : "sunk"}`} data-testid="change-asked">
          <div className="grow">
            <div className={`strong ${change.due < day ? "red" : ""}`}>
              {t("change.band", { owner: owner(change.owner), day: change.due, when: distance(day, change.due) })}
            </div>
            <div className="muted wrap selectable" style={{ fontSize: 12 }}>
              {t("approval.quoted", { reason: change.reason })}
            </div>
          </div>
        </div>
      )}
    </>
  );
}

// The action that ends what is due: an unclear date is settled, a review held, a revision filed, an ended record replaced.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DueItem } from "../ipc/generated/core";
import { go, openDue } from "./router";
import { SettleDialog } from "./SettleDialog";
import { useWorkspace } from "./state";
import { WriteButton } from "./WriteButton";

export function DueAction({ item, then }: { item: DueItem; then?: string[] }) {
  const { t } = useTranslation();
  const { setReview } = useWorkspace();
  const [settling, setSettling] = useState(false);
  const { kind, code, due } = item;
  if (kind === "document_review" && due.precision === "ambiguous") {
    return (
      <>
        <WriteButton className="button outline small" onClick={() => setSettling(true)}>
          {t("today.setDate")}
        </WriteButton>
        {settling && <SettleDialog code={code} due={due} onClose={() => setSettling(false)} />}
      </>
    );
  }
  if (kind === "document_review") {
    return (
      <WriteButton className="button outline small" onClick={() => setReview({ code, then })}>
        {t("action.review")}
      </WriteButton>
    );
  }
  if (kind === "record_expiry" && item.overdue === "yes") {
    return (
      <WriteButton className="button outline small" onClick={() => go("records", { open: code, do: "replace" })}>
        {t("records.action.replace")}
      </WriteButton>
    );
  }
  return (
    <button type="button" className="button outline small" onClick={() => openDue(item)}>
      {t("action.open")}
    </button>
  );
}

// What has to be said of an approval that came about, which stays until it was read.
import { useTranslation } from "react-i18next";
import type { ApprovalNotice } from "../../ipc/generated/core";
import { Dialog } from "../../kit";

export function NoticesDialog({ notices, onClose }: { notices: ApprovalNotice[]; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      onClose={onClose}
      title={t("approve.noticed")}
      size={460}
      calm
      foot={
        <button type="button" className="button primary end" onClick={onClose}>
          {t("action.close")}
        </button>
      }
    >
      {notices.map((notice) => (
        <p key={notice.notice} data-testid="notice">
          {t(`approve.notice.${notice.notice}`, { ...notice })}
        </p>
      ))}
    </Dialog>
  );
}

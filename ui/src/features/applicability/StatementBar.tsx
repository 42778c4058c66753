/** What stands below the controls: how many are in place, the statement's versions, taking one in, own controls. */
import { FileInput, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import type { ApplicabilitySummary, SoaShown } from "../../ipc/generated/core";
import { sinceText } from "./StatementPane";

export function StatementBar({
  summary,
  statement,
  versions,
  onVersions,
  onTakeIn,
  onAdd,
}: {
  summary: ApplicabilitySummary;
  statement: SoaShown | undefined;
  /** Whether the versions are shown. */
  versions: boolean;
  onVersions: () => void;
  /** Not where nothing can be written. */
  onTakeIn: (() => void) | undefined;
  onAdd: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div
      className="row hint"
      style={{ gap: 16, padding: "6px 24px", borderTop: "1px solid var(--line)", minHeight: 44 }}
    >
      <span className="grow wrap">
        {t("applicability.summary", {
          controls: number(summary.controls),
          place: number(summary.in_place),
          part: number(summary.in_part),
          services: number(summary.reach_services),
        })}
      </span>
      {statement && (
        <button
          type="button"
          className="button outline small"
          aria-pressed={versions}
          onClick={onVersions}
          data-testid="to-versions"
        >
          {sinceText(t, statement)}
        </button>
      )}
      {onTakeIn && (
        <button type="button" className="button outline small" onClick={onTakeIn} data-testid="to-import">
          <FileInput className="icon" aria-hidden /> {t("applicability.import")}
        </button>
      )}
      <WriteButton className="button outline small" onClick={onAdd}>
        <Plus className="icon" aria-hidden /> {t("applicability.addOwn")}
      </WriteButton>
    </div>
  );
}

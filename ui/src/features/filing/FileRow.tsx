// One file in the list: what it is filed as, or what is missing.
import { Check, Copy, FileText, Image as ImageIcon, Loader, TriangleAlert, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Entry, missing } from "./entry";

export function FileRow({
  entry,
  current,
  onOpen,
  onRemove,
}: {
  entry: Entry;
  current: boolean;
  onOpen: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const lack = missing(entry);
  const name = entry.path.split(/[\\/]/).at(-1) ?? entry.path;
  const Icon = entry.probe?.already ? Copy : entry.probe?.media === "image" ? ImageIcon : FileText;
  const says = !lack
    ? entry.as === "revision"
      ? t("filing.revisionOf", { code: entry.code })
      : entry.as === "record" && entry.probe?.series
        ? t("filing.like", { n: entry.probe.series })
        : t(`filing.as.${entry.as}`)
    : entry.probe?.already
      ? t("filing.duplicate", { code: entry.probe.already })
      : t(lack);
  const warns =
    entry.probe && (entry.probe.warnings.length > 0 || (entry.probe.problem ?? "image_only") !== "image_only");
  return (
    <div
      className="row"
      style={{
        background: current ? "var(--sel)" : undefined,
        borderRadius: 6,
        padding: "8px 10px",
        alignItems: "flex-start",
      }}
    >
      <Icon className="icon" aria-hidden style={{ marginTop: 2 }} />
      <button type="button" className="grow" onClick={onOpen} aria-current={current}>
        <span className="medium wrap" style={{ display: "block", lineHeight: "18px" }}>
          {name}
        </span>
        <span
          className={lack && !entry.probe?.already && entry.probe ? "amber" : "muted"}
          style={{ fontSize: 12, lineHeight: "16px", display: "block" }}
        >
          {says}
        </span>
      </button>
      {!entry.probe && !entry.error && <Loader className="icon" aria-label={t("filing.waiting")} />}
      {warns && !lack && <TriangleAlert className="icon amber" aria-hidden />}
      {entry.probe && !lack && <Check className="icon" aria-label={t("filing.isReady")} />}
      {lack && (entry.probe || entry.error) && !entry.probe?.already && (
        <TriangleAlert className="icon amber" aria-hidden />
      )}
      <button
        type="button"
        className="iconbutton"
        style={{ width: 20, height: 20 }}
        aria-label={t("filing.leaveOut", { name })}
        onClick={onRemove}
      >
        <X size={14} />
      </button>
    </div>
  );
}

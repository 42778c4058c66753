// One file in the list: what it is filed as, or what is missing.
import { Check, Copy, FileText, Image as ImageIcon, Loader, TriangleAlert, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Missing } from "../../ipc/generated/core";
import { useAlready } from "./Already";
import { daysWrong, type Entry, fileName, reasonMissing, state } from "./entry";

export function FileRow({
  entry,
  lacks,
  twin,
  current,
  onOpen,
  onRemove,
}: {
  entry: Entry;
  lacks?: Missing[];
  twin?: Entry;
  current: boolean;
  onOpen: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const already = useAlready();
  const how = state(entry, lacks);
  const name = fileName(entry);
  const first = entry.probe?.already[0];
  const Icon = first || twin ? Copy : entry.probe?.media === "image" ? ImageIcon : FileText;
  const as = () => {
    if (entry.as === "revision") return t("filing.revisionOf", { code: entry.code });
    if (entry.as === "record" && entry.probe?.series) return t("filing.like", { n: entry.probe.series });
    return t(`filing.as.${entry.as}`);
  };
  const open = () => {
    const lack = lacks?.find((l) => l !== "again");
    if (lack) return t(`filing.lacks.${lack}`);
    if (reasonMissing(entry)) return t("filing.lacks.reason");
    return t(daysWrong(entry) ? "field.dayWrong" : "filing.waiting");
  };
  const says = {
    unreadable: () => t("filing.unreadable"),
    reading: () => t("filing.waiting"),
    already: () => (first ? already(first) : t("filing.twin", { name: twin ? fileName(twin) : "" })),
    undecided: open,
    ready: as,
  }[how]();
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
          className={how === "undecided" ? "amber" : "muted"}
          style={{ fontSize: 12, lineHeight: "16px", display: "block" }}
        >
          {says}
        </span>
      </button>
      {how === "reading" && <Loader className="icon" aria-label={t("filing.waiting")} />}
      {warns && how === "ready" && <TriangleAlert className="icon amber" aria-hidden />}
      {how === "ready" && <Check className="icon" aria-label={t("filing.isReady")} />}
      {(how === "undecided" || how === "unreadable") && <TriangleAlert className="icon amber" aria-hidden />}
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

// That the content of a file is filed already, and the choice to file it once more.
import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { AlreadyFiled } from "../../ipc/generated/core";
import { type Entry, fileName } from "./entry";

/** Says what holds a content, in which revision and since when. */
export function useAlready(): (held: AlreadyFiled) => string {
  const { t } = useTranslation();
  return (held) => t(held.revision === null ? "filing.alreadyRecord" : "filing.alreadyDocument", { ...held });
}

export function Already({ entry, twin, onAgain }: { entry: Entry; twin?: Entry; onAgain: (again: boolean) => void }) {
  const { t } = useTranslation();
  const say = useAlready();
  const held = entry.probe?.already ?? [];
  if (held.length === 0 && !twin) return null;
  return (
    <div className="card column" style={{ gap: 6, padding: "8px 12px" }} data-testid="already">
      {held.map((h) => (
        <p key={`${h.code} ${h.revision}`} className="row">
          <Copy className="icon" aria-hidden /> {say(h)}
        </p>
      ))}
      {twin && (
        <p className="row">
          <Copy className="icon" aria-hidden /> {t("filing.twin", { name: fileName(twin) })}
        </p>
      )}
      <label className="row">
        <input
          type="checkbox"
          className="check"
          checked={entry.again}
          onChange={(e) => onAgain(e.target.checked)}
          data-testid="file-again"
        />
        {t("filing.again")}
      </label>
    </div>
  );
}

// What an auditor would ask about: to be seen before a pack is issued.
import { Info, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openItem } from "../../app/router";
import type { Contents } from "../../ipc/generated/core";

export function PackWarnings({ contents }: { contents: Contents }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string>();
  return (
    <section className="part">
      {contents.warnings.map((w) => (
        <div
          key={w.code}
          className="row"
          style={{ alignItems: "flex-start", padding: "8px 0", borderBottom: "1px solid var(--line)" }}
        >
          <TriangleAlert className={`icon ${w.code === "overdue" ? "red" : "amber"}`} aria-hidden />
          <div className="grow">
            <div className="medium">{t(`pack.warning.${w.code}`, { n: w.items.length })}</div>
            <p className="hint">{t(`pack.warning.${w.code}.means`)}</p>
            <button
              type="button"
              className="link"
              style={{ fontSize: 12 }}
              onClick={() => setOpen(open === w.code ? undefined : w.code)}
            >
              {t(open === w.code ? "action.hide" : "action.showThem")}
            </button>
            {open === w.code && (
              <div className="column" style={{ gap: 2, marginTop: 6 }}>
                {w.items.slice(0, 60).map((i) => (
                  <button
                    key={i}
                    type="button"
                    className="cut"
                    onClick={() => openItem(i.startsWith("R-") ? "record" : "document", i)}
                  >
                    {i}
                  </button>
                ))}
              </div>
            )}
          </div>
        </div>
      ))}
      {contents.notes.map((n) => (
        <div
          key={n}
          className="row"
          style={{ alignItems: "flex-start", padding: "8px 0", borderBottom: "1px solid var(--line)" }}
        >
          <Info className="icon muted" aria-hidden />
          <p className="hint grow">{n}</p>
        </div>
      ))}
      {contents.warnings.length + contents.notes.length === 0 && <p className="muted">{t("pack.noWarning")}</p>}
    </section>
  );
}

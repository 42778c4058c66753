// The register of documents as a file: as a workbook, on paper, what is obsolete alone, or the list as it is filtered.
import { ChevronDown, Download } from "lucide-react";
import { type ToggleEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PaperSize, RegisterForm } from "../ipc/generated/core";
import { walk } from "./AsOf";
import { keepPaperSize, paperSize } from "./paper";
import { saveRegister } from "./save";
import { useWorkspace } from "./state";

const SIZES: PaperSize[] = ["a4", "letter"];

export function ExportMenu({ onList }: { onList: () => void }) {
  const { t } = useTranslation();
  const { when, day } = useWorkspace();
  const [size, setSize] = useState(paperSize);
  const control = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const place = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState !== "open" || !control.current) return;
    const { bottom, right } = control.current.getBoundingClientRect();
    event.currentTarget.style.top = `${bottom + 8}px`;
    event.currentTarget.style.right = `${document.documentElement.clientWidth - right}px`;
  };
  const close = () => panel.current?.hidePopover();
  const register = (form: RegisterForm, obsolete: boolean) => {
    close();
    const name = t(obsolete ? "export.obsoleteName" : "export.registerName", { day });
    void saveRegister({ form, obsolete, ...when }, `${name}.${form}`);
  };
  const item = (label: string, form: RegisterForm, obsolete: boolean) => (
    <button type="button" onClick={() => register(form, obsolete)}>
      <span className="grow">{label}</span> <span className="muted">{form.toUpperCase()}</span>
    </button>
  );
  return (
    <>
      <button ref={control} type="button" className="button" popoverTarget="export">
        <Download className="icon" aria-hidden /> {t("action.export")} <ChevronDown size={14} aria-hidden />
      </button>
      <div
        ref={panel}
        id="export"
        className="menu"
        popover="auto"
        role="group"
        aria-label={t("action.export")}
        onBeforeToggle={place}
        onToggle={(e) => e.newState === "open" && panel.current?.querySelector("button")?.focus()}
        onKeyDown={walk}
      >
        {item(t("export.register"), "xlsx", false)}
        {item(t("export.register"), "pdf", false)}
        {item(t("export.obsolete"), "xlsx", true)}
        {item(t("export.obsolete"), "pdf", true)}
        <button
          type="button"
          onClick={() => {
            close();
            onList();
          }}
        >
          <span className="grow">{t("export.list")}</span> <span className="muted">CSV</span>
        </button>
        <div className="question" role="group" aria-label={t("export.paper")}>
          <h2>{t("export.paper")}</h2>
          {SIZES.map((paper) => (
            <button
              key={paper}
              type="button"
              aria-pressed={paper === size}
              onClick={() => {
                keepPaperSize(paper);
                setSize(paper);
              }}
            >
              <span className="grow">{t(`export.${paper}`)}</span>
            </button>
          ))}
        </div>
      </div>
    </>
  );
}

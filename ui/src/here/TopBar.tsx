// The bar on top of every screen: its name, what can be done there, the day that is shown, the way to find.
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../kit";
import { AsOf, DayBand } from "./AsOf";
import { useWorkspace } from "./state";

/** What a screen is a part of, with the way there; without one where that is no screen of its own. */
export function Step({ go, children }: { go?: () => void; children: ReactNode }) {
  return (
    <>
      {go ? (
        <button type="button" className="cut" onClick={go}>
          {children}
        </button>
      ) : (
        children
      )}{" "}
      /{" "}
    </>
  );
}

export function TopBar({
  path,
  title,
  children,
}: {
  /** The steps to it, from the outermost. */
  path?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { setPalette } = useWorkspace();
  return (
    <div>
      <header className="topbar" data-region>
        <h1>
          {path && <span className="path">{path}</span>}
          <span className="cut">{title}</span>
        </h1>
        <div className="row end" style={{ gap: 8 }}>
          {children}
          <AsOf />
        </div>
        <button type="button" className="find" onClick={() => setPalette(true)}>
          <Search className="icon" aria-hidden />
          <span className="cut">{t("nav.find")}</span>
          <Kbd>Ctrl K</Kbd>
        </button>
      </header>
      <DayBand />
    </div>
  );
}

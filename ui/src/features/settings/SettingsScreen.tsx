// The organisation, its systems and scopes, its people, the standards, and how this window looks.
import { useTranslation } from "react-i18next";
import { go, usePlace } from "../../app/router";
import { TopBar } from "../../app/TopBar";
import { Look } from "./Look";
import { Organisation } from "./Organisation";
import { People } from "./People";
import { Scopes } from "./Scopes";
import { Standards } from "./Standards";

const PARTS = ["organisation", "scopes", "people", "standards", "window"] as const;
type Part = (typeof PARTS)[number];

export function SettingsScreen() {
  const { t } = useTranslation();
  const { params } = usePlace();
  const part: Part = PARTS.find((p) => p === params.part) ?? "organisation";
  return (
    <>
      <TopBar title={t("nav.settings")} />
      <div className="screen">
        <div className="surface scroll" data-region>
          <div className="toolbar">
            <div className="tabs" role="tablist" aria-label={t("nav.settings")}>
              {PARTS.map((p) => (
                <button
                  key={p}
                  type="button"
                  role="tab"
                  className="tab"
                  aria-selected={p === part}
                  onClick={() => go("settings", { part: p })}
                >
                  {t(`settings.${p}`)}
                </button>
              ))}
            </div>
          </div>
          <div style={{ padding: "8px 24px 32px", maxWidth: 860 }}>
            {part === "organisation" && <Organisation />}
            {part === "scopes" && <Scopes />}
            {part === "people" && <People />}
            {part === "standards" && <Standards />}
            {part === "window" && <Look />}
          </div>
        </div>
      </div>
    </>
  );
}

// The organisation, its systems and scopes, its people, the standards, and how this window looks.
import { useTranslation } from "react-i18next";
import { go, usePlace } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { TopBar } from "../../here/TopBar";
import { Tabs } from "../../kit/tabs";
import { CertificateInspector } from "./CertificateInspector";
import { Certificates } from "./Certificates";
import { Changes } from "./Changes";
import { Organisation } from "./Organisation";
import { Parties } from "./Parties";
import { PartyInspector } from "./PartyInspector";
import { People } from "./People";
import { Rules } from "./Rules";
import { Scopes } from "./Scopes";
import { Standards } from "./Standards";
import { WindowSettings } from "./WindowSettings";

const PARTS = [
  "organisation",
  "scopes",
  "parties",
  "certificates",
  "people",
  "rules",
  "changes",
  "standards",
  "window",
] as const;
type Part = (typeof PARTS)[number];
/** What is shown as it was on the day that is looked at; all else as it is today. */
const OF_THE_DAY: Part[] = ["parties", "certificates", "window"];

export function SettingsScreen() {
  const { t } = useTranslation();
  const { params } = usePlace();
  const { readOnly } = useWorkspace();
  const part: Part = PARTS.find((p) => p === params.part) ?? "organisation";
  return (
    <>
      <TopBar title={t("nav.settings")} />
      <div className="screen">
        <div className="surface scroll" data-region>
          <div className="toolbar">
            <Tabs
              label={t("nav.settings")}
              value={part}
              tabs={PARTS.map((p) => ({ value: p, label: t(`settings.${p}`) }))}
              onChange={(p) => go("settings", { part: p })}
            />
          </div>
          <div style={{ padding: "8px 24px 32px", maxWidth: 860 }}>
            {readOnly && !OF_THE_DAY.includes(part) && (
              <p className="amber" style={{ marginBottom: 16 }}>
                {t("settings.ofToday")}
              </p>
            )}
            {part === "organisation" && <Organisation />}
            {part === "scopes" && <Scopes />}
            {part === "parties" && <Parties />}
            {part === "certificates" && <Certificates />}
            {part === "people" && <People />}
            {part === "rules" && <Rules />}
            {part === "changes" && <Changes />}
            {part === "standards" && <Standards />}
            {part === "window" && <WindowSettings />}
          </div>
        </div>
        {part === "parties" && params.open && <PartyInspector key={params.open} name={params.open} />}
        {part === "certificates" && params.open && <CertificateInspector key={params.open} number={params.open} />}
      </div>
    </>
  );
}

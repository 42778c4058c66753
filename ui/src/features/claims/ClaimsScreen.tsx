// What may be said of a system: the claims that stand, what stands against them, and what has to be asked first.
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { ScopeWords } from "../../here/scopewords";
import { useWorkspace } from "../../here/state";
import { TopBar } from "../../here/TopBar";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { Claim } from "../../ipc/generated/core";
import { Loaded, Segments, useKey } from "../../kit";
import { standardOf, tone } from "../../kit/standards";
import { Findings } from "./Findings";

export function ClaimsScreen({ code }: { code: string }) {
  const { t } = useTranslation();
  const { info, when } = useWorkspace();
  const ask = useAsk("claim_check", { system: code, ...when });
  const back = () => go("settings");
  useKey("Escape", back);
  return (
    <>
      <TopBar
        title={
          <>
            <span className="path">
              <button type="button" onClick={back}>
                {t("nav.settings")}
              </button>{" "}
              /{" "}
            </span>
            {t("claims.title")}
          </>
        }
      />
      <div className="screen">
        <div className="surface scroll" data-region>
          {info.systems.length > 1 && (
            <div className="toolbar">
              <Segments
                value={code}
                label={t("settings.systems")}
                options={info.systems.map((s) => ({ value: s.code, label: s.code }))}
                onChange={(system) => go("settings", { claims: system })}
              />
            </div>
          )}
          <div style={{ padding: "8px 24px 32px", maxWidth: 860 }}>
            <Loaded ask={ask}>{(claim) => <Answer claim={claim} />}</Loaded>
          </div>
        </div>
      </div>
    </>
  );
}

function Answer({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  const nothing = claim.against.length === 0 && claim.ask.length === 0;
  const hue = claim.verdict === "blocked" ? "red" : claim.verdict === "open" ? "amber" : "";
  return (
    <div className="column" style={{ gap: 24 }}>
      <section>
        <h2 className={`own strong ${tone(standardOf(claim.edition))}`} style={{ fontSize: 20, lineHeight: "28px" }}>
          {claim.system} <span className="muted">{claim.edition}</span>
        </h2>
        <p className={`strong ${hue}`} data-testid="verdict" data-verdict={claim.verdict}>
          {t(`claims.verdict.${claim.verdict}`)}
        </p>
        {nothing && <p data-testid="nothing-against">{t("claims.nothing")}</p>}
        <div style={{ marginTop: 8 }}>
          <ScopeWords
            system={claim.system}
            words={["organisation", "service", "external", "supplier", "internal_supplier", "outsourced"]}
          />
        </div>
      </section>
      {(["against", "ask", "may"] as const).map((group) => (
        <section key={group} data-testid={`claims-${group}`}>
          <h2 className="parthead">
            {t(`claims.${group}`)} <span className="num">{number(claim[group].length)}</span>
          </h2>
          {claim[group].length > 0 ? (
            <Findings system={claim.system} findings={claim[group]} />
          ) : (
            <p className="muted">{t(`claims.${group}.none`)}</p>
          )}
        </section>
      ))}
    </div>
  );
}

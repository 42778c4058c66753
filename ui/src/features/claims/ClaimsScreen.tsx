// What may be said of a system: the claims that stand, what stands against them, and what has to be asked first.
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { ScopeWords } from "../../here/scopewords";
import { useWorkspace } from "../../here/state";
import { Step, TopBar } from "../../here/TopBar";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { Claim } from "../../ipc/generated/core";
import { Loaded, Segments, useKey } from "../../kit";
import { missingText } from "../../kit/scopetext";
import { standardOf, tone } from "../../kit/standards";
import { Findings } from "./Findings";
import "./claims.css";

export function ClaimsScreen({ code }: { code: string }) {
  const { t } = useTranslation();
  const { info, when } = useWorkspace();
  const ask = useAsk("claim_check", { system: code, ...when });
  const back = () => go("settings");
  useKey("Escape", back);
  return (
    <>
      <TopBar path={<Step go={back}>{t("nav.settings")}</Step>} title={t("claims.title")} />
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

/** What is missing of the system itself, each line the way to where it is settled; nothing where nothing is. */
function Missing({ system, edition, lacks }: Pick<Claim, "system" | "edition" | "lacks">) {
  const { t } = useTranslation();
  const standard = standardOf(edition);
  const clauses = (show: string) => () => go("clauses", { standard, show });
  const decisions = (show: string) => () => go("settings", { applicability: system, show });
  const counted = [
    ["gaps", clauses("gap")],
    ["partial", clauses("partial")],
    ["in_place_unsaid", decisions("lacking")],
    ["not_in_place", decisions("off")],
  ] as const;
  const lines: { text: string; to: () => void }[] = counted
    .filter(([what]) => lacks[what] > 0)
    .map(([what, to]) => ({ text: t(`claims.lacks.${what}`, { n: number(lacks[what]) }), to }));
  const [runner] = lacks.runners;
  if (runner !== undefined) {
    const text = t("claims.lacks.runners", { what: lacks.runners.join(", ") });
    lines.unshift({ text, to: () => go("settings", { part: "scopes", open: runner }) });
  }
  if (lacks.statement.length > 0) {
    const text = t("claims.lacks.statement", { what: missingText(t, lacks.statement) });
    lines.unshift({ text, to: () => go("settings", { part: "scopes", statement: system }) });
  }
  if (lacks.otherwise_stated.length > 0) {
    const text = t("claims.lacks.otherwise_stated", { what: lacks.otherwise_stated.join(", ") });
    lines.push({ text, to: decisions("lacking") });
  }
  if (lines.length === 0) return null;
  return (
    <section data-testid="claims-lacks">
      <h2 className="parthead">
        {t("claims.lacks")} <span className="num">{number(lines.length)}</span>
      </h2>
      <div className="card">
        {lines.map(({ text, to }) => (
          <button key={text} type="button" className="row claimslack" onClick={to}>
            <span className="grow wrap">{text}</span>
            <ChevronRight size={14} className="muted" aria-hidden />
          </button>
        ))}
      </div>
    </section>
  );
}

function Answer({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  const nothing = claim.verdict === "clear";
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
      <Missing system={claim.system} edition={claim.edition} lacks={claim.lacks} />
      {(["against", "ask", "heed", "may"] as const).map((group) => (
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

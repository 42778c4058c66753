// Findings of one group: each with its rule, its sentence, what it is about, and the way to where that is settled.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openByCode } from "../../here/openbycode";
import { go, openClause } from "../../here/router";
import { settledAt } from "../../here/settledat";
import { number } from "../../i18n";
import type { ClaimAboutOne, ClaimFinding } from "../../ipc/generated/core";
import { clauseName, standardOf, tone } from "../../kit/standards";

/** So many of what a finding is about stand there at once. */
const SHOWN = 8;

export function Findings({ system, findings }: { system: string; findings: ClaimFinding[] }) {
  return (
    <div className="card">
      {findings.map((finding) => (
        <Finding key={finding.rule} system={system} finding={finding} />
      ))}
    </div>
  );
}

function Finding({ system, finding }: { system: string; finding: ClaimFinding }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { rule, effect, about } = finding;
  const hue =
    effect === "block" || effect === "refuse" ? "red" : effect === "require" || effect === "warn" ? "amber" : "";
  return (
    <div style={{ padding: "10px 14px", borderBottom: "1px solid var(--line)" }} data-rule={rule}>
      <div className="row" style={{ gap: 12, alignItems: "baseline" }}>
        <span className="mono muted" style={{ width: 48 }}>
          {rule}
        </span>
        <span className="grow wrap selectable">{t(`claim.${rule}`)}</span>
        <span className={hue || "muted"} style={{ fontSize: 12, whiteSpace: "nowrap" }}>
          {t(`claim.effect.${effect}`)}
        </span>
      </div>
      <div style={{ paddingLeft: 60, marginTop: 4 }}>
        <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {about.slice(0, all ? about.length : SHOWN).map((one) => (
            <li key={`${one.kind} ${one.name}`} style={{ padding: "2px 0" }}>
              <About system={system} rule={rule} about={one} />
            </li>
          ))}
        </ul>
        {about.length > SHOWN && (
          <button type="button" className="link hint" onClick={() => setAll(!all)}>
            {all ? t("today.fewer") : t("today.all", { n: number(about.length) })}
          </button>
        )}
        {finding.clauses.length > 0 && (
          <div className="row hint" style={{ gap: 8, marginTop: 4, flexWrap: "wrap" }}>
            {t("claims.restsOn")}
            {finding.clauses.map((clause) => (
              <button
                key={clause}
                type="button"
                className={`clause ${tone(standardOf(clause.split("/")[0] ?? ""))}`}
                onClick={() => openClause(clause)}
              >
                {clauseName(clause)}
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

/** So many of what one lacks, or has beside it, are named. */
const BESIDE = 12;

/** What it is about, with what it lacks; leads to where that is settled. */
function About({ system, rule, about }: { system: string; rule: string; about: ClaimAboutOne }) {
  const { t } = useTranslation();
  const place = settledAt(system, rule, about);
  // Of a party its facts are named by their codes, of all else things by their own names.
  const named = about.with.map((one) => {
    if (about.kind === "party") return t(`party.fact.${one}`);
    // The number of a version is none without the word.
    return rule === "CL-28" ? t("claims.version", { version: one }) : one;
  });
  const more = named.length - BESIDE;
  // 27001 A.5.18, or a control of the organisation's own: no clause begins with a letter.
  const control = about.kind === "clause" && !/^\d/.test(about.name.split(" ").at(-1) ?? "");
  const kind = t(control ? "term.control" : `claims.about.${about.kind}`);
  return (
    <span className="wrap">
      <span className="muted">{kind}</span>{" "}
      <button
        type="button"
        className="link medium"
        onClick={() => (place ? go("settings", place) : void openByCode(about.name))}
      >
        {about.name}
      </button>
      {named.length > 0 && (
        <span className="muted">
          : {named.slice(0, BESIDE).join(", ")}
          {more > 0 && ` ${t("scopewords.more", { n: number(more) })}`}
        </span>
      )}
    </span>
  );
}

// Each system's scope in words: what it lacks, its versions, and what is otherwise in one than in another.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlace } from "../../here/router";
import { ScopeWords } from "../../here/scopewords";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { StatementVersion, System } from "../../ipc/generated/core";
import { Loaded, SelectField } from "../../kit";
import { missingText } from "../../kit/scopetext";
import { standardOf, tone } from "../../kit/standards";
import { StatementDialog } from "./StatementDialog";
import { lineKey } from "./scopedraft";

export function Statements() {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const { statement } = usePlace().params;
  const [editing, setEditing] = useState<System>();
  if (info.systems.length === 0) return null;
  return (
    <section data-testid="statements">
      <h2 className="parthead">{t("scopes.statements")}</h2>
      <div className="card">
        {info.systems.map((system) => (
          <div
            key={system.id}
            style={{
              padding: "10px 14px",
              borderBottom: "1px solid var(--line)",
              background: system.code === statement ? "var(--sel)" : undefined,
            }}
            ref={(el) => {
              if (system.code === statement) el?.scrollIntoView?.({ block: "nearest" });
            }}
          >
            <Statement system={system} onEdit={() => setEditing(system)} />
          </div>
        ))}
      </div>
      {editing && <StatementDialog system={editing} onClose={() => setEditing(undefined)} />}
    </section>
  );
}

function Statement({ system, onEdit }: { system: System; onEdit: () => void }) {
  const { t } = useTranslation();
  const { statement, statement_lacks } = system;
  const [open, setOpen] = useState(false);
  const facts: [string, string][] = [
    ["boundaries", statement.boundaries],
    ["provider", statement.provider],
    ["services", (statement.services ?? []).join(", ")],
    ["offerings", (statement.offerings ?? []).join(", ")],
    ["activities", (statement.activities ?? []).join(", ")],
    ["other_parties", statement.other_parties],
    ["not_applicable", (statement.not_applicable ?? []).join("; ")],
    ["text", statement.text],
  ];
  const said = facts.filter(([, text]) => text);
  const of: Record<string, boolean | null> = {
    boundaries: statement.whole_organisation,
    services: statement.all_services,
    offerings: statement.all_offerings,
    activities: statement.all_activities,
  };
  return (
    <div className="column" style={{ gap: 6 }}>
      <div className="row">
        <span className={`own strong grow ${tone(standardOf(system.edition))}`}>
          {system.code} <span className="muted">{system.edition}</span>
        </span>
        {said.length > 0 && (
          <button
            type="button"
            className="button outline small"
            aria-expanded={open}
            aria-label={t("scopes.versionsOf", { system: system.code })}
            onClick={() => setOpen(!open)}
          >
            {t("scopes.versions")}
          </button>
        )}
        <WriteButton className="button outline small" onClick={onEdit}>
          {t("settings.editStatement")}
        </WriteButton>
      </div>
      {said.length === 0 ? (
        <p className="muted">{t("settings.noStatement")}</p>
      ) : (
        <dl className="facts" style={{ gridTemplateColumns: "168px minmax(0, 1fr)" }}>
          {said.flatMap(([part, text]) => {
            const all = of[part];
            return [
              <dt key={part}>{t(`scope.part.${part}`)}</dt>,
              <dd key={`${part} says`} className="wrap selectable">
                {text}
                {typeof all === "boolean" && (
                  <span className="muted"> ({t(all ? "scope.allOfIt" : "scope.someOfIt")})</span>
                )}
              </dd>,
            ];
          })}
        </dl>
      )}
      {statement_lacks.length > 0 ? (
        <p className="amber" style={{ fontSize: 12 }}>
          {t("settings.lacks", { what: missingText(t, statement_lacks) })}
        </p>
      ) : (
        <p className="hint">{t("settings.complete")}</p>
      )}
      <ScopeWords system={system.code} words={["organisation", "service", "external", "top_management"]} />
      {open && <Versions system={system.code} />}
    </div>
  );
}

/** The versions of a statement, the newest first, and two of them compared. */
function Versions({ system }: { system: string }) {
  const { t } = useTranslation();
  const ask = useAsk("scope_versions", { system });
  return (
    <Loaded ask={ask}>
      {(versions) => (
        <div className="column" style={{ gap: 10 }} data-testid={`versions-${system}`}>
          <div style={{ maxHeight: 200, overflow: "auto" }}>
            {versions.toReversed().map((one) => (
              <p key={one.version} className="row">
                <span className="medium">{t("certificates.version", { label: number(one.version) })}</span>
                <span className="num">{one.on}</span>
                <span className="muted cut">{one.by}</span>
                {one.lacks.length > 0 && (
                  <span className="amber end" style={{ fontSize: 12 }} title={missingText(t, one.lacks)}>
                    {t("scopes.lackedSo", { n: number(one.lacks.length) })}
                  </span>
                )}
              </p>
            ))}
          </div>
          {versions.length > 1 && <Differences system={system} versions={versions} />}
        </div>
      )}
    </Loaded>
  );
}

function Differences({ system, versions }: { system: string; versions: StatementVersion[] }) {
  const { t } = useTranslation();
  const newest = versions.at(-1)?.version ?? 2;
  const [before, setBefore] = useState(newest - 1);
  const [after, setAfter] = useState(newest);
  const ask = useAsk("scope_diff", { system, before, after });
  const options = versions.map(({ version, on }) => ({ value: String(version), label: `${version} (${on})` }));
  const word = (part: string, line: string) => {
    const key = lineKey(part, line);
    return key ? t(key) : line;
  };
  return (
    <div>
      <div className="row" style={{ marginBottom: 6 }}>
        <SelectField
          hideLabel
          label={t("compare.earlier")}
          value={String(before)}
          options={options}
          onChange={(version) => setBefore(Number(version))}
        />
        <span className="muted">→</span>
        <SelectField
          hideLabel
          label={t("compare.later")}
          value={String(after)}
          options={options}
          onChange={(version) => setAfter(Number(version))}
        />
      </div>
      <Loaded ask={ask}>
        {({ differences }) =>
          differences.length === 0 ? (
            <p className="muted">{t("scopes.noDifference")}</p>
          ) : (
            <dl className="facts" style={{ gridTemplateColumns: "168px minmax(0, 1fr)" }} data-testid="differences">
              {differences.flatMap((one) => [
                <dt key={one.part}>{t(`scope.part.${one.part}`)}</dt>,
                <dd key={`${one.part} says`} className="wrap selectable">
                  {one.before.map((line) => (
                    <del key={line} style={{ display: "block" }} className="muted">
                      {word(one.part, line)}
                    </del>
                  ))}
                  {one.after.map((line) => (
                    <ins key={line} style={{ display: "block" }}>
                      {word(one.part, line)}
                    </ins>
                  ))}
                </dd>,
              ])}
            </dl>
          )
        }
      </Loaded>
    </div>
  );
}

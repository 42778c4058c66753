// The Statement of Applicability beside the grid: its versions, what was decided since the last one, two of them compared.
import { PenLine } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { useWorkspace } from "../../here/state";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { SoaChange, SoaShown, SoaVersion } from "../../ipc/generated/core";
import { CloseButton, Loaded, SelectField } from "../../kit";
import { shortFingerprint } from "../../kit/digest";
import { changeLines } from "./changes";

/** What is decided and not issued is called so. */
export const NOW = "now";
const SHOWN = 30;

export function StatementPane({
  system,
  shown,
  onControl,
  onClose,
}: {
  system: string;
  shown: SoaShown;
  /** Goes to a control. */
  onControl: (code: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { current, versions, changes } = shown;
  return (
    <aside className="inspector" aria-label={t("term.soa")} data-region data-testid="statement">
      <header>
        <h2>{t("term.soa")}</h2>
        <p className="muted wrap">{sinceText(t, shown)}</p>
        <CloseButton onClick={onClose} style={{ position: "absolute", right: 16, top: 12 }} />
      </header>
      <section className="part" data-testid="versions">
        <h2>{t("applicability.versions")}</h2>
        {versions.length === 0 && <p className="hint">{t("applicability.noVersion")}</p>}
        {versions.map((version) => (
          <VersionRow key={version.id} version={version} current={version.id === current?.id} />
        ))}
      </section>
      <section className="part" data-testid="since">
        <h2>{current ? t("applicability.sinceTitle", { version: current.label }) : t("applicability.decidedSoFar")}</h2>
        <ChangeList system={system} changes={changes} onControl={onControl} />
      </section>
      {versions.length > 0 && <Compare system={system} versions={versions} onControl={onControl} />}
    </aside>
  );
}

/** How the statement stands to what is decided, in a few words. */
export function sinceText(
  t: (key: string, values?: Record<string, unknown>) => string,
  { current, changes, summary }: SoaShown,
): string {
  if (!current) return t("applicability.notIssued", { n: number(summary.undecided) });
  if (changes.length === 0) return t("applicability.unchanged", { version: current.label });
  return t(changes.length === 1 ? "applicability.sinceOne" : "applicability.since", {
    n: number(changes.length),
    version: current.label,
  });
}

function VersionRow({ version, current }: { version: SoaVersion; current: boolean }) {
  const { t } = useTranslation();
  const state = version.draft > 0 ? "draft" : current ? "effective" : "superseded";
  return (
    <div style={{ marginBottom: 8 }}>
      <div className="row">
        <span className="strong">{version.draft > 0 ? `${version.version}` : version.label}</span>
        <span className="muted grow">{t(`state.${state}`)}</span>
        {version.fingerprint && (
          <span className="row muted mono" style={{ gap: 4 }} title={version.fingerprint}>
            <PenLine className="icon" aria-label={t("applicability.signed")} /> {shortFingerprint(version.fingerprint)}
          </span>
        )}
        <span className="muted num">{version.day}</span>
      </div>
      <p className="hint wrap selectable">
        {version.reason && `${version.reason}. `}
        {t(version.undecided > 0 ? "applicability.countsOpen" : "applicability.counts", {
          included: number(version.included),
          excluded: number(version.excluded),
          undecided: number(version.undecided),
        })}{" "}
        {version.email}
      </p>
    </div>
  );
}

function ChangeList({
  system,
  changes,
  onControl,
}: {
  system: string;
  changes: SoaChange[];
  onControl: (code: string) => void;
}) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const edition = info.systems.find((s) => s.code === system)?.edition ?? "";
  const [all, setAll] = useState(false);
  if (changes.length === 0) return <p className="hint">{t("applicability.noChange")}</p>;
  const shown = all ? changes : changes.slice(0, SHOWN);
  return (
    <>
      {shown.map((change) => (
        <div key={change.code} style={{ marginBottom: 8 }}>
          <button
            type="button"
            className="row s27001"
            onClick={() => onControl(change.code)}
            style={{ maxWidth: "100%" }}
          >
            <span className="serif own strong">{change.code}</span>
            <span className="serif cut">
              <ClauseTitle reference={`${edition}/${change.code}`} title={change.title} cut />
            </span>
          </button>
          {changeLines(t, change).map((line) => (
            <p key={line} className="hint wrap">
              {line}
            </p>
          ))}
        </div>
      ))}
      {changes.length > SHOWN && (
        <button type="button" className="link hint" onClick={() => setAll(!all)}>
          {all ? t("today.fewer") : t("clause.more", { n: number(changes.length - SHOWN) })}
        </button>
      )}
    </>
  );
}

function Compare({
  system,
  versions,
  onControl,
}: {
  system: string;
  versions: SoaVersion[];
  onControl: (code: string) => void;
}) {
  const { t } = useTranslation();
  const { past } = useWorkspace();
  const [from, setFrom] = useState(versions[1]?.label ?? versions[0]?.label ?? "");
  const [to, setTo] = useState(versions.length > 1 || past ? (versions[0]?.label ?? NOW) : NOW);
  const ask = useAsk("soa_diff", { standard: system, from, to }, from !== to);
  const named = versions.map((version) => ({ value: version.label, label: versionName(t, version) }));
  return (
    <section className="part column" style={{ gap: 10 }} data-testid="compare">
      <h2 style={{ margin: 0 }}>{t("applicability.compare")}</h2>
      <div className="row" style={{ alignItems: "flex-end" }}>
        <SelectField label={t("applicability.from")} value={from} onChange={setFrom} options={named} />
        <SelectField
          label={t("applicability.to")}
          value={to}
          onChange={setTo}
          // What is decided now is not what was decided on a past day.
          options={past ? named : [...named, { value: NOW, label: t("applicability.now") }]}
        />
      </div>
      {from === to ? (
        <p className="hint">{t("applicability.sameTwice")}</p>
      ) : (
        <div>
          <Loaded ask={ask}>
            {(found) => <ChangeList system={system} changes={found.controls} onControl={onControl} />}
          </Loaded>
        </div>
      )}
    </section>
  );
}

/** What a version is called: its number, and which draft of it. */
export const versionName = (
  t: (key: string, values?: Record<string, unknown>) => string,
  { label, version, draft }: SoaVersion,
): string => (draft > 0 ? t("applicability.draftName", { version, draft }) : label);

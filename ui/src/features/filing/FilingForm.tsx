// What one file is filed as: the facts read from it, to be set right.

import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useScopes } from "../../here/scopes";
import type { Probe } from "../../ipc/generated/core";
import { DayField, Segments, SelectField, TextField } from "../../kit";
import { dueText } from "../../kit/dates";
import { KINDS } from "../../kit/documentkinds";
import { Already } from "./Already";
import { byRule, type Entry, type FileAs, kindFor, numbered } from "./entry";
import { FilingClauses } from "./FilingClauses";
import { useNote, useOrigin } from "./Origin";

export function FilingForm({
  entry,
  entries,
  probe,
  twin,
  proposed,
  onChange,
}: {
  entry: Entry;
  entries: Entry[];
  probe: Probe;
  twin?: Entry;
  proposed?: string;
  onChange: (part: Partial<Entry>) => void;
}) {
  const { t } = useTranslation();
  const scopes = useScopes();
  const say = useOrigin();
  const note = useNote();
  const known = probe.suggests?.value === "revision";
  const options: { value: FileAs; label: string }[] = [
    ...(known
      ? [{ value: "revision" as FileAs, label: t("filing.revisionOf", { code: probe.code?.value ?? "" }) }]
      : []),
    { value: "document", label: t("filing.as.document") },
    { value: "record", label: t("filing.as.record") },
  ];
  return (
    <div className="column" style={{ gap: 14 }}>
      <div className="row">
        <Segments
          value={entry.as ?? ("" as FileAs)}
          onChange={(as) => onChange(numbered(entry, probe, { as, what: kindFor(probe, as)?.value ?? "" }, entries))}
          options={options}
          label={t("filing.what")}
        />
        {probe.suggests && probe.suggests.value === entry.as && (
          <span className="hint">{say(probe.suggests.origin)}</span>
        )}
        <span className="end mono muted" title={probe.digest}>
          {probe.digest.slice(0, 8)}…
        </span>
      </div>
      <Already entry={entry} twin={twin} onAgain={(again) => onChange({ again })} />
      {probe.problem && probe.problem !== "image_only" && <p className="amber">{t(`problem.${probe.problem}`)}</p>}
      <div style={{ display: "flex", gap: 12, flexWrap: "wrap" }}>
        {entry.as !== "record" && (
          <TextField
            label={t("field.code")}
            value={entry.code}
            onChange={(code) => onChange({ code })}
            note={note(probe.code, entry.code) ?? (byRule(probe, entry.code) ? t("filing.byRule") : undefined)}
            style={{ width: 130 }}
          />
        )}
        <TextField
          label={t(entry.as === "record" ? "records.whatItShows" : "field.title")}
          value={entry.title}
          onChange={(title) => onChange({ title })}
          note={note(probe.title, entry.title)}
          style={{ flex: "1 1 220px" }}
        />
        {entry.as !== "record" && (
          <TextField
            label={t("field.revision")}
            value={entry.revision}
            onChange={(revision) => onChange({ revision })}
            note={note(probe.revision, entry.revision)}
            style={{ width: 110 }}
          />
        )}
        {entry.as === "document" && (
          <SelectField
            label={t("field.kind")}
            value={entry.what}
            onChange={(what) => onChange(numbered(entry, probe, { what }, entries))}
            options={[
              { value: "", label: t("filing.notChosen") },
              ...KINDS.map((k) => ({ value: k, label: t(`kind.${k}`) })),
            ]}
            note={note(probe.document_kind, entry.what)}
            style={{ width: 160 }}
          />
        )}
        {entry.as === "record" && (
          <TextField
            label={t("records.kind")}
            value={entry.what}
            onChange={(what) => onChange({ what })}
            note={note(probe.record_kind, entry.what)}
            style={{ width: 160 }}
          />
        )}
        {entry.as === "document" && (
          <TextField
            label={t("field.owner")}
            value={entry.owner}
            onChange={(owner) => onChange({ owner })}
            note={note(probe.owner, entry.owner)}
            style={{ width: 170 }}
          />
        )}
        {entry.as === "document" && (
          <DayField
            label={t("field.nextReview")}
            value={entry.next}
            onChange={(next) => onChange({ next })}
            note={
              probe.next_review?.value.precision === "day" && probe.next_review.value.day === entry.next
                ? say(probe.next_review.origin)
                : undefined
            }
            style={{ width: 120 }}
          />
        )}
        {entry.as === "record" && (
          <DayField
            label={t("field.collected")}
            value={entry.collected}
            onChange={(collected) => onChange({ collected })}
            note={note(probe.collected, entry.collected)}
            style={{ width: 120 }}
          />
        )}
        {entry.as === "record" && (
          <DayField
            label={t("particular.period_from")}
            value={entry.periodFrom}
            onChange={(periodFrom) => onChange({ periodFrom })}
            note={note(probe.period_from, entry.periodFrom)}
            style={{ width: 120 }}
          />
        )}
        {entry.as === "record" && (
          <DayField
            label={t("particular.period_to")}
            value={entry.periodTo}
            onChange={(periodTo) => onChange({ periodTo })}
            note={note(probe.period_to, entry.periodTo)}
            style={{ width: 120 }}
          />
        )}
        {entry.as === "record" && (
          <DayField
            label={t("field.validUntil")}
            value={entry.validUntil}
            onChange={(validUntil) => onChange({ validUntil })}
            style={{ width: 120 }}
          />
        )}
      </div>
      {entry.as === "revision" && (
        <TextField label={t("field.whatChanged")} value={entry.summary} onChange={(summary) => onChange({ summary })} />
      )}
      {probe.warnings.map((w) => (
        <p key={w.what} className="amber row" style={{ alignItems: "flex-start" }}>
          <TriangleAlert className="icon" aria-hidden /> {t(`warning.${w.what}`, w)}
        </p>
      ))}
      <FilingClauses entry={entry} probe={probe} proposed={proposed} onChange={onChange} />
      <div className="field">
        <span className="label">{t("field.countsFor")}</span>
        {probe.scope && probe.scope.value.join() === entry.scope.join() && (
          <span className="hint">{say(probe.scope.origin)}</span>
        )}
        <div className="chips">
          {scopes.map((s) => {
            const on = entry.scope.includes(s.value);
            return (
              <button
                key={s.value}
                type="button"
                className="chip"
                aria-pressed={on}
                style={{
                  border: `1px solid ${on ? "var(--ink)" : "var(--linem)"}`,
                  background: on ? "var(--ink)" : "var(--raised)",
                  color: on ? "var(--on-ink)" : undefined,
                  height: 24,
                }}
                onClick={() =>
                  onChange({ scope: on ? entry.scope.filter((c) => c !== s.value) : [...entry.scope, s.value] })
                }
              >
                {s.label}
              </button>
            );
          })}
          {entry.scope.length === 0 && (
            <span className="hint" style={{ alignSelf: "center" }}>
              {t("scope.noneTicked")}
            </span>
          )}
        </div>
      </div>
      {probe.next_review && probe.next_review.value.precision !== "day" && (
        <p className="amber">{t("filing.nextUnclear", { date: dueText(probe.next_review.value) })}</p>
      )}
    </div>
  );
}

// Setting a rule: what it shall say, what that changes, and why; or taking it away for a type.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { useAsk, useSubmit } from "../../ipc";
import type { DocumentKind, Rule, RuleEffect, RuleInForce } from "../../ipc/generated/core";
import { SelectField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { refusalWords } from "../../kit/refusalwords";
import { NUMBERS, said, typed } from "./rulewords";

export function RuleDialog({
  rules,
  rule,
  type,
  onClose,
}: {
  rules: RuleInForce[];
  rule: Rule;
  type: DocumentKind | "";
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const own = rules.find((r) => r.rule === rule && r.type === type);
  const now = (own ?? rules.find((r) => r.rule === rule && r.type === ""))?.value ?? (rule === "numbering" ? "" : 0);
  const [text, setText] = useState(typeof now === "boolean" ? (now ? "yes" : "no") : String(now));
  const [unset, setUnset] = useState(false);
  const [reason, setReason] = useState("");
  const { submit, busy, error } = useSubmit("rule_set");
  const value = typed(rule, text);
  const range = NUMBERS[rule];
  const request = { rule, type: type || null, value: unset ? null : (value ?? null) };
  const valid = unset || value !== undefined;
  const effect = useAsk("rule_set_preview", request, valid);
  const same = !unset && value === now && own?.said === true;
  const wrong = (() => {
    if (range && value === undefined) return t("rules.range", { from: range[0], to: range[1] });
    if (rule === "numbering" && effect.error) return refusalWords(effect.error).message;
    return undefined;
  })();
  const note = (() => {
    if (rule === "interval") return t("rules.intervalNote");
    if (rule === "numbering") {
      return t("rules.patternNote", { example: "QP-{number:3}", number: "{number:3}", year: "{year}" });
    }
    return undefined;
  })();
  const ready =
    valid && !same && reason.trim() !== "" && effect.data !== undefined && !effect.error && !effect.stale && !busy;
  const name = type === "" ? t("rules.all") : t(`kind.${type}`);
  const run = () => {
    void submit({ ...request, reason }, () => {
      showDone(t(unset ? "rules.unset" : "rules.set", { rule: t(`rule.${rule}`), type: name }));
      onClose();
    });
  };
  return (
    <ActDialog
      onClose={onClose}
      over={name}
      title={t(`rule.${rule}`)}
      sub={t(`rules.about.${rule}`)}
      size={500}
      action={t(unset ? "rules.unsetDo" : "action.set")}
      ready={ready}
      busy={busy}
      error={error}
      onRun={run}
      data-testid="rule-set"
    >
      {range || rule === "numbering" ? (
        <TextField
          label={t("rules.value")}
          value={text}
          onChange={(next) => {
            setUnset(false);
            setText(next);
          }}
          wrong={wrong}
          note={note}
          style={{ width: 200 }}
          autoFocus
        />
      ) : (
        <SelectField
          label={t("rules.value")}
          value={text}
          onChange={(next) => {
            setUnset(false);
            setText(next);
          }}
          style={{ width: 200 }}
          options={[
            { value: "yes", label: t("rules.yes") },
            { value: "no", label: t("rules.no") },
          ]}
        />
      )}
      {own?.said && (
        <label className="row">
          <input type="checkbox" className="check" checked={unset} onChange={(e) => setUnset(e.target.checked)} />
          {t(type === "" ? "rules.unsetAll" : "rules.unsetType")}
        </label>
      )}
      {effect.data && !effect.error && valid && <Effect effect={effect.data} />}
      <TextField label={t("field.reason")} value={reason} onChange={setReason} area />
    </ActDialog>
  );
}

function Effect({ effect }: { effect: RuleEffect }) {
  const { t } = useTranslation();
  const { rule, documents, under_way, without_interval, announced, next, codes } = effect;
  const [was, wasValues] = said(rule, effect.now);
  const [will, willValues] = said(rule, effect.then);
  const more = documents - codes.length;
  return (
    <div className="ruleeffect" data-testid="effect" role="status">
      <p className="strong">
        {effect.now === effect.then
          ? t("rules.effectSame", { now: t(was, wasValues) })
          : t("rules.effect", { now: t(was, wasValues), then: t(will, willValues) })}
      </p>
      <p>{t(documents === 1 ? "rules.documentsOne" : "rules.documents", { n: documents })}</p>
      {rule === "interval" && <p>{t("rules.withoutInterval", { n: without_interval })}</p>}
      {next && <p>{t("rules.next", { now: next[0] ?? t("rules.byHand"), then: next[1] ?? t("rules.byHand") })}</p>}
      {announced && <p>{t("rules.announced", { now: announced[0], then: announced[1] })}</p>}
      {under_way > 0 && <p className="amber">{t("rules.underWay", { n: under_way })}</p>}
      {codes.length > 0 && (
        <p className="muted wrap">
          {codes.join(", ")}
          {more > 0 && ` ${t("rules.more", { n: more })}`}
        </p>
      )}
    </div>
  );
}

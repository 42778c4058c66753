// The organisation's rules for its documents, as a table: a row for all types, and one for each type.

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { useAsk } from "../../ipc";
import type { DocumentKind, Rule, RuleInForce } from "../../ipc/generated/core";
import { Loaded } from "../../kit";
import { KINDS } from "../../kit/documentkinds";
import { RuleDialog } from "./RuleDialog";
import { said } from "./rulewords";
import "./rules.css";

const RULES: Rule[] = ["reviewers", "approvers", "in_order", "signed", "interval", "notice", "numbering"];
const TYPES: (DocumentKind | "")[] = ["", ...KINDS];

export function Rules() {
  const { t } = useTranslation();
  const { readOnly } = useWorkspace();
  const ask = useAsk("rule_list", {});
  const [open, setOpen] = useState<{ rule: Rule; type: DocumentKind | "" }>();
  return (
    <Loaded ask={ask}>
      {(rules) => (
        <div className="column" style={{ gap: 16 }}>
          <p className="muted">{t("rules.lead")}</p>
          <div className="rules" data-testid="rules">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t("rules.type")}</th>
                  {RULES.map((rule) => (
                    <th key={rule} scope="col">
                      {t(`rule.${rule}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {TYPES.map((type) => (
                  <tr key={type} className={type === "" ? "all" : undefined}>
                    <th scope="row">{type === "" ? t("rules.all") : t(`kind.${type}`)}</th>
                    {RULES.map((rule) => (
                      <td key={rule}>
                        <Cell
                          rules={rules}
                          rule={rule}
                          type={type}
                          disabled={readOnly}
                          onOpen={() => setOpen({ rule, type })}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="hint">{t("rules.note")}</p>
          {open && <RuleDialog rules={rules} {...open} onClose={() => setOpen(undefined)} />}
        </div>
      )}
    </Loaded>
  );
}

function Cell({
  rules,
  rule,
  type,
  disabled,
  onOpen,
}: {
  rules: RuleInForce[];
  rule: Rule;
  type: DocumentKind | "";
  disabled: boolean;
  onOpen: () => void;
}) {
  const { t } = useTranslation();
  const own = rules.find((r) => r.rule === rule && r.type === type);
  const value = (own ?? rules.find((r) => r.rule === rule && r.type === ""))?.value ?? 0;
  const set = own?.said === true;
  const [key, values] = said(rule, value);
  const name = type === "" ? t("rules.all") : t(`kind.${type}`);
  return (
    <button
      type="button"
      className={set ? "strong" : "muted"}
      disabled={disabled}
      aria-label={t(set ? "rules.cell" : "rules.cellInherited", {
        rule: t(`rule.${rule}`),
        type: name,
        value: t(key, values),
      })}
      onClick={onOpen}
      data-rule={`${rule} ${type}`}
    >
      {t(key, values)}
    </button>
  );
}

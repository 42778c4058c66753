// What an auditor would find in the documents' control: each with its document, the clause that asks for it, and a next step.
import i18next from "i18next";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { go, openItem, usePlace } from "../../here/router";
import { date, number, plain } from "../../i18n";
import { useAsk } from "../../ipc";
import type { ControlFinding } from "../../ipc/generated/core";
import { Empty, Loaded } from "../../kit";
import { isDay } from "../../kit/dates";

/** Values that are a word of an enumeration, with the beginning of the keys that its words have. */
const WORDS: Record<string, string> = { role: "role", state: "state" };

/** The values of a finding in the window's words. */
export function valuesOf({ values, code }: Pick<ControlFinding, "values" | "code">): Record<string, string> {
  const said = Object.entries(values).map(([name, value = ""]) => {
    if (isDay(value)) return [name, date(value, i18next.language, { day: "numeric", month: "long", year: "numeric" })];
    const words = WORDS[name];
    return [name, words ? plain(`${words}.${value}`, { defaultValue: value }) : value];
  });
  return { ...Object.fromEntries(said), code };
}

const ROW = {
  display: "grid",
  gridTemplateColumns: "112px minmax(96px, 200px) 56px minmax(0, 1fr)",
  gap: 12,
  padding: "8px 0",
  borderBottom: "1px solid var(--line)",
};

export function ControlCheck({ bar }: { bar: ReactNode }) {
  const { t } = useTranslation();
  const ask = useAsk("control_check", {});
  const { kind: asked } = usePlace().params;
  const [kind, setKind] = useState(asked ?? "");
  return (
    <div className="surface" data-region data-testid="control-check">
      <div className="toolbar">{bar}</div>
      <Loaded ask={ask}>
        {({ findings, documents, statements, unread }) => {
          const kinds = [...new Set(findings.map((f) => f.what))];
          const shown = findings.filter((f) => !kind || f.what === kind);
          return (
            <div style={{ overflow: "auto" }}>
              <div className="row" style={{ padding: "16px 24px 8px", gap: 12, flexWrap: "wrap" }}>
                <p className="muted grow">
                  {t("control.looked", { documents: number(documents), statements: number(statements) })}
                  {unread > 0 && ` ${t("control.unread", { n: number(unread) })}`}
                </p>
                {kinds.length > 1 && (
                  <select
                    className="input"
                    style={{ width: 280 }}
                    aria-label={t("control.kind")}
                    value={kind}
                    onChange={(e) => setKind(e.target.value)}
                  >
                    <option value="">{t("control.all", { n: number(findings.length) })}</option>
                    {kinds.map((k) => (
                      <option key={k} value={k}>
                        {t(`irregular.${k}.kind`)} ({number(findings.filter((f) => f.what === k).length)})
                      </option>
                    ))}
                  </select>
                )}
              </div>
              {findings.length === 0 && <Empty title={t("control.none")}>{t("control.noneText")}</Empty>}
              <ul className="plain" style={{ padding: "0 24px 24px" }}>
                {shown.slice(0, 500).map((f) => (
                  <li key={`${f.what} ${f.code} ${f.revision ?? ""} ${JSON.stringify(f.values)}`} style={ROW}>
                    <button type="button" className="link medium" onClick={() => openItem("document", f.code)}>
                      {f.code}
                      {f.revision && ` ${f.revision}`}
                    </button>
                    <span className="cut" title={f.title}>
                      {f.title}
                    </span>
                    <button
                      type="button"
                      className="link num"
                      title={t("control.clause")}
                      onClick={() => go("clauses", { open: `9001/${f.clause}` })}
                    >
                      {f.clause}
                    </button>
                    <span className="wrap">
                      {t(`irregular.${f.what}`, valuesOf(f))}{" "}
                      <span className="muted">
                        {t(`irregular.${f.what}.${f.values.successor ? "doSuccessor" : "do"}`, valuesOf(f))}
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
              {shown.length > 500 && (
                <p className="muted" style={{ padding: "0 24px 24px" }}>
                  {t("control.more", { n: number(shown.length - 500) })}
                </p>
              )}
            </div>
          );
        }}
      </Loaded>
    </div>
  );
}

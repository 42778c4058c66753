// Sites, services and products: which system holds which, how the systems compare, what a change touches.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import { useAsk, useChange } from "../../ipc";
import type { System } from "../../ipc/generated/core";
import { Loaded } from "../../kit";
import { standardOf, tone } from "../../kit/standards";
import { showRefusal } from "../../kit/toast";
import { Rechecks } from "./Rechecks";
import { ScopeItemDialog } from "./ScopeItemDialog";
import { ScopeQuestions } from "./ScopeQuestions";

export function Scopes() {
  const { t } = useTranslation();
  const { info, readOnly } = useWorkspace();
  const ask = useAsk("scope_list", {});
  const compare = useAsk("scope_compare", { store: false });
  const set = useChange("scope_set");
  const [adding, setAdding] = useState(false);
  const toggle = async (system: System, code: string, on: boolean) => {
    try {
      await set.run({
        system: system.code,
        items: on ? [...system.scope, code] : system.scope.filter((s) => s !== code),
      });
    } catch (e) {
      showRefusal(e);
    }
  };
  return (
    <div className="column" style={{ gap: 24 }}>
      <Loaded ask={ask}>
        {(items) => (
          <section>
            <div className="row" style={{ marginBottom: 8 }}>
              <h2 className="parthead" style={{ margin: 0 }}>
                {t("settings.scopeItems")}
              </h2>
              <WriteButton className="button outline small end" onClick={() => setAdding(true)}>
                {t("settings.addScopeItem")}
              </WriteButton>
            </div>
            <div className="card">
              <div
                style={{
                  display: "grid",
                  gridTemplateColumns: `120px minmax(0, 1fr) 100px repeat(${info.systems.length}, 64px)`,
                  gap: "0 12px",
                  alignItems: "center",
                  padding: "0 14px",
                }}
              >
                <span className="muted" style={{ padding: "8px 0" }}>
                  {t("field.code")}
                </span>
                <span className="muted" style={{ padding: "8px 0" }}>
                  {t("settings.name")}
                </span>
                <span className="muted" style={{ padding: "8px 0" }}>
                  {t("field.kind")}
                </span>
                {info.systems.map((s) => (
                  <span key={s.id} className={`own strong ${tone(standardOf(s.edition))}`} style={{ padding: "8px 0" }}>
                    {s.code}
                  </span>
                ))}
                {items.flatMap((i) => [
                  <span key={i.id} className="medium cut" style={{ padding: "7px 0" }}>
                    {i.code}
                  </span>,
                  <span key={`${i.id}n`} className="cut" style={{ padding: "7px 0" }}>
                    {i.name}
                    {i.at.length > 0 && <span className="hint"> {i.at.join(", ")}</span>}
                  </span>,
                  <span key={`${i.id}k`} className="muted" style={{ padding: "7px 0" }}>
                    {t(`scope.kind.${i.kind}`)}
                  </span>,
                  ...info.systems.map((s) => (
                    <span key={`${i.id}${s.id}`} style={{ padding: "7px 0", lineHeight: "18px" }}>
                      {i.kind !== "organisation" && (
                        <input
                          type="checkbox"
                          className="check"
                          checked={s.scope.includes(i.code)}
                          disabled={readOnly || set.busy}
                          aria-label={t("settings.inScope", { item: i.name, system: s.code })}
                          onChange={(e) => void toggle(s, i.code, e.target.checked)}
                        />
                      )}
                    </span>
                  )),
                ])}
              </div>
              {items.length === 0 && (
                <p className="muted" style={{ padding: 14 }}>
                  {t("settings.noScopeItem")}
                </p>
              )}
            </div>
          </section>
        )}
      </Loaded>
      {compare.data && compare.data.pairs.length > 0 && (
        <section>
          <h2 className="parthead">{t("settings.compared")}</h2>
          {compare.data.pairs.map((p) => (
            <p key={`${p.a}${p.b}`} style={{ marginBottom: 6 }}>
              <b className="medium">
                {p.a} – {p.b}
              </b>{" "}
              <span className="muted">
                {p.only_a.length + p.only_b.length === 0
                  ? t("settings.same")
                  : t("settings.differs", {
                      both: p.both.join(", ") || "–",
                      a: p.only_a.join(", ") || "–",
                      b: p.only_b.join(", ") || "–",
                      x: p.a,
                      y: p.b,
                    })}
              </span>
            </p>
          ))}
        </section>
      )}
      <ScopeQuestions />
      <Rechecks />
      {adding && (
        <ScopeItemDialog
          sites={(ask.data ?? []).filter((s) => s.kind === "site").map((s) => ({ value: s.code, label: s.name }))}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

// The editions that are known, and which of them the organisation holds.
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import { ofData } from "../../i18n";
import { useAsk, useChange } from "../../ipc";
import { Loaded } from "../../kit";
import { tone } from "../../kit/standards";
import { showRefusal } from "../../kit/toast";

export function Standards() {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const ask = useAsk("standard_list", {});
  const add = useChange("system_add");
  const held = info.systems.map((s) => s.edition);
  return (
    <Loaded ask={ask}>
      {(list) => (
        <section className="column" style={{ gap: 16 }}>
          <div className="card">
            {list.standards.map((s) => {
              const id = `${s.standard}:${s.edition}`;
              return (
                <div
                  key={id}
                  className={`row ${tone(s.standard)}`}
                  style={{ padding: "10px 14px", borderBottom: "1px solid var(--line)", gap: 16 }}
                >
                  <div className="grow">
                    <div className="own strong">{s.name}</div>
                    <div className="muted">
                      {s.controls > 0
                        ? t("settings.standardCounts", { clauses: s.clauses, controls: s.controls })
                        : t("settings.clauses", { clauses: s.clauses })}
                    </div>
                    {s.note && <p className="hint">{ofData(s.note).text}</p>}
                  </div>
                  {held.includes(id) ? (
                    <span className="chip">{t("settings.held")}</span>
                  ) : (
                    <WriteButton
                      className="button outline small"
                      disabled={add.busy}
                      onClick={() => void add.run({ standard: id }).catch(showRefusal)}
                    >
                      {t("settings.hold")}
                    </WriteButton>
                  )}
                </div>
              );
            })}
          </div>
          <p className="hint">{t("remark.guidance")}</p>
        </section>
      )}
    </Loaded>
  );
}

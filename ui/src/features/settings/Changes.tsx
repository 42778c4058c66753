// What whoever works here changed last, and which of it undo takes back next.
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { changeText, undo } from "../../here/undo";
import { WriteButton } from "../../here/WriteButton";
import { useAsk } from "../../ipc";
import { Loaded } from "../../kit";
import { dueText } from "../../kit/dates";

export function Changes() {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const ask = useAsk("undo_list", { limit: 40 });
  const day = (day: string) => dueText({ precision: "day", day });
  return (
    <Loaded ask={ask}>
      {(changes) => {
        const next = changes.find((c) => c.state === "undoable");
        return (
          <section>
            <p className="muted" style={{ marginBottom: 8 }}>
              {t("settings.changesLead", { name: info.person?.name ?? info.actor })}
            </p>
            <div className="card">
              {changes.map((c) => (
                <div
                  key={c.first}
                  className="row"
                  style={{ padding: "8px 14px", borderBottom: "1px solid var(--line)", gap: 16 }}
                >
                  <span className="muted num" style={{ width: 150 }}>
                    {day(c.day)}, {c.time}
                  </span>
                  <span className="grow cut">{changeText(c)}</span>
                  {c === next ? (
                    <WriteButton className="button outline small" onClick={() => void undo(c.first)}>
                      {t("action.undo")}
                    </WriteButton>
                  ) : (
                    <span className="muted">{t(`change.${c.state}`)}</span>
                  )}
                </div>
              ))}
              {changes.length === 0 && (
                <p className="muted" style={{ padding: 14 }}>
                  {t("settings.noChange")}
                </p>
              )}
            </div>
          </section>
        );
      }}
    </Loaded>
  );
}

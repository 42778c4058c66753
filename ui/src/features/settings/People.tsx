// The people of the organisation, and in whose name this window works.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import { useAsk, useChange } from "../../ipc";
import { Loaded } from "../../kit";
import { showRefusal } from "../../kit/toast";
import { EnrolDialog } from "./EnrolDialog";

export function People() {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const ask = useAsk("person_list", {});
  const actAs = useChange("host_act_as");
  const [adding, setAdding] = useState(false);
  const become = async (email: string) => {
    try {
      await actAs.run({ email });
    } catch (e) {
      showRefusal(e);
    }
  };
  return (
    <Loaded ask={ask}>
      {(people) => (
        <section>
          <div className="row" style={{ marginBottom: 8 }}>
            <p className="muted">{t("settings.peopleLead")}</p>
            <WriteButton className="button outline small end" onClick={() => setAdding(true)}>
              {t("settings.enrol")}
            </WriteButton>
          </div>
          <div className="card">
            {people.map((p) => (
              <div
                key={p.id}
                className="row"
                style={{ padding: "8px 14px", borderBottom: "1px solid var(--line)", gap: 16 }}
              >
                <span className="medium cut" style={{ width: 220 }}>
                  {p.name}
                </span>
                <span className="muted cut grow">{p.email}</span>
                <span className="muted">{t(`role.${p.role}`, { defaultValue: p.role })}</span>
                {p.email === info.actor ? (
                  <span className="chip">{t("settings.you")}</span>
                ) : (
                  <button type="button" className="button small" onClick={() => void become(p.email)}>
                    {t("settings.actAs")}
                  </button>
                )}
              </div>
            ))}
            {people.length === 0 && (
              <p className="muted" style={{ padding: 14 }}>
                {t("settings.nobody")}
              </p>
            )}
          </div>
          {adding && (
            <EnrolDialog
              onClose={() => setAdding(false)}
              onEnrolled={(email) => people.length === 0 && void become(email)}
            />
          )}
        </section>
      )}
    </Loaded>
  );
}

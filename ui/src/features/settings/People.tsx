// The people of the organisation, in whose name this window works, and by which rule authors approve.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go, usePlace } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import { useAsk } from "../../ipc";
import type { Person } from "../../ipc/generated/core";
import { Loaded } from "../../kit";
import { AuthorRule } from "./AuthorRule";
import { EnrolDialog } from "./EnrolDialog";
import { CorrectDialog, LeaveDialog } from "./PersonDialog";
import { PersonRow } from "./PersonRow";

export function People() {
  const { t } = useTranslation();
  const { info, setWho } = useWorkspace();
  const { params } = usePlace();
  const ask = useAsk("person_list", {});
  const [adding, setAdding] = useState(false);
  const [correcting, setCorrecting] = useState<Person>();
  const [leaving, setLeaving] = useState<Person>();
  return (
    <Loaded ask={ask}>
      {(people) => (
        <div className="column" style={{ gap: 24 }}>
          <section>
            <h2 className="parthead">{t("settings.youPart")}</h2>
            <div className="card" data-testid="you">
              <div className="row" style={{ padding: "10px 14px", gap: 16 }}>
                <div className="grow">
                  <div>
                    {info.person
                      ? t("settings.youAre", { name: info.person.name, role: t(`role.${info.person.role}`) })
                      : t("settings.youAreLogin", { login: info.actor })}
                  </div>
                  <p className="hint">{info.person ? info.person.email : t("settings.loginNote")}</p>
                </div>
                <button type="button" className="button outline small" onClick={() => setWho({})}>
                  {t(info.person ? "action.change" : "settings.sayWho")}
                </button>
              </div>
            </div>
          </section>
          <section>
            <div className="row" style={{ marginBottom: 8 }}>
              <p className="muted">{t("settings.peopleLead")}</p>
              <WriteButton className="button outline small end" onClick={() => setAdding(true)}>
                {t("settings.enrol")}
              </WriteButton>
            </div>
            <div className="card">
              {people.map((p) => (
                <PersonRow
                  key={p.id}
                  person={p}
                  people={people}
                  open={params.open === p.email}
                  onOpen={(open) => go("settings", { part: "people", open: open ? p.email : undefined })}
                  onCorrect={() => setCorrecting(p)}
                  onLeave={() => setLeaving(p)}
                />
              ))}
              {people.length === 0 && (
                <p className="muted" style={{ padding: 14 }}>
                  {t("settings.nobody")}
                </p>
              )}
            </div>
          </section>
          <AuthorRule />
          {adding && <EnrolDialog onClose={() => setAdding(false)} />}
          {correcting && <CorrectDialog person={correcting} onClose={() => setCorrecting(undefined)} />}
          {leaving && <LeaveDialog person={leaving} people={people} onClose={() => setLeaving(undefined)} />}
        </div>
      )}
    </Loaded>
  );
}

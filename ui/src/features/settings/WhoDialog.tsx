// Who works here: somebody who is enrolled, or somebody new, who is enrolled by that.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace, type WhoRequest } from "../../here/state";
import { call, type Refusal, refusal, useAsk, useChange } from "../../ipc";
import type { Role } from "../../ipc/generated/core";
import { Dialog, Problem, SelectField, TextField } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { showRefusal } from "../../kit/toast";
import { RoleField } from "./RoleField";

/** Chosen where the person is not enrolled yet. */
const NEW = "";
/** Nobody is chosen yet. */
const OPEN = "?";

export function WhoDialog({ wish }: { wish: WhoRequest }) {
  const { t } = useTranslation();
  const { info, setWho } = useWorkspace();
  const ask = useAsk("person_list", {});
  const there = (ask.data ?? []).filter((p) => !p.left_on);
  const [chosen, setChosen] = useState(info.person?.email);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("quality_manager");
  const [alone, setAlone] = useState(false);
  const [error, setError] = useState<Refusal>();
  const actAs = useChange("host_act_as");
  const rule = useChange("author_rule_set");
  const known = chosen === NEW || there.some((p) => p.email === chosen);
  // One of several is not guessed: whoever does not look would write in another's name.
  const who = known ? chosen : there.length === 1 ? there[0]?.email : there.length === 0 ? NEW : undefined;
  const isNew = who === NEW;
  const nobody = ask.data !== undefined && there.length === 0;

  const close = (said: boolean) => {
    setWho(undefined);
    wish.done?.(said);
  };
  const later = () => {
    if (wish.first) call("host_act_later", {}).catch(showRefusal);
    close(false);
  };
  const run = async () => {
    try {
      await actAs.run(isNew ? { email, name, role } : { email: who });
      if (isNew && nobody && alone && role === "quality_manager" && !info.author_approves)
        await rule.run({ allowed: true, reason: t("who.aloneReason") });
      close(true);
    } catch (e) {
      setError(refusal(e));
    }
  };
  const ready =
    ask.data !== undefined &&
    who !== undefined &&
    (!isNew || (name.trim() && email.trim())) &&
    !actAs.busy &&
    !rule.busy;
  // Where the focus is to be depends on it.
  if (!ask.data && !ask.error) return null;
  const problem = error ?? ask.error;
  return (
    <Dialog
      onClose={later}
      calm={!nobody}
      title={t("who.title")}
      sub={t(wish.done ? "who.needed" : "who.lead")}
      size={480}
      onPrimary={() => ready && void run()}
      foot={
        <DialogFoot
          onCancel={later}
          cancel={wish.first ? t("who.later") : undefined}
          disabled={!ready}
          onPrimary={() => void run()}
        >
          {t("who.save")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }} data-testid="who">
        {problem && <Problem error={problem} />}
        {there.length > 0 && (
          <SelectField
            label={t("who.person")}
            value={who ?? OPEN}
            onChange={setChosen}
            options={[
              ...(who === undefined ? [{ value: OPEN, label: t("who.choose") }] : []),
              ...there.map((p) => ({ value: p.email, label: `${p.name}, ${t(`role.${p.role}`)}` })),
              { value: NEW, label: t("who.new") },
            ]}
          />
        )}
        {isNew && (
          <>
            <TextField label={t("settings.personName")} value={name} onChange={setName} autoFocus />
            <TextField label={t("settings.email")} value={email} onChange={setEmail} note={t("who.emailNote")} />
            <RoleField value={role} onChange={setRole} />
            {nobody && role === "quality_manager" && (
              <label className="row" style={{ alignItems: "flex-start", gap: 10 }}>
                <input
                  type="checkbox"
                  className="check"
                  checked={alone}
                  onChange={(e) => setAlone(e.target.checked)}
                  style={{ marginTop: 2 }}
                />
                <span>
                  {t("who.alone")}
                  <span className="hint" style={{ display: "block" }}>
                    {t("who.aloneNote")}
                  </span>
                </span>
              </label>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

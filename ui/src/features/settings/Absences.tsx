// When a person is away and who decides for them meanwhile, and that they are back.
import { CalendarOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { WriteButton } from "../../here/WriteButton";
import { useSubmit } from "../../ipc";
import type { Person } from "../../ipc/generated/core";
import { DayField, SelectField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { isDay } from "../../kit/dates";
import { ReasonDialog } from "../../kit/reasondialog";
import { wholeDays } from "../../kit/wholedays";

export function Absences({ person, people }: { person: Person; people: Person[] }) {
  const { t } = useTranslation();
  const [going, setGoing] = useState(false);
  const [back, setBack] = useState(false);
  const name = (email: string) => people.find((p) => p.email === email)?.name ?? email;
  return (
    <section data-testid="absences">
      <h3 className="parthead">{t("away.title")}</h3>
      {person.away.map((away) => (
        <div key={away.from} className="row" style={{ minHeight: 28, gap: 12 }}>
          <CalendarOff className="icon muted" aria-hidden />
          <span className="grow wrap">
            {wholeDays(
              away.deputy
                ? t("away.spanFor", { from: away.from, until: away.until, name: name(away.deputy) })
                : t("away.span", { from: away.from, until: away.until }),
            )}
            {away.reason && <span className="muted">, {away.reason}</span>}
          </span>
        </div>
      ))}
      {person.away.length === 0 && <p className="muted">{t("away.none")}</p>}
      <div className="row" style={{ marginTop: 8 }}>
        <WriteButton className="button outline small" onClick={() => setGoing(true)} data-testid="go-away">
          {t("away.open")}
        </WriteButton>
        {person.away.length > 0 && (
          <WriteButton className="button outline small" onClick={() => setBack(true)} data-testid="come-back">
            {t("away.back")}
          </WriteButton>
        )}
      </div>
      {going && <AwayDialog person={person} people={people} onClose={() => setGoing(false)} />}
      {back && <BackDialog person={person} onClose={() => setBack(false)} />}
    </section>
  );
}

function AwayDialog({ person, people, onClose }: { person: Person; people: Person[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const [from, setFrom] = useState(info.today);
  const [until, setUntil] = useState("");
  const [deputy, setDeputy] = useState("");
  const [reason, setReason] = useState("");
  const { submit, busy, error } = useSubmit("person_away");
  // Whoever stands in decides, and must be somebody who may.
  const deputies = people.filter(
    (p) => p.email !== person.email && !p.left && (p.role === "approver" || p.role === "quality_manager"),
  );
  const ready = isDay(from) && isDay(until) && from <= until;
  const run = () => {
    void submit({ email: person.email, deputy: deputy || null, from, until, reason }, () => {
      showDone(t("away.said", { name: person.name, from, until }));
      onClose();
    });
  };
  return (
    <ActDialog
      onClose={onClose}
      title={t("away.of", { name: person.name })}
      size={480}
      action={t("action.save")}
      ready={ready}
      busy={busy}
      error={error}
      onRun={run}
      data-testid="away-said"
    >
      <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 16 }}>
        <DayField label={t("away.from")} value={from} onChange={setFrom} />
        <DayField
          label={t("away.until")}
          value={until}
          onChange={setUntil}
          note={isDay(until) && until < from ? t("away.order") : undefined}
          autoFocus
        />
      </div>
      <SelectField
        label={t("away.deputy")}
        value={deputy}
        onChange={setDeputy}
        note={t("away.deputyNote")}
        options={[
          { value: "", label: t("away.nobody") },
          ...deputies.map((p) => ({ value: p.email, label: `${p.name}, ${t(`role.${p.role}`)}` })),
        ]}
      />
      <TextField label={t("away.reason")} value={reason} onChange={setReason} />
    </ActDialog>
  );
}

function BackDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit("person_back");
  return (
    <ReasonDialog
      title={t("away.backOf", { name: person.name })}
      lead={t("away.backLead")}
      action={t("away.backDo")}
      busy={busy}
      error={error}
      onClose={onClose}
      onRun={(reason) =>
        void submit({ email: person.email, reason }, () => {
          showDone(t("away.isBack", { name: person.name }));
          onClose();
        })
      }
    />
  );
}

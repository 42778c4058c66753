// One person of the organisation: what they do, whether they sign, and opened their key and their absences.
import { CalendarOff, ChevronDown, ChevronRight, PenLine, PenOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import type { Person } from "../../ipc/generated/core";
import { dueText } from "../../kit/dates";
import { Absences } from "./Absences";
import { PersonKey } from "./PersonKey";

export function PersonRow({
  person,
  people,
  open,
  onOpen,
  onCorrect,
  onLeave,
}: {
  person: Person;
  people: Person[];
  open: boolean;
  onOpen: (open: boolean) => void;
  onCorrect: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const Sign = person.key ? PenLine : PenOff;
  const away = person.away.find((a) => a.from <= info.today && info.today <= a.until);
  const successor = people.find((p) => p.email === person.successor)?.name ?? person.successor;
  const day = person.left_on ? dueText({ precision: "day", day: person.left_on }) : "";
  return (
    <div style={{ borderBottom: "1px solid var(--line)" }} data-email={person.email}>
      <div className="row" style={{ padding: "8px 14px", gap: 12 }}>
        <button
          type="button"
          className="row grow"
          aria-expanded={open}
          aria-label={t("settings.personOpen", { name: person.name })}
          onClick={() => onOpen(!open)}
          style={{ textAlign: "left", gap: 12 }}
        >
          {open ? <ChevronDown className="icon" aria-hidden /> : <ChevronRight className="icon" aria-hidden />}
          <span className="medium cut" style={{ width: 204, flex: "none" }}>
            {person.name}
          </span>
          <Sign
            size={14}
            className={person.key ? "" : "muted"}
            role="img"
            aria-label={t(person.key ? "keys.person.signs" : "keys.person.none")}
          />
          <span className="muted cut grow">{person.email}</span>
        </button>
        {person.email === info.person?.email && <span className="chip">{t("settings.you")}</span>}
        {away && (
          <span className="chip row" style={{ gap: 4 }} title={t("away.chipFull", { day: away.until })}>
            <CalendarOff size={12} aria-hidden /> {t("away.chip", { day: away.until })}
          </span>
        )}
        <span className="muted">
          {person.left
            ? t("settings.left", { day })
            : person.left_on
              ? t("settings.leavesOn", { day })
              : t(`role.${person.role}`)}
          {successor && `, ${t("settings.successorIs", { name: successor })}`}
        </span>
        {!person.left_on && (
          <>
            <WriteButton className="button small" onClick={onCorrect}>
              {t("settings.correct")}
            </WriteButton>
            <WriteButton className="button small" onClick={onLeave}>
              {t("settings.leave")}
            </WriteButton>
          </>
        )}
      </div>
      {open && (
        <div className="column" style={{ gap: 16, padding: "4px 14px 16px 42px" }} data-testid="person">
          <PersonKey person={person} />
          {!person.left && <Absences person={person} people={people} />}
        </div>
      )}
    </div>
  );
}

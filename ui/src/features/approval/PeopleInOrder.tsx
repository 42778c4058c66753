// People chosen from those who are enrolled, in an order; who cannot be chosen stands there with the reason.
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ApprovalPart, Person, Role } from "../../ipc/generated/core";
import { Field } from "../../kit";
import { wrote } from "./standing";

/** Whose roles let them speak for each part. */
const MAY: Record<ApprovalPart, Role[]> = {
  review: ["quality_manager", "approver", "author"],
  approve: ["quality_manager", "approver"],
};

/** Who can be asked for a part, and why others cannot; those of other roles and those who left are not named. */
export function askable(people: Person[], part: ApprovalPart, author: string, authorApproves: boolean) {
  const fit = people.filter((p) => !p.left && MAY[part].includes(p.role));
  const barred = authorApproves ? [] : fit.filter((p) => wrote(p, author));
  return { fit: fit.filter((p) => !barred.includes(p)), barred };
}

export function PeopleInOrder({
  part,
  people,
  barred,
  chosen,
  onChange,
  note,
}: {
  part: ApprovalPart;
  /** Who can be asked. */
  people: Person[];
  /** Who cannot, as they wrote it. */
  barred: Person[];
  /** Addresses of those who are, in order. */
  chosen: string[];
  onChange: (chosen: string[]) => void;
  note?: string;
}) {
  const { t } = useTranslation();
  const rest = people.filter((p) => !chosen.includes(p.email));
  const move = (from: number, to: number) => {
    const next = chosen.toSpliced(from, 1);
    onChange(next.toSpliced(to, 0, chosen[from] ?? ""));
  };
  return (
    <div className="field" role="group" aria-label={t(`submit.${part}`)}>
      <span className="label" aria-hidden>
        {t(`submit.${part}`)}
      </span>
      {chosen.length > 0 && (
        <ol className="card people">
          {chosen.map((email, n) => {
            const person = people.find((p) => p.email === email);
            const name = person?.name ?? email;
            const away = person?.away[0];
            return (
              <li key={email} className="row">
                <span className="muted num">{n + 1}</span>
                <span className="cut grow" title={email}>
                  {name}
                  {away && <span className="amber"> {t("submit.away", { from: away.from, until: away.until })}</span>}
                </span>
                <button
                  type="button"
                  className="iconbutton"
                  disabled={n === 0}
                  aria-label={t("submit.up", { name })}
                  onClick={() => move(n, n - 1)}
                >
                  <ArrowUp className="icon" aria-hidden />
                </button>
                <button
                  type="button"
                  className="iconbutton"
                  disabled={n === chosen.length - 1}
                  aria-label={t("submit.down", { name })}
                  onClick={() => move(n, n + 1)}
                >
                  <ArrowDown className="icon" aria-hidden />
                </button>
                <button
                  type="button"
                  className="iconbutton"
                  aria-label={t("submit.remove", { name })}
                  onClick={() => onChange(chosen.filter((c) => c !== email))}
                >
                  <X className="icon" aria-hidden />
                </button>
              </li>
            );
          })}
        </ol>
      )}
      <Field label={t(`submit.${part}`)} note={note} hideLabel>
        {(id) => (
          <select id={id} value="" onChange={(e) => e.target.value && onChange([...chosen, e.target.value])}>
            <option value="">{t(rest.length > 0 ? "submit.choose" : "submit.nobodyLeft")}</option>
            {rest.map((p) => (
              <option key={p.email} value={p.email}>
                {p.name}, {t(`role.${p.role}`)}
              </option>
            ))}
            {barred.map((p) => (
              <option key={p.email} value={p.email} disabled>
                {t("submit.wroteIt", { name: p.name })}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

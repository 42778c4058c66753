// Who was asked, in order: who spoke when and why, signed or not, whose turn it is, and who stands in for whom.
import { Check, PenLine, PenOff, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { useAsk } from "../../ipc";
import type { ApprovalShown, ApprovalStep, Person } from "../../ipc/generated/core";
import { called, spoken, waitsFor } from "./standing";

export function Steps({ approval, people }: { approval: ApprovalShown; people: Person[] }) {
  const { t } = useTranslation();
  const said = useAsk("statement_list", { item: approval.code });
  // What its author said when it was handed in, where they did that themselves.
  const authored = said.data?.findLast(
    (s) => s.meaning === "authored" && s.label === approval.label && s.day === approval.day,
  );
  const [done, of] = spoken(approval);
  return (
    <section className="part">
      <h2>
        {t(approval.in_order ? "approval.inOrder" : "approval.together")}
        <span className="end muted" style={{ fontWeight: 400 }}>
          {of > 0 && t("approval.spoke", { n: done, of })}
        </span>
      </h2>
      <ol className="steps">
        <li className="spoke">
          <i className="mark">
            <Check size={14} aria-hidden />
          </i>
          <div className="grow">
            <div className="row">
              <span className="strong wrap">{called(people, approval.author) || "–"}</span>
              <span className="end row">
                {authored && <Pen fingerprint={authored.fingerprint} />}
                <span className="num muted">{approval.day}</span>
              </span>
            </div>
            <p className="muted wrap">
              {approval.reason
                ? t("approval.authorSaid", { reason: approval.reason })
                : t("approval.author", { label: approval.label })}
            </p>
          </div>
        </li>
        {approval.steps.map((step) => (
          <Step key={`${step.part} ${step.email}`} step={step} approval={approval} people={people} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step, approval, people }: { step: ApprovalStep; approval: ApprovalShown; people: Person[] }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const { statement, stands } = step;
  const no = statement?.meaning === "rejected";
  const you = step.email === info.person?.email;
  const part = t(`approvalPart.${step.part}`);
  const place = approval.steps.indexOf(step);
  const before = (approval.in_order && approval.steps[place - 1]?.name) || waitsFor(approval);
  const said = {
    turn: t("approval.step.turn"),
    later: t("approval.step.later", { name: before }),
    not_needed: t("approval.step.notNeeded"),
    spoke: statement ? `${t(`meaning.${statement.meaning}`)}${no ? ":" : "."}` : "",
  }[stands];
  const spokeFor = statement?.for ? statement.name : undefined;
  const named = people.find((p) => p.email === step.email);
  return (
    <li className={no ? "no" : stands} data-stands={stands} data-email={step.email}>
      <i className="mark">
        {stands === "spoke" && (no ? <X size={14} aria-hidden /> : <Check size={14} aria-hidden />)}
      </i>
      <div className="grow">
        <div className="row">
          <span className="strong wrap">{step.name}</span>
          {you && <span className="chip">{t("settings.you")}</span>}
          {statement ? (
            <span className="end row">
              <Pen fingerprint={statement.fingerprint} />
              <span className="num muted">{statement.day}</span>
            </span>
          ) : (
            stands === "later" && <span className="end muted">{t("approval.missing")}</span>
          )}
        </div>
        <p className={no ? "red wrap" : "muted wrap"}>
          {part}. {statement?.reason && !no ? t("approval.quoted", { reason: statement.reason }) : said}
          {statement?.reason && no && ` ${t("approval.quoted", { reason: statement.reason })}`}
        </p>
        {spokeFor && <p className="muted wrap">{t("approval.step.for", { name: spokeFor, of: step.name })}</p>}
        {!statement && step.away_until && (
          <p className="amber wrap">
            {step.deputy
              ? t("approval.step.deputy", { day: step.away_until, name: step.deputy })
              : t("approval.step.away", { day: step.away_until })}
          </p>
        )}
        {!statement && step.left && stands !== "not_needed" && <p className="red wrap">{t("approval.step.left")}</p>}
        {!statement && named && approval.signed && !named.key && stands !== "not_needed" && (
          <p className="amber wrap">{t("approval.step.noKey")}</p>
        )}
      </div>
    </li>
  );
}

/** Whether it is signed, and with which key. */
function Pen({ fingerprint }: { fingerprint: string | null }) {
  const { t } = useTranslation();
  return fingerprint ? (
    <span className="row" title={t("approval.signedBy", { key: fingerprint })}>
      <PenLine size={14} role="img" aria-label={t("approval.signed")} />
    </span>
  ) : (
    <span className="row" title={t("approval.unsigned")}>
      <PenOff size={14} className="muted" role="img" aria-label={t("approval.unsigned")} />
    </span>
  );
}

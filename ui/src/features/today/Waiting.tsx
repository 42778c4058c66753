// What waits: doubts to be reviewed, changes that were asked for, drafts to approve, revisions that come into force, policies that nobody was told of, proposals.
import { CalendarCheck, CircleHelp, FilePen, FilePlus2, Link2, Megaphone } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { go, openItem } from "../../here/router";
import { number } from "../../i18n";
import type { ApprovalShown, ProposalsWaiting, Today } from "../../ipc/generated/core";
import { distance, earliest } from "../../kit/dates";

const FEW = 4;

/** No more of one sort are counted than these. */
const COUNTED = 10_000;

interface Row {
  key: string;
  kind: string;
  code: string;
  title: string;
  what: string;
  when: string;
}

export function Waiting({
  data,
  proposals,
  underWay,
}: {
  data: Today;
  proposals: ProposalsWaiting | undefined;
  /** Drafts that are on their way to approval already. */
  underWay: ApprovalShown[];
}) {
  const { t } = useTranslation();
  const far = (code: string, label: string): string | undefined => {
    const found = underWay.find((a) => a.code === code && a.label === label);
    return found && t(found.progress === "void" ? "approval.voidShort" : `approvalProgress.${found.progress}`);
  };
  const proposed = proposals?.items ?? [];
  return (
    <>
      <Part
        title={t("today.doubts")}
        count={number(data.doubts_count)}
        icon={<CircleHelp className="icon amber" aria-hidden />}
        action={t("action.open")}
        rest={data.doubts_count - data.doubts.length}
        onRest={() => go("documents", { view: "control", kind: "approval_doubted" })}
        rows={data.doubts.map((d) => ({
          key: d.id,
          kind: "document",
          code: d.code,
          title: d.title,
          what: d.owner,
          when: t("today.doubtedBy", { name: d.name }),
        }))}
      />
      <Part
        title={t("today.asked")}
        count={number(data.asked_count)}
        icon={<FilePlus2 className="icon muted" aria-hidden />}
        action={t("action.open")}
        rest={data.asked_count - data.asked.length}
        onRest={() => go("reviews", { view: "list" })}
        rows={data.asked.map((item) => ({
          key: item.uid,
          kind: "document",
          code: item.code,
          title: item.title,
          what: item.owner,
          when: distance(data.day, earliest(item.due)),
        }))}
      />
      <Part
        title={t("today.drafts")}
        count={data.drafts_count < COUNTED ? number(data.drafts_count) : t("today.atLeast", { n: number(COUNTED) })}
        icon={<FilePen className="icon amber" aria-hidden />}
        action={t("today.toApprove")}
        rest={Math.min(data.drafts_count, COUNTED) - data.drafts.length}
        onRest={() => go("documents", { view: "draft" })}
        rows={data.drafts.map((d) => ({
          key: `${d.code} ${d.revision}`,
          kind: "document",
          code: d.code,
          title: d.title,
          what: d.filed,
          when: far(d.code, d.revision) ?? t("today.rev", { label: d.revision }),
        }))}
      />
      <Part
        title={t("today.comingIntoForce")}
        count={number(data.coming_count)}
        icon={<CalendarCheck className="icon muted" aria-hidden />}
        action={t("action.open")}
        rest={data.coming_count - data.coming.length}
        onRest={() => go("documents")}
        rows={data.coming.map((c) => ({
          key: `${c.code} ${c.revision}`,
          kind: "document",
          code: c.code,
          title: c.title,
          what: c.from,
          when: distance(data.day, c.from),
        }))}
      />
      <Part
        title={t("today.untold")}
        count={data.untold_count < COUNTED ? number(data.untold_count) : t("today.atLeast", { n: number(COUNTED) })}
        icon={<Megaphone className="icon amber" aria-hidden />}
        action={t("action.open")}
        rest={Math.min(data.untold_count, COUNTED) - data.untold.length}
        onRest={() => go("documents", { view: "control", kind: "not_communicated" })}
        rows={data.untold.map((u) => ({
          key: `${u.code} ${u.revision}`,
          kind: "document",
          code: u.code,
          title: u.title,
          what: u.owner,
          when: t("today.rev", { label: u.revision }),
        }))}
      />
      <Part
        title={t("today.proposals")}
        count={proposals?.more ? t("today.atLeast", { n: number(proposed.length) }) : number(proposed.length)}
        icon={<Link2 className="icon muted" aria-hidden />}
        action={t("today.decide")}
        further={proposals?.more}
        rows={proposed.map((p) => ({
          key: p.code,
          kind: p.kind,
          code: p.code,
          title: p.title,
          what: "",
          when: t(p.count === 1 ? "today.proposedOne" : "today.proposed", { n: number(p.count) }),
        }))}
      />
    </>
  );
}

function Part(props: {
  title: string;
  count: string;
  icon: ReactNode;
  action: string;
  rows: Row[];
  /** How many more there are than rows, and where they are listed. */
  rest?: number;
  onRest?: () => void;
  /** Whether there are more that are listed nowhere yet: they come when these are done. */
  further?: boolean;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { title, count, icon, action, rows, rest = 0, onRest, further = false } = props;
  const more = rest > 0 || further ? "today.first" : "today.all";
  if (rows.length === 0) return null;
  return (
    <section style={{ marginTop: 24 }} aria-label={title}>
      <div className="row" style={{ marginBottom: 8, fontSize: 12 }}>
        <h2 className="strong muted">
          {title} <span style={{ fontWeight: 400 }}>{count}</span>
        </h2>
        {rows.length > FEW && (
          <button type="button" className="muted end medium" onClick={() => setAll(!all)}>
            {all ? t("today.fewer") : t(more, { n: number(rows.length) })}
          </button>
        )}
      </div>
      <div className="card tasks" role="list">
        {rows.slice(0, all ? rows.length : FEW).map((row) => (
          <div key={row.key} className="task" role="listitem" data-code={row.code}>
            {icon}
            <button type="button" className="strong cut" onClick={() => openItem(row.kind, row.code)}>
              {row.code}
            </button>
            <span className="cut" title={row.title}>
              {row.title}
            </span>
            <span className="muted num">{row.what}</span>
            <span className="muted" style={{ fontSize: 12 }}>
              {row.when}
            </span>
            <button type="button" className="button outline small" onClick={() => openItem(row.kind, row.code)}>
              {action}
            </button>
          </div>
        ))}
      </div>
      {all && rest > 0 && (
        <button type="button" className="muted medium" style={{ marginTop: 8 }} onClick={onRest}>
          {t("today.restDocuments", { n: number(rest) })}
        </button>
      )}
      {all && further && (
        <p className="muted" style={{ marginTop: 8 }}>
          {t("today.restLater")}
        </p>
      )}
    </section>
  );
}

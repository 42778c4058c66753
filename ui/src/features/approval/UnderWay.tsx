// What is on its way to approval, the oldest first: all of it, or what waits for whoever looks.
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { go, usePlace } from "../../here/router";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { ApprovalShown } from "../../ipc/generated/core";
import { Empty, Loaded, Segments } from "../../kit";
import { progressWord, waitsFor } from "./standing";
import "./approval.css";

export function UnderWay({ bar }: { bar: ReactNode }) {
  const { t } = useTranslation();
  const { params } = usePlace();
  const ask = useAsk("approvals_open", { yours: false });
  const list = useRef<HTMLDivElement>(null);
  const mine = params.show === "mine";
  const all = ask.data ?? [];
  const yours = all.filter((a) => a.yours);
  const rows = mine ? yours : all;
  const move = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (!by || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const now = buttons.indexOf(globalThis.document.activeElement as HTMLButtonElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, now + by))]?.focus();
  };
  return (
    <div className="surface" data-region>
      <div className="toolbar">
        {bar}
        <span className="end">
          <Segments
            label={t("approval.filter")}
            value={mine ? "mine" : "all"}
            onChange={(show) => go("documents", { view: "approval", show: show === "mine" ? show : undefined })}
            options={[
              { value: "all", label: t("approval.filter.all", { n: number(all.length) }) },
              { value: "mine", label: t("approval.filter.mine", { n: number(yours.length) }) },
            ]}
          />
        </span>
      </div>
      <Loaded ask={ask}>
        {() =>
          rows.length === 0 ? (
            <Empty title={t(mine && all.length > 0 ? "approval.noneMine" : "approval.none")} drawing={false}>
              <p>{t("approval.noneLead")}</p>
            </Empty>
          ) : (
            <div className="scroll grow underway" onKeyDown={move} ref={list} data-testid="under-way">
              <div className="heads" aria-hidden>
                <span>{t("field.code")}</span>
                <span>{t("field.title")}</span>
                <span>{t("field.rev")}</span>
                <span>{t("approval.progress")}</span>
                <span>{t("approval.waitsForHead")}</span>
                <span>{t("approval.planned")}</span>
              </div>
              {rows.map((approval) => (
                <Row key={approval.id} approval={approval} />
              ))}
            </div>
          )
        }
      </Loaded>
    </div>
  );
}

function Row({ approval }: { approval: ApprovalShown }) {
  const { t } = useTranslation();
  const { code, title, label, yours } = approval;
  const progress = t(progressWord(approval.progress));
  const waits = yours ? t("approval.forYou") : waitsFor(approval) || "–";
  return (
    <button
      type="button"
      aria-label={t("approval.rowName", { code, title, label, progress, waits })}
      onClick={() => go("documents", { approval: code, rev: label })}
      data-code={code}
    >
      <span className="medium cut">{code}</span>
      <span className="cut" title={title}>
        {title}
      </span>
      <span className="muted cut">{label}</span>
      <span>
        <span className="chip">{progress}</span>
      </span>
      <span className={`cut ${yours ? "strong" : "muted"}`} title={waits}>
        {waits}
      </span>
      <span className="num muted">{approval.planned ?? "–"}</span>
    </button>
  );
}

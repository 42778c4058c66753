// What scopes can take in: which system holds which, and who runs it. A change is ticked first and set when it was looked at.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import type { ScopeItem } from "../../ipc/generated/core";
import { standardOf, tone } from "../../kit/standards";
import { type Draft, scopeOf, ticked } from "./scopedraft";

/** So many rows are drawn whole. */
const WHOLE = 80;
const ROW = 36;

export function ScopeTable({
  items,
  open,
  draft,
  onDraft,
  onRunBy,
}: {
  items: ScopeItem[];
  open: string | undefined;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onRunBy: (item: ScopeItem) => void;
}) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const body = useRef<HTMLDivElement>(null);
  const long = items.length > WHOLE;
  const list = useVirtualizer({
    count: long ? items.length : 0,
    getScrollElement: () => body.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const at = items.findIndex((item) => item.code === open);
  useEffect(() => {
    if (long && at >= 0) list.scrollToIndex(at, { align: "auto" });
  }, [long, at]);
  const columns: CSSProperties = {
    display: "grid",
    gridTemplateColumns: `88px minmax(0, 1fr) 92px 132px repeat(${info.systems.length}, 48px)`,
    gap: "0 12px",
    alignItems: "center",
    padding: "0 14px",
  };
  const row = (item: ScopeItem, style?: CSSProperties) => (
    <ScopeRow
      key={item.id}
      item={item}
      here={item.code === open}
      style={{ ...columns, minHeight: ROW, ...style }}
      draft={draft}
      onDraft={onDraft}
      onRunBy={() => onRunBy(item)}
    />
  );
  return (
    <div className="card" data-testid="scope-items">
      <div style={columns}>
        {["field.code", "settings.name", "field.kind", "scopes.runBy"].map((key) => (
          <span key={key} className="muted" style={{ padding: "8px 0" }}>
            {t(key)}
          </span>
        ))}
        {info.systems.map((s) => (
          <span key={s.id} className={`own strong ${tone(standardOf(s.edition))}`} style={{ padding: "8px 0" }}>
            {s.code}
          </span>
        ))}
      </div>
      {long ? (
        <div ref={body} style={{ maxHeight: "60vh", overflow: "auto" }}>
          <div style={{ height: list.getTotalSize(), position: "relative" }}>
            {list.getVirtualItems().map((one) => {
              const item = items[one.index];
              return item && row(item, { position: "absolute", top: one.start, left: 0, right: 0, height: ROW });
            })}
          </div>
        </div>
      ) : (
        items.map((item) => row(item))
      )}
      {items.length === 0 && (
        <p className="muted" style={{ padding: 14 }}>
          {t("settings.noScopeItem")}
        </p>
      )}
    </div>
  );
}

function ScopeRow({
  item,
  here,
  style,
  draft,
  onDraft,
  onRunBy,
}: {
  item: ScopeItem;
  here: boolean;
  style: CSSProperties;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onRunBy: () => void;
}) {
  const { t } = useTranslation();
  const { info, readOnly } = useWorkspace();
  const organisation = item.kind === "organisation";
  const ran = item.run_by ? t(`runBy.${item.run_by}`) : t("scopes.runByOpen");
  return (
    <div
      style={{ ...style, background: here ? "var(--sel)" : undefined }}
      data-code={item.code}
      ref={(el) => {
        if (here) el?.scrollIntoView?.({ block: "nearest" });
      }}
    >
      <span className="medium cut" title={item.code}>
        {item.code}
      </span>
      <span className="cut" title={item.name}>
        {item.name}
        {item.at.length > 0 && <span className="hint"> {item.at.join(", ")}</span>}
      </span>
      <span className="muted cut">{t(`scope.kind.${item.kind}`)}</span>
      {organisation ? (
        <span />
      ) : (
        <button
          type="button"
          className={`cut ${item.run_by ? "link" : "muted"}`}
          style={{ textAlign: "left", minHeight: 24 }}
          title={item.run_reason || undefined}
          aria-label={t("scopes.whoRunsIt", { item: item.name, by: ran })}
          disabled={readOnly}
          onClick={onRunBy}
        >
          {ran}
        </button>
      )}
      {info.systems.map((system) => (
        <span key={system.id} style={{ lineHeight: "18px" }}>
          {!organisation && (
            <input
              type="checkbox"
              className="check"
              checked={scopeOf(system, draft).includes(item.code)}
              disabled={readOnly}
              aria-label={t("settings.inScope", { item: item.name, system: system.code })}
              onChange={(e) => onDraft(ticked(draft, system, item.code, e.target.checked))}
            />
          )}
        </span>
      ))}
    </div>
  );
}

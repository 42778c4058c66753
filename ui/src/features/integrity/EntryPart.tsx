// One entry of the ledger: what it says, and how it is written.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openClause } from "../../here/router";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { LogEntry } from "../../ipc/generated/core";
import { ClauseChip } from "../../kit";
import { about, eventName } from "../../kit/happened";
import { SayDay } from "./SayDay";

export function EntryPart({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  const [saying, setSaying] = useState(false);
  const ask = useAsk("ledger_log", { before: entry.seq + 1, limit: 1 });
  const event = (ask.data?.entries[0]?.event ?? {}) as { data?: Record<string, unknown> };
  const { reference, strength, reason } = event.data ?? {};
  return (
    <section className="part">
      <h2 className="strong">{t("integrity.entryNo", { n: number(entry.seq) })}</h2>
      <dl className="facts">
        <dt>{t("ledger.what")}</dt>
        <dd>{eventName(entry.kind)}</dd>
        <dt>{t("ledger.about")}</dt>
        <dd className="wrap selectable">{about(entry)}</dd>
        {typeof reference === "string" && [
          <dt key="a">{t("term.clause")}</dt>,
          <dd key="b">
            <ClauseChip reference={reference} onOpen={openClause} />
          </dd>,
        ]}
        {typeof strength === "string" && [
          <dt key="a">{t("mapping.strength")}</dt>,
          <dd key="b">{t(`strength.${strength}`)}</dd>,
        ]}
        {typeof reason === "string" &&
          reason && [
            <dt key="a">{t("mapping.reason")}</dt>,
            <dd key="b" className="wrap selectable">
              {reason}
            </dd>,
          ]}
        <dt>{t("ledger.who")}</dt>
        <dd className="wrap">{entry.actor}</dd>
        <dt>{t("ledger.when")}</dt>
        <dd className="num">{`${entry.day} ${entry.time}`}</dd>
      </dl>
      <div className="row" style={{ marginTop: 10 }}>
        <WriteButton className="button outline small" onClick={() => setSaying(true)} data-testid="say-day">
          {t("trust.sayDay")}
        </WriteButton>
      </div>
      {saying && <SayDay entry={entry} onClose={() => setSaying(false)} />}
      {event.data && (
        <details style={{ marginTop: 10 }}>
          <summary className="muted">{t("ledger.written")}</summary>
          <pre
            className="mono selectable wrap"
            style={{
              margin: "8px 0 0",
              padding: 12,
              borderRadius: 6,
              background: "var(--sunk)",
              whiteSpace: "pre-wrap",
            }}
          >
            {JSON.stringify(event.data, null, 2)}
          </pre>
        </details>
      )}
    </section>
  );
}

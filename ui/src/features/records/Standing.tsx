// How a record stands: why it counts no longer, which stands in whose place, and which might.
import { useTranslation } from "react-i18next";
import { Replacements } from "../../here/Replacements";
import { openItem } from "../../here/router";
import type { RecordName, RecordShown } from "../../ipc/generated/core";

function Named({ record }: { record: RecordName }) {
  return (
    <>
      <button type="button" className="link" onClick={() => openItem("record", record.code)}>
        {record.code}
      </button>{" "}
      {record.title}
    </>
  );
}

/** In a band: red where its validity ended and nothing stands in its place, else what happened to it. */
export function StandingBand({ record: r }: { record: RecordShown }) {
  const { t } = useTranslation();
  if (r.state === "ended") {
    return (
      <div className="band red">
        <span className="red strong">{t("records.endedOn", { day: r.valid_until })}</span>
      </div>
    );
  }
  if (r.exited.length === 0) return null;
  return (
    <div className="band" style={{ background: "var(--sunk)" }} data-testid="standing">
      <div className="column" style={{ gap: 8 }}>
        {r.exited.map((e) => (
          <div key={e.exit} className="wrap">
            <div className="strong">{t(`records.exited.${e.exit}`, { day: e.on })}</div>
            {e.by && (
              <div>
                {t("records.by")} <Named record={e.by} />
              </div>
            )}
            <div>{e.reason}</div>
            <div className="muted" style={{ fontSize: 12 }}>
              {e.who}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

/** The records in whose place it stands, and what is proposed. */
export function Successors({ record: r }: { record: RecordShown }) {
  const { t } = useTranslation();
  return (
    <>
      {r.replaces.length > 0 && (
        <section className="part">
          <h2>{t("records.replaces")}</h2>
          {r.replaces.map((earlier) => (
            <p key={earlier.id} className="wrap">
              <Named record={earlier} />
            </p>
          ))}
        </section>
      )}
      {r.replacements.length > 0 && (
        <section className="part">
          <h2>{t("records.proposed")}</h2>
          <Replacements of={r.replacements} />
        </section>
      )}
    </>
  );
}

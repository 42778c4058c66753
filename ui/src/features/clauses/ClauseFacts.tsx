// What is known of a clause besides: its direction, what it is to its standard, where the matches come from.
import { useTranslation } from "react-i18next";
import { placeWords } from "../../here/remarks";
import { ofData } from "../../i18n";
import type { ClauseOpened, ClauseView } from "../../ipc/generated/core";
import { clauseName, tone } from "../../kit/standards";

export function ClauseFacts({ data, clause }: { data: ClauseOpened; clause: ClauseView }) {
  const { t } = useTranslation();
  const own = clause.own ?? data.answers.find((a) => a.own)?.own;
  const sources = data.answers.flatMap((a) =>
    a.matches.map((m) => ({ to: `${a.standard}:${a.edition}/${m.clause}`, ...m })),
  );
  const oneWay = sources.filter((m) => m.direction === "onward" || m.direction === "back");
  const notes = [...new Set([...clause.flags, clause.note ?? ""])].filter(Boolean);
  return (
    <>
      {oneWay.length > 0 && (
        <section className="part" data-testid="one-way">
          <h2>{t("clause.oneWay")}</h2>
          {oneWay.slice(0, 4).map((m) => (
            <div key={m.to} className="card" style={{ marginBottom: 6 }}>
              <Way from={data.reference} to={m.to} serves={m.direction === "onward"} />
              <Way from={m.to} to={data.reference} serves={m.direction === "back"} />
            </div>
          ))}
        </section>
      )}
      {(own || clause.untitled || notes.length > 0) && (
        <section className="part">
          <h2>{t("clause.toKnow")}</h2>
          {own && <p className="hint">{t(`clause.own.${own}`)}</p>}
          {clause.untitled && <p className="hint">{t("clause.untitled")}</p>}
          {notes.map((note) => (
            <p key={note} className="hint" style={{ marginBottom: 6 }} lang={ofData(note).lang}>
              {ofData(note).text}
            </p>
          ))}
        </section>
      )}
      {clause.processes.length > 0 && (
        <section className="part">
          <h2>{t("clause.processes")}</h2>
          <p className="hint">{clause.processes.map((process) => ofData(process).text).join(", ")}</p>
        </section>
      )}
      {clause.sister_documents.length > 0 && (
        <section className="part">
          <h2>{t("clause.sisters")}</h2>
          {clause.sister_documents.map((s) => (
            <p key={s.document} className="hint" style={{ marginBottom: 4 }}>
              <span className="medium">{s.document}</span>{" "}
              <span lang={ofData(s.answers).lang}>{ofData(s.answers).text}</span>
            </p>
          ))}
        </section>
      )}
      {sources.some((m) => m.source) && (
        <section className="part">
          <h2>{t("clause.sources")}</h2>
          {sources
            .filter((m) => m.source)
            .slice(0, 8)
            .map((m) => (
              <p key={m.to} className="hint">
                <span className="medium">{clauseName(m.to)}</span> {placeWords(m.source)}
              </p>
            ))}
        </section>
      )}
      <p className="hint" style={{ padding: "12px 20px" }}>
        {t("remark.guidance")}
      </p>
    </>
  );
}

/** One way between two clauses: an arrow where evidence of the first suffices, a bar where it falls short. */
function Way({ from, to, serves }: { from: string; to: string; serves: boolean }) {
  const { t } = useTranslation();
  const name = (reference: string) => (
    <span className={`serif own strong ${tone(reference.split(":")[0] ?? "")}`} style={{ whiteSpace: "nowrap" }}>
      {clauseName(reference)}
    </span>
  );
  return (
    <div
      style={{
        display: "flex",
        // With years beside the numbers the words have a line of their own.
        flexWrap: "wrap",
        alignItems: "center",
        columnGap: 8,
        padding: "6px 10px",
      }}
    >
      {name(from)}
      <svg width={36} height={8} viewBox="0 0 36 8" aria-hidden style={{ flex: "none" }}>
        {serves ? (
          <path d="M0 2.5H31M0 5.5H31M29 0L35 4L29 8" stroke="var(--ink)" fill="none" />
        ) : (
          <path d="M0 4H34M34 0V8" stroke="var(--ink)" fill="none" />
        )}
      </svg>
      {name(to)}
      <span className="end" style={{ fontSize: 12, textAlign: "right" }}>
        {t(serves ? "clause.serves" : "clause.short")}
      </span>
    </div>
  );
}

// What a change between two revisions touches: who cites the document, its clauses in three columns, audits ahead.
import { useTranslation } from "react-i18next";
import { placeText } from "../../here/foundat";
import { openClause, openItem } from "../../here/router";
import { useWhen } from "../../here/state";
import { number, titleOf, wholeTitle } from "../../i18n";
import { useAsk } from "../../ipc";
import type { Citing, ClauseTouched, RevisionImpact } from "../../ipc/generated/core";
import { Loaded } from "../../kit";
import { clauseNumber, parseReference, STANDARDS, tone } from "../../kit/standards";
import type { Compared } from "./Comparison";

/** So many who cite it are shown at once. */
const SHOWN = 200;

export function ImpactPart({ document: code, earlier, later }: Compared) {
  const when = useWhen();
  const ask = useAsk("document_impact", {
    code,
    earlier: earlier ?? null,
    later: later ?? null,
    limit: SHOWN,
    ...when,
  });
  return <Loaded ask={ask}>{(data) => <Inside data={data} />}</Loaded>;
}

function Inside({ data }: { data: RevisionImpact }) {
  const { t } = useTranslation();
  const { cited, clauses, audits } = data;
  const all = cited.documents + cited.records;
  const files = cited.not_searched.reduce((sum, kind) => sum + kind.files, 0);
  return (
    <div className="impact" data-testid="impact">
      <section aria-label={t("impact.citedBy")}>
        <h2>
          {t("impact.citedBy")}{" "}
          <span className="muted">
            {all === 0 ? t("impact.nobody") : t("impact.count", { n: number(all), changing: number(cited.changing) })}
          </span>
        </h2>
        {cited.citing.map((citing) => (
          <CitingRow key={`${citing.kind} ${citing.code}`} citing={citing} />
        ))}
        {cited.citing.length < all && (
          <p className="muted">{t("impact.more", { n: number(all - cited.citing.length) })}</p>
        )}
        {files > 0 && (
          <p className="amber">{t(files === 1 ? "impact.unreadOne" : "impact.unread", { n: number(files) })}</p>
        )}
      </section>
      <section aria-label={t("impact.clauses")}>
        <h2>
          {t("impact.clauses")} <span className="muted">{t("impact.after")}</span>
        </h2>
        {clauses.length === 0 ? (
          <p className="muted">{t("impact.unmapped")}</p>
        ) : (
          <div className="columns">
            {STANDARDS.map((standard) => (
              <div key={standard} className={tone(standard)}>
                <h3 className="own">{standard}</h3>
                {clauses
                  .filter((clause) => parseReference(clause.reference).standard === standard)
                  .map((clause) => (
                    <ClauseRow key={clause.reference} clause={clause} />
                  ))}
              </div>
            ))}
          </div>
        )}
        {audits.map((audit) => (
          <p key={audit.code} className="muted">
            {t("impact.audit", { code: audit.code, title: audit.title, n: number(audit.clauses.length) })}
          </p>
        ))}
      </section>
    </div>
  );
}

function CitingRow({ citing }: { citing: Citing }) {
  const { t } = useTranslation();
  const sections = citing.sections.map((section) => section.number);
  const changing = citing.sections.filter((section) => section.changes).map((section) => section.number);
  const cites = citing.changes
    ? t("impact.citesChanged", { sections: changing.join(", ") })
    : sections.length > 0
      ? t("impact.citesAsBefore", { sections: sections.join(", ") })
      : t("impact.citesWhole");
  const place = [citing.file, placeText(t, citing.place)].filter(Boolean).join(", ");
  return (
    <button
      type="button"
      className="row"
      title={`${place}\n${citing.snippet}`}
      onClick={() => openItem(citing.kind, citing.code, { file: citing.digest })}
    >
      <span className="medium cut code">{citing.code}</span>
      <span className="cut grow">
        {citing.title}
        {citing.owner && <span className="muted">, {citing.owner}</span>}
      </span>
      <span className={citing.changes ? "amber" : "muted"}>{cites}</span>
    </button>
  );
}

function ClauseRow({ clause }: { clause: ClauseTouched }) {
  const { t } = useTranslation();
  const asked = clause.becomes === "asked_again";
  return (
    <button
      type="button"
      className="clauserow"
      title={[wholeTitle(titleOf(clause.reference, clause.title)), clause.reason].filter(Boolean).join("\n")}
      onClick={() => openClause(clause.reference)}
    >
      <span className="clause">{clauseNumber(clause.reference)}</span>
      <span className={asked ? "amber" : "muted"}>
        {asked ? t("impact.restsOn", { sections: clause.sections.join(", ") }) : t("impact.carriedOver")}
      </span>
    </button>
  );
}

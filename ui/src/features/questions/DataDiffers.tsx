// What the reference data say of mappings and nobody decided on, or decided otherwise.
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { openClause } from "../../here/router";
import type { QuestionDiffers } from "../../ipc/generated/core";
import { ClauseChip } from "../../kit";
import { pointWords } from "../../kit/pointwords";
import { acceptedText } from "./words";

export function DataDiffers({ differs }: { differs: QuestionDiffers }) {
  const { t } = useTranslation();
  return (
    <section className="part">
      <h2>{t("question.differs.head")}</h2>
      <div className="chips" style={{ marginBottom: 8 }}>
        <ClauseChip reference={differs.at} onOpen={openClause} />
        <span className="muted">
          <ClauseTitle reference={differs.at} title={differs.title} />
        </span>
      </div>
      {differs.on === "points" ? (
        differs.points.map((point) => (
          <p key={point.id} className="wrap selectable" style={{ marginBottom: 6 }}>
            <span lang={pointWords(point).lang}>{pointWords(point).text}</span>{" "}
            <span className="hint num">{point.id}</span>
          </p>
        ))
      ) : (
        <dl className="card questioncells">
          <dt>{t("question.differs.was")}</dt>
          <dd className="wrap">
            {acceptedText(differs.was)} <ClauseChip reference={differs.from} onOpen={openClause} />
          </dd>
          <dt>{t("question.differs.now")}</dt>
          <dd className="wrap">{acceptedText(differs.now)}</dd>
        </dl>
      )}
    </section>
  );
}

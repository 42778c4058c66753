// What each file of a share is taken for, by which signs, and which files were recognised as filed already.
import { useTranslation } from "react-i18next";
import { number } from "../../i18n";
import type { Imported, Recognised, Sign } from "../../ipc/generated/core";

/** As many rows as a person looks through; the rest is said by its number. */
const SHOWN = 300;

export function WhatItIs({ found }: { found: Imported }) {
  const { t } = useTranslation();
  const documents = (found.planned_documents ?? []).filter((one) => one.revisions.length > 0);
  const records = found.planned_records ?? [];
  const recognised = found.recognised ?? [];
  const asked = (doubts: (typeof records)[number]["doubts"]) =>
    doubts.some((doubt) => typeof doubt.on === "object" && "document_or_record" in doubt.on);
  // What is asked comes first: there somebody may look twice.
  const sorted = [...records].sort((a, b) => Number(asked(b.doubts)) - Number(asked(a.doubts)));
  return (
    <>
      {documents.length > 0 && (
        <details data-testid="planned-documents">
          <summary>{t("import.takenForDocuments", { n: number(documents.length) })}</summary>
          <div className="list" style={{ paddingLeft: 16 }}>
            {documents.slice(0, SHOWN).map((one) => (
              <Row key={one.code} name={one.code} more={one.title === one.code ? "" : one.title} why={one.why} />
            ))}
            <More n={documents.length - SHOWN} />
          </div>
        </details>
      )}
      {records.length > 0 && (
        <details data-testid="planned-records">
          <summary>{t("import.takenForRecords", { n: number(records.length) })}</summary>
          <div className="list" style={{ paddingLeft: 16 }}>
            {sorted.slice(0, SHOWN).map((one) => (
              <Row
                key={one.path}
                name={one.path}
                more={asked(one.doubts) ? t("import.isAsked") : ""}
                amber={asked(one.doubts)}
                why={one.why}
              />
            ))}
            <More n={records.length - SHOWN} />
          </div>
        </details>
      )}
      {recognised.length > 0 && (
        <details data-testid="recognised">
          <summary>{t("import.recognised", { n: number(recognised.length) })}</summary>
          <div className="list" style={{ paddingLeft: 16 }}>
            {recognised.slice(0, SHOWN).map((one: Recognised) => (
              <div key={one.path} style={{ alignItems: "flex-start" }}>
                <span className="grow wrap">{one.path}</span>
                <span className="hint wrap" style={{ maxWidth: 340 }}>
                  {t(`import.recognised.${one.how}`, { code: one.code, was: one.was })}
                </span>
              </div>
            ))}
            <More n={recognised.length - SHOWN} />
          </div>
        </details>
      )}
    </>
  );
}

function More({ n }: { n: number }) {
  const { t } = useTranslation();
  return n > 0 ? <div className="hint">{t("question.more", { n: number(n) })}</div> : null;
}

function Row({ name, more, why, amber }: { name: string; more: string; why: Sign[]; amber?: boolean }) {
  const { t } = useTranslation();
  const sign = (one: Sign) => {
    const words = one.words ? ` (${one.words})` : "";
    return `${t(`import.sign.${one.sign}`)}${words}: ${t(`import.speaks.${one.speaks_for}`)}`;
  };
  return (
    <div style={{ alignItems: "flex-start" }}>
      <span className="grow wrap">
        {name} {more && <span className={amber ? "amber" : "muted"}>{more}</span>}
      </span>
      <span className="hint wrap" style={{ maxWidth: 340 }}>
        {why.map(sign).join(" · ")}
      </span>
    </div>
  );
}

// What a pack will hold, before it is built.
import { FileText, FolderClosed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { bytes, number } from "../../i18n";
import type { Contents } from "../../ipc/generated/core";
import { byColumn, STANDARD_NAMES, standardOf, tone } from "../../kit/standards";

export function PackContents({ contents, stale }: { contents: Contents; stale: boolean }) {
  const { t } = useTranslation();
  const size = contents.documents.size + contents.records.size;
  const files = contents.documents.files + contents.records.files;
  const twice = (standard: string) => contents.indexes.filter((i) => standardOf(i.edition) === standard).length > 1;
  const rows: [string, string, string, boolean][] = [
    ["index.html", t("pack.row.index"), "", false],
    ["matrix.xlsx, *.csv", t("pack.row.matrix"), "", false],
    ["documents/", t("pack.row.files", { n: number(contents.documents.files) }), bytes(contents.documents.size), true],
    ["records/", t("pack.row.files", { n: number(contents.records.files) }), bytes(contents.records.size), true],
    ["approvals/", t("pack.row.approvals", { n: number(contents.approvals) }), "", true],
    ["ledger/", t("pack.row.ledger"), "", true],
    ["VERIFY.txt", t("pack.row.verify"), "", false],
  ];
  return (
    <div className={stale ? "dim" : ""} style={{ maxWidth: 720 }}>
      <div className="row" style={{ alignItems: "baseline" }}>
        <h2 className="wrap" style={{ fontSize: 18, lineHeight: "26px", fontWeight: 600 }}>
          {contents.name}.zip
        </h2>
        <span className="end" style={{ fontWeight: 600, whiteSpace: "nowrap" }}>
          {t("pack.filesSize", { size: bytes(size) })}
        </span>
      </div>
      <p className="muted" style={{ margin: "4px 0 16px" }}>
        {t("pack.summary", {
          documents: number(contents.documents.items),
          records: number(contents.records.items),
          files: number(files),
          all: number(contents.files),
          without: number(contents.without_overlap),
        })}
      </p>
      <div className="card">
        {rows.map(([name, says, how, folder], n) => (
          <div key={name} className="row" style={{ padding: "8px 14px", borderTop: n ? "1px solid var(--line)" : 0 }}>
            {folder ? <FolderClosed className="icon" aria-hidden /> : <FileText className="icon" aria-hidden />}
            <span className="medium" style={{ width: 150 }}>
              {name}
            </span>
            <span className="muted grow">{says}</span>
            <span className="muted num">{how}</span>
          </div>
        ))}
      </div>
      <h2 className="parthead" style={{ marginTop: 24 }}>
        {t("pack.indexes")}
      </h2>
      <div
        style={{
          display: "grid",
          gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 190px), 1fr))",
          gap: 12,
        }}
      >
        {[...contents.indexes]
          .sort((a, b) => byColumn(a.edition, b.edition))
          .map((i) => {
            const standard = standardOf(i.edition);
            return (
              <div
                key={i.edition}
                className={`card ${tone(standard)}`}
                style={{ borderTop: "2px solid var(--own)", padding: 12 }}
              >
                <div className="own strong" style={{ marginBottom: 8 }}>
                  {STANDARD_NAMES[standard]}
                  {twice(standard) && `:${i.edition.split(":")[1]}`}
                </div>
                <div className="row" style={{ gap: 4 }}>
                  <span className="muted">{t("pack.cited")}</span> <span className="end num">{number(i.files)}</span>
                </div>
                <div className="row" style={{ gap: 4 }}>
                  <span className="muted">{t("pack.covered")}</span>{" "}
                  <span className="end num" style={{ whiteSpace: "nowrap" }}>
                    {t("coverage.xOfY", { x: i.summary.covered, y: i.summary.clauses })}
                  </span>
                </div>
                {i.summary.not_in_place > 0 && (
                  <p className="hint">{t("coverage.notInPlace", { n: number(i.summary.not_in_place) })}</p>
                )}
              </div>
            );
          })}
      </div>
      {contents.last && (
        <p className="muted" style={{ marginTop: 16 }}>
          {t("pack.continues", { name: contents.last[0], day: contents.last[1] })}
        </p>
      )}
    </div>
  );
}

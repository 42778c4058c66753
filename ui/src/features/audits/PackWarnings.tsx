// What an auditor would ask about: to be seen before a pack is issued.
import i18next, { type TFunction } from "i18next";
import { Info, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openItem } from "../../here/router";
import { date, number } from "../../i18n";
import type { Contents, PackCaveat } from "../../ipc/generated/core";
import { answerText, missingText } from "../../kit/scopetext";

export function PackWarnings({ contents }: { contents: Contents }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string>();
  return (
    <section className="part">
      {contents.warnings.map((w) => (
        <div
          key={w.code}
          className="row"
          style={{ alignItems: "flex-start", padding: "8px 0", borderBottom: "1px solid var(--line)" }}
        >
          <TriangleAlert className={`icon ${w.code === "overdue" ? "red" : "amber"}`} aria-hidden />
          <div className="grow">
            <div className="medium">{t(`pack.warning.${w.code}`, { n: w.items.length })}</div>
            <p className="hint">{t(`pack.warning.${w.code}.means`)}</p>
            <button
              type="button"
              className="link"
              style={{ fontSize: 12 }}
              onClick={() => setOpen(open === w.code ? undefined : w.code)}
            >
              {t(open === w.code ? "action.hide" : "action.showThem")}
            </button>
            {open === w.code && (
              <div className="column" style={{ gap: 2, marginTop: 6 }}>
                {w.items.slice(0, 60).map((i) => (
                  <button
                    key={i}
                    type="button"
                    className="cut"
                    onClick={() => openItem(i.startsWith("R-") ? "record" : "document", i)}
                  >
                    {i}
                  </button>
                ))}
              </div>
            )}
          </div>
        </div>
      ))}
      {contents.notes
        .map((note) => says(t, note))
        .map((text) => (
          <div
            key={text}
            className="row"
            style={{ alignItems: "flex-start", padding: "8px 0", borderBottom: "1px solid var(--line)" }}
          >
            <Info className="icon muted" aria-hidden />
            <p className="hint grow">{text}</p>
          </div>
        ))}
      {contents.warnings.length + contents.notes.length === 0 && <p className="muted">{t("pack.noWarning")}</p>}
    </section>
  );
}

/** A note in words. */
function says(t: TFunction, note: PackCaveat): string {
  switch (note.code) {
    case "recorded_by": {
      const recorded = date(note.recorded, i18next.language, { day: "numeric", month: "long", year: "numeric" });
      const known = t("pack.note.recorded_by", { recorded, later: number(note.later) });
      const first = note.first.map(({ on, what, about }) => `${on} ${t(`event.${what}`)}: ${about.join(", ")}`);
      return first.length > 0 ? `${known} (${first.join("; ")})` : known;
    }
    case "marked":
      return t("pack.note.marked", { marked: number(note.marked), of: number(note.of) });
    case "moved":
      return t("pack.note.moved", { documents: number(note.documents) });
    case "left_out":
      return t("pack.note.left_out", { documents: number(note.documents) });
    case "outside_period":
      return t("pack.note.outside_period", {
        from: note.from ?? "…",
        to: note.to ?? "…",
        records: number(note.records),
      });
    case "late":
      return t("pack.note.late", { revisions: number(note.revisions), points: number(note.points) });
    case "unclear":
      return t("pack.note.unclear", { documents: number(note.documents) });
    case "foretold":
      return t("pack.note.foretold", { made: note.made, day: note.day });
    case "unsearchable":
      return t("pack.note.unsearchable", { files: number(note.files) });
    case "statement_lacks":
      return t("pack.note.statement_lacks", { system: note.system, what: missingText(t, note.lacks) });
    case "scopes_differ":
      return t("pack.note.scopes_differ");
    case "keys_retired":
      return t("pack.note.keys_retired", { statements: note.statements.join("; ") });
    case "soa_moved":
      return t("pack.note.soa_moved", { since: note.since, edition: note.edition, version: note.version });
    case "withheld": {
      const withheld = t("pack.note.withheld", { entries: number(note.entries) });
      const first = note.first.map(({ on, what, about }) => `${on} ${t(`event.${what}`)}: ${about.join(", ")}`);
      return first.length > 0 ? `${withheld} (${first.join("; ")})` : withheld;
    }
    case "scope_answer":
      return [
        t(`scope.question.${note.asked.question}`),
        answerText(t, note.asked),
        note.asked.reason && `(${note.asked.reason})`,
      ]
        .filter(Boolean)
        .join(" ");
  }
}

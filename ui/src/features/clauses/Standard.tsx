// One standard in its own order.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { useOurLabels } from "../../here/ourlabels";
import { openClause } from "../../here/router";
import { useWhen } from "../../here/state";
import { titleOf } from "../../i18n";
import { useAsk } from "../../ipc";
import type { Concordance } from "../../ipc/generated/core";
import { Glyph, Loaded, Problem } from "../../kit";
import { clauseName, parseReference, tone } from "../../kit/standards";
import { because } from "./because";
import type { CoverageFilter } from "./filter";

export function Standard({
  data,
  standard,
  show,
  scope,
  main,
  beside,
}: {
  data: Concordance;
  standard: string;
  show: CoverageFilter;
  scope: string;
  main?: string;
  /** Only what it asks for and this standard does not; `none`: what none of the others asks for; `added`: what it added. */
  beside: string;
}) {
  const { t } = useTranslation();
  const when = useWhen();
  const ours = useOurLabels();
  const column = data.columns.find((c) => c.standard === standard)?.edition;
  const known = useAsk("standard_list", {}).data?.standards;
  const edition = known?.find((e) => `${e.standard}:${e.edition}` === column);
  const ask = useAsk("coverage_show", {
    standard: column ?? standard,
    scope: scope || null,
    named: true,
    ...when,
  });
  const named = beside === "none" || beside === "added" ? null : beside;
  const own = useAsk("standard_own", { standard: column ?? standard, beside: named }, beside !== "");
  const front = useAsk("standard_show", { standard: column ?? standard }, column !== undefined).data?.front ?? [];
  const shown = ask.data !== undefined;
  const added = beside === "added" ? own.data?.added : undefined;
  const clauses =
    beside === "none"
      ? own.data?.alone
      : beside === "added"
        ? added?.map((a) => ({ reference: a.reference, except: [] }))
        : beside
          ? own.data?.beside[0]?.clauses
          : undefined;
  const stated = named ? own.data?.beside[0]?.stated : undefined;
  const partners = (reference: string) => {
    const found = added?.find((a) => a.reference === reference)?.partners;
    const said = found?.map(
      (p) => `${t(p.limited ? "join.limited" : `relation.${p.relation}`)}: ${clauseName(p.reference)}`,
    );
    return said?.length === 0 ? t("join.no_partner") : said?.join(", ");
  };
  const below = (reference: string, whole: string) => reference === whole || reference.startsWith(`${whole}.`);
  const isOwn = (reference: string) => {
    const found = clauses?.find((c) => below(reference, c.reference));
    return !!found && !found.except.some((c) => below(parseReference(reference).clause, c.clause));
  };
  useEffect(() => {
    // Asked for from a bar of Today: the main clause comes to the top.
    if (!shown || !main) return;
    const first = [...document.querySelectorAll<HTMLElement>("[data-clause]")].find(
      (e) => parseReference(e.dataset.clause ?? "").clause.split(".")[0] === main,
    );
    first?.scrollIntoView({ block: "start" });
  }, [shown, main]);
  return (
    <Loaded ask={ask}>
      {(all) => (
        <div className="scroll" style={{ padding: "0 24px 24px" }}>
          {edition && (
            <p className="hint" style={{ margin: "8px 0" }}>
              {t(edition.follows_common_structure ? "clauses.follows" : "clauses.followsNot", { name: edition.name })}
            </p>
          )}
          {!beside &&
            show === "all" &&
            front.map((f) => (
              <button
                key={f.clause}
                type="button"
                data-clause={`${column}/${f.clause}`}
                className={`row ${tone(standard)}`}
                style={{ width: "100%", minHeight: 28, borderBottom: "1px solid var(--line)", gap: 12 }}
                onClick={() => openClause(`${column}/${f.clause}`)}
              >
                <span style={{ width: 10, flex: "none" }} />
                <span className="serif own" style={{ fontWeight: 600, width: 76, flex: "none" }}>
                  {f.clause === "0" ? "" : f.clause}
                </span>
                <span className="serif cut grow" style={{ fontSize: 14 }}>
                  {t(`clause.front.${f.clause}`)}
                </span>
                <span className="hint cut">{t(f.own ? `join.${f.own}` : "join.not_stated")}</span>
              </button>
            ))}
          {stated && stated.clauses.length > 0 && (
            <details className="hint" style={{ margin: "8px 0" }} data-testid="own-stated" open>
              <summary>{t("clauses.ownStated", { edition: stated.edition })}</summary>
              {stated.clauses.map((c) => (
                <p key={c.reference}>
                  <span className="medium">{c.clause}</span> <ClauseTitle reference={c.reference} title={c.title} />
                  {c.except.length > 0 &&
                    ` (${t("clauses.ownExcept", { clauses: c.except.map((e) => `${e.clause} ${titleOf(`${stated.edition}/${e.clause}`, e.title).text}`).join(", ") })})`}
                </p>
              ))}
            </details>
          )}
          {clauses?.length === 0 && <p className="hint">{t("clauses.ownNothing")}</p>}
          {beside && own.error && <Problem error={own.error} />}
          {(all[0]?.rows ?? [])
            .filter((r) => show === "all" || (!r.heading && r.state === show))
            .filter((r) => !clauses || isOwn(r.reference))
            .map((r) => (
              <button
                key={r.reference}
                type="button"
                data-clause={r.reference}
                className={`row ${tone(standard)}`}
                style={{
                  width: "100%",
                  minHeight: 28,
                  borderBottom: "1px solid var(--line)",
                  gap: 12,
                  paddingLeft: show === "all" ? (r.level - 1) * 16 : 0,
                }}
                onClick={() => openClause(r.reference)}
              >
                <Glyph state={r.state} standard={standard} />
                <span className="serif own" style={{ fontWeight: 600, width: 76, flex: "none" }}>
                  {parseReference(r.reference).clause}
                </span>
                <span className={`serif cut grow ${r.heading ? "strong" : ""}`} style={{ fontSize: 14 }}>
                  <ClauseTitle reference={r.reference} title={r.title} of={ours} cut />
                </span>
                <span
                  className="hint cut"
                  style={{ maxWidth: "40%" }}
                  title={added ? partners(r.reference) : because(t, r)}
                >
                  {added ? partners(r.reference) : because(t, r)}
                </span>
                {r.items > 0 && (
                  <span className="muted num" style={{ minWidth: 32, textAlign: "right" }}>
                    {r.items}
                  </span>
                )}
              </button>
            ))}
        </div>
      )}
    </Loaded>
  );
}

// The scopes side by side: by kind, and at each item whether two systems can be integrated there and why or why not; with how
// much an SMS and an ISMS can share.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { showDone } from "../../here/undo";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import { useAsk, useChange } from "../../ipc";
import type { Integration, IntegrationAt, Measure, ScopesCompared as Side } from "../../ipc/generated/core";
import { Problem } from "../../kit";
import { showRefusal } from "../../kit/toast";

/** So many items stand there at once. */
const SHOWN = 40;

export function ScopesCompared() {
  const { t } = useTranslation();
  const ask = useAsk("scope_compare", {});
  const keep = useChange("scope_compare_store");
  const [all, setAll] = useState(false);
  const write = async () => {
    try {
      const { pairs } = await keep.run({});
      showDone(t("compared.stored", { n: number(pairs.length) }));
    } catch (error) {
      showRefusal(error);
    }
  };
  if (ask.error && !ask.data) return <Problem error={ask.error} />;
  if (!ask.data || ask.data.pairs.length === 0) return null;
  const places = ask.data.places.filter((place) => place.kind !== "organisation");
  return (
    <section data-testid="compared">
      <div className="row" style={{ marginBottom: 8 }}>
        <h2 className="parthead" style={{ margin: 0 }}>
          {t("settings.compared")}
        </h2>
        <WriteButton
          className="button outline small end"
          disabled={keep.busy}
          data-testid="store-comparison"
          onClick={() => void write()}
        >
          {t("compared.store")}
        </WriteButton>
      </div>
      <p className="hint wrap">{t("compared.storeNote")}</p>
      <div className="column" style={{ gap: 16 }}>
        <Kinds compared={ask.data} />
        {places.length > 0 && (
          <div className="card">
            {places.slice(0, all ? places.length : SHOWN).map((place) => (
              <Place key={`${place.item} ${place.site ?? ""}`} place={place} />
            ))}
            {places.length > SHOWN && (
              <button type="button" className="link hint" style={{ padding: "8px 14px" }} onClick={() => setAll(!all)}>
                {all ? t("today.fewer") : t("today.all", { n: number(places.length) })}
              </button>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

/** Two by two, what both take in and what one alone, kind by kind. */
function Kinds({ compared }: { compared: Side }) {
  const { t } = useTranslation();
  const codes = (list: string[]) => list.join(", ") || "–";
  return compared.pairs.map(({ a, b, both, only_a, only_b }) => (
    <div key={`${a} ${b}`}>
      <p className="medium">
        {a} – {b}
        {only_a.length + only_b.length === 0 && (
          <span className="muted"> {t(both.length > 0 ? "settings.same" : "settings.nothingSaid")}</span>
        )}
      </p>
      {compared.kinds
        .filter((kind) => kind.a === a && kind.b === b)
        .filter((kind) => kind.both.length + kind.only_a.length + kind.only_b.length > 0)
        .map((kind) => (
          <p key={kind.kind} className="muted wrap">
            <span className="medium">{t(`scope.kind.${kind.kind}`)}</span>:{" "}
            {t("settings.differs", {
              both: codes(kind.both),
              a: codes(kind.only_a),
              b: codes(kind.only_b),
              x: a,
              y: b,
            })}
          </p>
        ))}
    </div>
  ));
}

/** One item, or a service at one of its sites: two by two whether they can be integrated. */
function Place({ place }: { place: IntegrationAt }) {
  const { t } = useTranslation();
  return (
    <div style={{ padding: "6px 14px", borderBottom: "1px solid var(--line)" }} data-place={place.item}>
      <p>
        <span className="medium">{place.item}</span> {place.name}{" "}
        <span className="muted">
          {place.site ? t("scopes.atSite", { site: place.site }) : t(`scope.kind.${place.kind}`)}
        </span>
      </p>
      {place.pairs.map((pair) => (
        <Pair key={`${pair.a} ${pair.b}`} pair={pair} />
      ))}
    </div>
  );
}

function Pair({ pair }: { pair: Integration }) {
  const { t } = useTranslation();
  const { a, b, possible, why } = pair;
  const answer = possible === null ? "open" : possible ? "yes" : "no";
  return (
    <p style={{ fontSize: 12, lineHeight: "18px" }}>
      <span className="medium">
        {a} – {b}:
      </span>{" "}
      <span className={possible === null ? "amber" : ""}>{t(`scopes.integration.${answer}`)}</span>
      {", "}
      <span className="muted">{t(`scopes.why.${why}`, { a, b })}</span>
    </p>
  );
}

/** How much an SMS and an ISMS can share, with what that rests on. */
export function SharingPart() {
  const { t } = useTranslation();
  const ask = useAsk("scope_sharing", {});
  if (!ask.data) return null;
  const { grade, measures } = ask.data;
  return (
    <section data-testid="sharing">
      <h2 className="parthead">{t("scopes.sharing")}</h2>
      <div className="card" style={{ padding: "10px 14px" }}>
        <p className={grade === "open" ? "strong amber" : "strong"}>{t(`scopes.grade.${grade}`)}</p>
        <p className="hint">{t("scopes.weakest")}</p>
        {measures.map((measure) => (
          <OneMeasure key={measure.measure === "scope" ? measure.question : "controls"} measure={measure} />
        ))}
      </div>
    </section>
  );
}

function OneMeasure({ measure }: { measure: Measure }) {
  const { t } = useTranslation();
  const isms = useAsk("system_list", {}).data?.find((system) => system.edition.startsWith("27001:"));
  const [what, said] =
    measure.measure === "scope"
      ? [
          t(`scope.question.${measure.question}`),
          measure.answer ? t(`scope.answer.${measure.answer}`) : t("scopes.notAnswered"),
        ]
      : [
          t("scopes.controls"),
          measure.controls
            ? t("scopes.controlsOf", {
                place: number(measure.controls.in_place),
                part: number(measure.controls.in_part),
                reach: number(measure.controls.reach_services),
                all: number(measure.controls.all),
              })
            : t("scopes.controlsNone"),
        ];
  return (
    <p className="row" style={{ alignItems: "baseline", flexWrap: "wrap", marginTop: 4 }}>
      <span>{what}</span>
      <span className="muted">{said}</span>
      {measure.measure === "controls" && isms && (
        <button type="button" className="link" onClick={() => go("settings", { applicability: isms.code })}>
          {t("action.open")}
        </button>
      )}
      <span className={`end ${measure.grade === "open" ? "amber" : "muted"}`} style={{ fontSize: 12 }}>
        {t(`scopes.gradeWord.${measure.grade}`)}
      </span>
    </p>
  );
}

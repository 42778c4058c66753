// One party: which kind it is, what it runs, for whom it works, and what is on file of it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openByCode } from "../../here/openbycode";
import { go } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { PartyFact, PartyShown } from "../../ipc/generated/core";
import { CloseButton, Loaded } from "../../kit";
import { FactDialog } from "./FactDialog";
import { openParty } from "./Parties";
import { PartyDialog } from "./PartyDialog";
import { FACTS, heldOf, onFile, WORDS } from "./partyfacts";

export function PartyInspector({ name }: { name: string }) {
  const { when } = useWorkspace();
  const { t } = useTranslation();
  const ask = useAsk("party_show", { name, ...when });
  return (
    <aside className="inspector" aria-label={name} data-region data-testid="inspector">
      <Loaded ask={ask}>{(data) => <Inside data={data} />}</Loaded>
      {!ask.data && (
        <button type="button" className="button" onClick={() => openParty()}>
          {t("action.close")}
        </button>
      )}
    </aside>
  );
}

function Inside({ data }: { data: PartyShown }) {
  const { t } = useTranslation();
  const [correcting, setCorrecting] = useState(false);
  const [fact, setFact] = useState<PartyFact>();
  return (
    <>
      <header>
        <div className="row">
          <h2 className="wrap grow selectable">{data.name}</h2>
          <CloseButton onClick={() => openParty()} />
        </div>
        <p className={data.kind ? "muted" : "amber"}>
          {t(`parties.kind.${data.kind ?? "open"}`)}
          {data.within_larger_organisation && `, ${t("parties.ofTheLarger")}`}
        </p>
      </header>
      <section className="part">
        <dl className="facts" style={{ gridTemplateColumns: "128px minmax(0, 1fr)" }}>
          {data.lead_name && (
            <>
              <dt>{t("parties.lead")}</dt>
              <dd>
                <button type="button" className="link" onClick={() => openParty(data.lead_name)}>
                  {data.lead_name}
                </button>
              </dd>
            </>
          )}
          {data.under_it.length > 0 && (
            <>
              <dt>{t("parties.underIt")}</dt>
              <dd className="wrap">{data.under_it.join(", ")}</dd>
            </>
          )}
          <dt>{t("parties.runs")}</dt>
          <dd>
            {data.runs.map((item) => (
              <div key={item.id}>
                <button
                  type="button"
                  className="link"
                  onClick={() => go("settings", { part: "scopes", open: item.code })}
                >
                  {item.code}
                </button>{" "}
                {item.name} <span className="muted">{item.run_by ? t(`runBy.${item.run_by}`) : ""}</span>
              </div>
            ))}
            {data.runs.length === 0 && <span className="muted">{t("parties.runsNothing")}</span>}
          </dd>
        </dl>
      </section>
      {FACTS.map(([group, facts]) => (
        <section key={group} className="part" data-testid={`facts-${group}`}>
          <h2>
            {t(`parties.group.${group}`)}
            <span className="end num">
              {t("parties.onFile", { n: number(onFile(data, facts)), all: number(facts.length) })}
            </span>
          </h2>
          <div className="list">
            {facts.map((one) => (
              <Fact key={one} party={data} fact={one} onOpen={() => setFact(one)} />
            ))}
          </div>
        </section>
      ))}
      <footer>
        <WriteButton className="button outline small" onClick={() => setCorrecting(true)}>
          {t("action.correct")}
        </WriteButton>
      </footer>
      {correcting && <PartyDialog before={data} onDone={openParty} onClose={() => setCorrecting(false)} />}
      {fact && <FactDialog party={data} fact={fact} onClose={() => setFact(undefined)} />}
    </>
  );
}

function Fact({ party, fact, onOpen }: { party: PartyShown; fact: PartyFact; onOpen: () => void }) {
  const { t } = useTranslation();
  const { readOnly } = useWorkspace();
  const held = heldOf(party, fact);
  const words = held?.words && WORDS[fact] ? t(`parties.word.${held.words}`) : held?.words;
  return (
    <div data-fact={fact}>
      <span className="grow wrap" style={{ lineHeight: "16px" }}>
        <span className={held ? "" : "muted"}>{t(`party.fact.${fact}`)}</span>
        {held && (
          <span style={{ display: "block", fontSize: 12 }}>
            {held.document && (
              <button type="button" className="link" onClick={() => void openByCode(held.document ?? "")}>
                {held.document}
              </button>
            )}
            {held.document && words && " "}
            <span className={held.words === "weaker" ? "amber" : "muted"}>{words}</span>
          </span>
        )}
      </span>
      {!readOnly && (
        <button
          type="button"
          className="button outline small"
          aria-label={`${t(held ? "action.change" : "parties.note")}: ${t(`party.fact.${fact}`)}`}
          onClick={onOpen}
        >
          {t(held ? "action.change" : "parties.note")}
        </button>
      )}
    </div>
  );
}

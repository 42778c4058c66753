// Outside parties and suppliers: each with its kind, for whom it works and how much is on file of it.
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go, usePlace } from "../../here/router";
import { ScopeWords } from "../../here/scopewords";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { Party } from "../../ipc/generated/core";
import { Empty, Loaded } from "../../kit";
import { LongList } from "../../kit/longlist";
import { FilterInput, NothingFits } from "../../kit/registerbar";
import { PartyDialog } from "./PartyDialog";
import { byLead } from "./partyfacts";
import { Requirements } from "./Requirements";

export const openParty = (name?: string): void => go("settings", { part: "parties", open: name });

export function Parties() {
  const { t } = useTranslation();
  const { info, when } = useWorkspace();
  const { open } = usePlace().params;
  const ask = useAsk("party_list", { ...when });
  const [adding, setAdding] = useState(false);
  const [filter, setFilter] = useState("");
  const add = (
    <WriteButton className="button outline small" data-testid="add-party" onClick={() => setAdding(true)}>
      <Plus className="icon" aria-hidden /> {t("parties.add")}
    </WriteButton>
  );
  const wanted = filter.toLowerCase().trim();
  return (
    <div className="column" style={{ gap: 24 }}>
      <Loaded ask={ask}>
        {(parties) => {
          const rows = byLead(parties).filter((one) => one.name.toLowerCase().includes(wanted));
          return (
            <section>
              {parties.length === 0 ? (
                <Empty title={t("parties.none")} drawing={false} actions={add}>
                  <p>{t("parties.noneLead")}</p>
                </Empty>
              ) : (
                <>
                  <div className="row" style={{ marginBottom: 8 }}>
                    <h2 className="parthead" style={{ margin: 0 }}>
                      {t("settings.parties")} <span className="num">{number(parties.length)}</span>
                    </h2>
                    <FilterInput value={filter} onChange={setFilter} width={160} />
                    {add}
                  </div>
                  {rows.length === 0 ? (
                    <NothingFits onClear={() => setFilter("")} />
                  ) : (
                    <LongList
                      label={t("settings.parties")}
                      rows={rows}
                      idOf={(one) => one.name}
                      selected={open}
                      onSelect={openParty}
                      show={(one) => <Line party={one} />}
                    />
                  )}
                </>
              )}
            </section>
          );
        }}
      </Loaded>
      <div className="column" style={{ gap: 4 }}>
        {info.systems.map((s) => (
          <ScopeWords key={s.id} system={s.code} words={["external", "supplier", "internal_supplier", "outsourced"]} />
        ))}
      </div>
      <Requirements />
      {adding && <PartyDialog onDone={openParty} onClose={() => setAdding(false)} />}
    </div>
  );
}

function Line({ party }: { party: Party }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="grow" style={{ lineHeight: "16px", paddingLeft: party.lead ? 16 : 0 }}>
        <span className="medium cut" style={{ display: "block" }} title={party.name}>
          {party.name}
        </span>
        {party.lead_name && (
          <span className="muted cut" style={{ display: "block", fontSize: 12 }}>
            {t("parties.worksFor", { lead: party.lead_name })}
          </span>
        )}
      </span>
      <span className={party.kind ? "muted" : "amber"} style={{ fontSize: 12 }}>
        {t(`parties.kind.${party.kind ?? "open"}`)}
      </span>
      <span className="muted num" style={{ fontSize: 12 }}>
        {t("parties.facts", { n: number(party.on_file.length) })}
      </span>
    </>
  );
}

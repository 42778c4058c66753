// Scopes: what each system takes in and who runs it, in words and in versions, how the scopes compare, what a change touches.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlace } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import { useAsk } from "../../ipc";
import type { ScopeItem } from "../../ipc/generated/core";
import { Loaded } from "../../kit";
import { Rechecks } from "./Rechecks";
import { RunByDialog } from "./RunByDialog";
import { ScopeDraft } from "./ScopeDraft";
import { ScopeItemDialog } from "./ScopeItemDialog";
import { ScopeQuestions } from "./ScopeQuestions";
import { ScopesCompared, SharingPart } from "./ScopesCompared";
import { ScopeTable } from "./ScopeTable";
import { Statements } from "./Statements";
import type { Draft } from "./scopedraft";

export function Scopes() {
  const { t } = useTranslation();
  const { info, readOnly } = useWorkspace();
  const { open } = usePlace().params;
  const ask = useAsk("scope_list", {});
  const [adding, setAdding] = useState(false);
  const [running, setRunning] = useState<ScopeItem>();
  const [draft, setDraft] = useState<Draft>({});
  const drop = (system: string) => setDraft(({ [system]: _, ...rest }) => rest);
  return (
    <div className="column" style={{ gap: 24 }}>
      <Loaded ask={ask}>
        {(items) => (
          <section>
            <div className="row" style={{ marginBottom: 8 }}>
              <h2 className="parthead" style={{ margin: 0 }}>
                {t("settings.scopeItems")}
              </h2>
              <WriteButton className="button outline small end" onClick={() => setAdding(true)}>
                {t("settings.addScopeItem")}
              </WriteButton>
            </div>
            <ScopeTable items={items} open={open} draft={draft} onDraft={setDraft} onRunBy={setRunning} />
            {!readOnly && (
              <div className="column" style={{ gap: 8, marginTop: 8 }}>
                {info.systems.map((system) => {
                  const wanted = draft[system.code];
                  return (
                    wanted && (
                      <ScopeDraft
                        key={system.id}
                        system={system.code}
                        items={wanted}
                        onDone={() => drop(system.code)}
                      />
                    )
                  );
                })}
              </div>
            )}
          </section>
        )}
      </Loaded>
      <Statements />
      <ScopesCompared />
      <SharingPart />
      <ScopeQuestions />
      <Rechecks />
      {adding && (
        <ScopeItemDialog
          sites={(ask.data ?? []).filter((s) => s.kind === "site").map((s) => ({ value: s.code, label: s.name }))}
          onClose={() => setAdding(false)}
        />
      )}
      {running && <RunByDialog item={running} onClose={() => setRunning(undefined)} />}
    </div>
  );
}

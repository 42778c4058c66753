// The picture of one life: what was in force when, all that happened, and how each of it is proven.
import { Printer } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ExportButton } from "../../here/ExportButton";
import { go } from "../../here/router";
import { save } from "../../here/save";
import { useWhen, useWorkspace } from "../../here/state";
import { Step, TopBar } from "../../here/TopBar";
import { call, useAsk } from "../../ipc";
import type { DocumentShown, ItemHistory, StatementShown } from "../../ipc/generated/core";
import { Loaded, useKey } from "../../kit";
import { dueText } from "../../kit/dates";
import { happened, why } from "../../kit/happened";
import { HistoryList } from "./HistoryList";
import { InForce } from "./InForce";
import { ProofPart } from "./ProofPart";
import { SaveStatements } from "./SaveStatements";
import "./history.css";

export function HistoryScreen({ kind, code }: { kind: "document" | "record"; code: string }) {
  const { t } = useTranslation();
  const when = useWhen();
  const ask = useAsk("item_history", { code, kind, ...when });
  const document = useAsk("document_show", { code, ...when }, kind === "document");
  const said = useAsk("statement_list", { item: code });
  const screen = kind === "document" ? "documents" : "records";
  const back = () => go(screen, { open: code });
  const print = () =>
    save(`${code} ${t("history.title")}.pdf`, async (how) => {
      return (await call("item_history_save", { code, kind, ...when, ...how })).answer;
    });
  useKey("Escape", back);
  return (
    <>
      <TopBar
        path={
          <>
            <Step go={() => go(screen)}>{t(`nav.${screen}`)}</Step>
            <Step go={back}>{code}</Step>
          </>
        }
        title={t("history.title")}
      >
        {said.data && said.data.length > 0 && <SaveStatements code={code} />}
        <button type="button" className="button" onClick={() => void print()}>
          <Printer className="icon" aria-hidden /> {t("history.print")}
        </button>
        <ExportButton
          name={`${code} ${t("history.title")}.csv`}
          read={async () => ({ total: ask.data?.happened.length ?? 0, rows: exported(ask.data) })}
        />
      </TopBar>
      <div className="screen">
        <Loaded ask={ask}>
          {(history) => <Inside history={history} document={document.data} statements={said.data ?? []} />}
        </Loaded>
      </div>
    </>
  );
}

/** The rows of the list, as they are exported. */
const exported = (history: ItemHistory | undefined) =>
  (history?.happened ?? []).map((h) => ({
    entry: h.seq,
    recorded: h.at,
    holds_from: h.holds ? dueText(h.holds) : h.recorded,
    revision: h.revision ?? "",
    who: h.actor,
    what: happened(h),
    why: why(h) ?? "",
  }));

function Inside({
  history,
  document,
  statements,
}: {
  history: ItemHistory;
  document: DocumentShown | undefined;
  statements: StatementShown[];
}) {
  const { day } = useWorkspace();
  const [chosen, setChosen] = useState<number>();
  const selected = useMemo(() => history.happened.find((h) => h.seq === chosen), [history, chosen]);
  return (
    <>
      <div className="surface" data-region>
        {document && <InForce key={day} history={history} document={document} />}
        <HistoryList
          history={history}
          document={document}
          statements={statements}
          selected={chosen}
          onSelect={setChosen}
        />
      </div>
      {selected && (
        <ProofPart
          entry={selected}
          statement={statements.find((s) => s.seq === selected.seq)}
          size={history.size}
          code={history.code}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

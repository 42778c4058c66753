// Taking a whole share in: looked at first, with its lists; then imported, with progress and cancel; what is left to
// settle is shown by consequence.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { number } from "../../i18n";
import { call, type Refusal, refusal, useWork } from "../../ipc";
import type { Dropped, Imported, ListTaken, Problem as Oddity } from "../../ipc/generated/core";
import { Dialog, Problem, Working } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { platform } from "../../platform";
import { type ChosenLists, ColumnsStep } from "./ColumnsStep";
import { oddityWords } from "./oddity";
import { WhatItIs } from "./WhatItIs";

type List = "master_list" | "evidence_index" | "scopes";

export function ImportSheet({ paths }: { paths: string[] }) {
  const { t } = useTranslation();
  const { setImporting } = useWorkspace();
  const [dropped, setDropped] = useState<Dropped>();
  const [plan, setPlan] = useState<Imported>();
  const [done, setDone] = useState<Imported>();
  const [error, setError] = useState<Refusal>();
  const [columns, setColumns] = useState<ChosenLists>({});
  const [remember, setRemember] = useState(true);
  const [looking, setLooking] = useState<"master_list" | "evidence_index">();
  const work = useWork("import");

  useEffect(() => {
    call("drop_sort", { paths })
      .then(({ answer }) => setDropped(answer))
      .catch((e) => setError(refusal(e)));
  }, [paths]);

  const request = (dry: boolean) => ({
    paths: [...(dropped?.folders ?? []), ...(dropped?.files ?? [])],
    master_list: dropped?.master_list ?? null,
    evidence_index: dropped?.evidence_index ?? null,
    scopes: dropped?.scopes ?? null,
    columns,
    remember,
    dry_run: dry,
  });
  const run = async (dry: boolean) => {
    setError(undefined);
    try {
      const answer = await work.run(request(dry));
      if (dry) setPlan(answer);
      else setDone(answer);
    } catch (e) {
      setError(refusal(e));
    }
  };
  useEffect(() => {
    if (dropped) void run(true);
  }, [dropped, columns]);

  const close = () => {
    if (work.running) work.cancel();
    setImporting(undefined);
  };
  const choose = async (list: List) => {
    const [path] = await platform().choose("file", t(`import.list.${list}`));
    if (path && dropped) setDropped({ ...dropped, [list]: path });
  };
  const shown = done ?? plan;
  if (looking && dropped) {
    const { paths, master_list, evidence_index } = request(true);
    return (
      <ColumnsStep
        list={looking}
        request={{ paths, master_list, evidence_index }}
        before={columns}
        onBack={() => setLooking(undefined)}
        onDone={(chosen, kept) => {
          setColumns(chosen);
          setRemember(kept);
          setLooking(undefined);
        }}
      />
    );
  }
  return (
    <Dialog
      onClose={close}
      calm
      size={820}
      title={done ? t("import.done") : t("import.title")}
      sub={dropped?.folders.map((f) => f.split(/[\\/]/).at(-1)).join(", ")}
      onPrimary={() => !work.running && plan && !done && void run(false)}
      foot={
        done ? (
          <>
            <span className="hint">{t("import.again")}</span>
            <button
              type="button"
              className="button outline end"
              onClick={() => {
                close();
                go("clauses");
              }}
            >
              {t("import.toClauses")}
            </button>
            <button
              type="button"
              className="button primary"
              onClick={() => {
                close();
                go("today");
              }}
            >
              {t("action.finish")}
            </button>
          </>
        ) : (
          <DialogFoot
            hint={t("import.readOnly")}
            onCancel={close}
            disabled={!plan || work.running}
            onPrimary={() => void run(false)}
            data-testid="import-run"
            keys
          >
            {plan && plan.problems.length > 0 ? t("action.importLater") : t("import.run")}
          </DialogFoot>
        )
      }
    >
      <div className="column" style={{ gap: 16 }}>
        {error && (
          <Problem error={error}>
            {error.code === "cancelled" && (
              <button type="button" className="link" onClick={() => void run(!plan)}>
                {t("import.goOn")}
              </button>
            )}
          </Problem>
        )}
        {work.running && <Working progress={work.progress} onCancel={work.cancel} />}
        {!done && dropped && (
          <div className="card">
            {(["master_list", "evidence_index", "scopes"] as const).map((list) => (
              <div key={list} className="row" style={{ padding: "6px 12px", borderBottom: "1px solid var(--line)" }}>
                <span className="medium" style={{ width: 180 }}>
                  {t(`import.list.${list}`)}
                </span>
                <span className="muted cut grow">{dropped[list]?.split(/[\\/]/).at(-1) ?? t("import.noList")}</span>
                {list !== "scopes" && dropped[list] && (
                  <button
                    type="button"
                    className="button small"
                    disabled={work.running}
                    data-testid={`columns-of-${list}`}
                    onClick={() => setLooking(list)}
                  >
                    {t("columns.open")}
                  </button>
                )}
                <button
                  type="button"
                  className="button small"
                  disabled={work.running}
                  onClick={() => void choose(list)}
                >
                  {t("action.choose")}
                </button>
                {dropped[list] && (
                  <button
                    type="button"
                    className="button small"
                    disabled={work.running}
                    onClick={() => setDropped({ ...dropped, [list]: null })}
                  >
                    {t("action.remove")}
                  </button>
                )}
              </div>
            ))}
          </div>
        )}
        {shown && (
          <Result
            found={shown}
            done={done !== undefined}
            onSettle={() => {
              close();
              go("documents", { view: "settle" });
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

function Result({ found, done, onSettle }: { found: Imported; done: boolean; onSettle: () => void }) {
  const { t } = useTranslation();
  const numbers: [string, number][] = [
    ["import.files", found.files],
    ["import.documents", found.documents + found.external + found.listed_only],
    ["import.revisions", found.revisions + found.external],
    ["import.records", found.records],
    ["import.copies", found.duplicates.length],
    ["import.skipped", found.skipped.length],
  ];
  const byCode = new Map<string, Oddity[]>();
  for (const p of found.problems) byCode.set(p.code, [...(byCode.get(p.code) ?? []), p]);
  return (
    <>
      {done && (
        <p>
          {t("import.added", {
            documents: number(found.added.documents),
            revisions: number(found.added.revisions),
            records: number(found.added.records),
            files: number(found.added.files),
          })}
        </p>
      )}
      {done && found.points_opened > 0 && (
        <p>
          {t(found.points_opened === 1 ? "import.pointOpened" : "import.pointsOpened", {
            n: number(found.points_opened),
          })}
        </p>
      )}
      {done && found.proposed > 0 && (
        <p>{t(found.proposed === 1 ? "import.proposedOne" : "import.proposed", { n: number(found.proposed) })}</p>
      )}
      {found.to_settle > 0 && (
        <p className="row">
          <span className="amber medium">
            {done
              ? t(found.to_settle === 1 ? "import.questionOne" : "import.questions", { n: number(found.to_settle) })
              : t(found.to_settle === 1 ? "import.wouldAskOne" : "import.wouldAsk", { n: number(found.to_settle) })}
          </span>
          {done && (
            <button type="button" className="link" onClick={onSettle}>
              {t("today.settleAction")}
            </button>
          )}
        </p>
      )}
      <div className="card" style={{ display: "grid", gridTemplateColumns: "repeat(6, 1fr)" }}>
        {numbers.map(([key, n], i) => (
          <div key={key} style={{ padding: "10px 14px", borderLeft: i ? "1px solid var(--line)" : 0 }}>
            <div className="strong num" style={{ fontSize: 18, lineHeight: "26px" }}>
              {number(n)}
            </div>
            <div className="hint">{t(key)}</div>
          </div>
        ))}
      </div>
      {found.not_taken > 0 && (
        <p className="amber medium">
          {t(found.not_taken === 1 ? "import.notTakenOne" : "import.notTaken", { n: number(found.not_taken) })}
        </p>
      )}
      {found.lists.map((list) => (
        <ListRead key={list.list} list={list} />
      ))}
      {found.problems.length > 0 && (
        <section>
          <h2 className="parthead">{t("import.toSettle", { n: found.problems.length })}</h2>
          {[...byCode].map(([code, list]) => (
            <details key={code} style={{ borderBottom: "1px solid var(--line)", padding: "6px 0" }}>
              <summary>
                <span className="medium">{t(`oddity.${code}`, { defaultValue: code.replaceAll("_", " ") })}</span>{" "}
                <span className="muted">{list.length}</span>
              </summary>
              <div className="list" style={{ paddingLeft: 16 }}>
                {list.map((p) => (
                  <div key={`${p.path ?? ""} ${p.row ?? ""} ${oddityWords(p)}`} style={{ alignItems: "flex-start" }}>
                    <span className="grow wrap">{oddityWords(p)}</span>
                    <span className="hint wrap" style={{ maxWidth: 260 }}>
                      {p.path ?? (p.row ? t("import.row", { n: p.row }) : p.doc_no)}
                    </span>
                  </div>
                ))}
              </div>
            </details>
          ))}
        </section>
      )}
      <WhatItIs found={found} />
      {found.duplicates.length > 0 && (
        <details>
          <summary>{t("import.copiesList", { n: found.duplicates.length })}</summary>
          <div className="list" style={{ paddingLeft: 16 }}>
            {found.duplicates.map((group) => (
              <div key={group.join()} className="wrap">
                {group.join(" = ")}
              </div>
            ))}
          </div>
        </details>
      )}
      {found.skipped.length > 0 && (
        <details>
          <summary>{t("import.skippedList", { n: found.skipped.length })}</summary>
          <div className="list" style={{ paddingLeft: 16 }}>
            {found.skipped.map((s) => (
              <div key={s.path} style={{ alignItems: "flex-start" }}>
                <span className="grow wrap">{s.path}</span>
                <span className="hint wrap">{t(`import.skipped.${s.reason}`)}</span>
              </div>
            ))}
          </div>
        </details>
      )}
    </>
  );
}

/** What was read of a list, and what not: each column that is not used with its count. */
function ListRead({ list }: { list: ListTaken }) {
  const { t } = useTranslation();
  const unused = list.columns.filter((column) => column.meaning === "not_used" && column.filled > 0);
  const left = list.left_out.filter((row) => row.why !== "section" && row.why !== "names");
  return (
    <details>
      <summary>
        {t("columns.read", { name: list.name, rows: number(list.rows), unused: number(unused.length) })}
      </summary>
      <div className="list" style={{ paddingLeft: 16 }}>
        {unused.map((column) => (
          <div key={column.letters} className="wrap">
            {t("columns.unusedOne", { name: column.name || column.letters, n: number(column.filled) })}
          </div>
        ))}
        {left.map((row) => (
          <div key={row.row} className="wrap">
            {t("import.row", { n: row.row })}: {t(`columns.why.${row.why}`)} · {row.words}
          </div>
        ))}
        {list.beside.map(([sheet, rows]) => (
          <div key={sheet} className="wrap amber">
            {t("columns.beside", { sheet, n: number(rows) })}
          </div>
        ))}
      </div>
    </details>
  );
}

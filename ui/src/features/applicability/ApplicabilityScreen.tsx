// What applies in one system: for security the Statement of Applicability, control by control; elsewhere clause by clause.
import { Download } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { useOurLabels } from "../../here/ourlabels";
import { go, usePlace } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { Step, TopBar } from "../../here/TopBar";
import { WriteButton } from "../../here/WriteButton";
import { useAsk } from "../../ipc";
import type { Applicability, ApplicabilityOf, SoaShown, System } from "../../ipc/generated/core";
import { Empty, Loaded, useKey } from "../../kit";
import { checkColumn } from "../../kit/checkcolumn";
import { Register } from "../../kit/register";
import { NothingFits } from "../../kit/registerbar";
import { byColumn, parseReference, STANDARD_NAMES, standardOf } from "../../kit/standards";
import { platform } from "../../platform";
import { Bulk } from "./Bulk";
import { ChosenBar, FilterBar } from "./bars";
import { ControlInspector } from "./ControlInspector";
import { gridOf } from "./columns";
import { type BulkDraft, type Draft, FILTERS, type Filter, NOTHING, OWN } from "./decisions";
import { IssueDialog } from "./IssueDialog";
import { OwnControlDialog } from "./OwnControlPart";
import { SaveDialog } from "./SaveDialog";
import { StatementBar } from "./StatementBar";
import { StatementPane } from "./StatementPane";
import { useShown } from "./shown";
import { TakeInDialog } from "./TakeInDialog";
import { useWidth } from "./width";

/** A clause or control that is to be brought into view; another one each time that is asked for. */
interface Wanted {
  clause: string;
}

export function ApplicabilityScreen({ code }: { code: string }) {
  const { t } = useTranslation();
  const { info, when } = useWorkspace();
  const ask = useAsk("applicability_list", { standard: code, ...when });
  const systems = [...info.systems].sort((a, b) => byColumn(a.edition, b.edition));
  const system = systems.find((s) => s.code === code);
  // Until the answer is there, another system's must not be shown in its place.
  const data = ask.data?.find((of) => of.system === code);
  const security = system !== undefined && standardOf(system.edition) === "27001";
  const { open } = usePlace().params;
  const [wanted, setWanted] = useState<Wanted>();
  // Asked for by the address, once each time it changes.
  useEffect(() => setWanted(open ? { clause: open } : undefined), [open]);
  const [dialog, setDialog] = useState<"save" | "issue">();
  const statement = useAsk("soa_show", { standard: code, ...when }, data?.controls === true).data;
  return (
    <>
      <TopBar
        path={<Step go={() => go("settings")}>{code}</Step>}
        title={t(security ? "term.soa" : "applicability.title")}
      >
        {statement && (
          <>
            <button type="button" className="button" onClick={() => setDialog("save")}>
              <Download className="icon" aria-hidden /> {t("action.export")}
            </button>
            <WriteButton className="button primary big" onClick={() => setDialog("issue")} data-testid="to-issue">
              {t("applicability.issue")}
            </WriteButton>
          </>
        )}
      </TopBar>
      <div className="screen">
        <Loaded ask={{ ...ask, data }}>
          {(of) => (
            <Inside
              key={of.system}
              of={of}
              systems={systems}
              statement={statement}
              wanted={wanted}
              onWanted={setWanted}
            />
          )}
        </Loaded>
      </div>
      {dialog === "save" && statement && (
        <SaveDialog system={code} shown={statement} onClose={() => setDialog(undefined)} />
      )}
      {dialog === "issue" && statement && (
        <IssueDialog
          system={code}
          shown={statement}
          onBlocked={(clause) => setWanted({ clause })}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}

function Inside({
  of,
  systems,
  statement,
  wanted,
  onWanted,
}: {
  of: ApplicabilityOf;
  systems: System[];
  statement: SoaShown | undefined;
  wanted: Wanted | undefined;
  onWanted: (wanted: Wanted | undefined) => void;
}) {
  const { t } = useTranslation();
  const { when, day, readOnly } = useWorkspace();
  const { controls } = of;
  const standard = standardOf(of.edition);
  const start = of.rows.find((row) => parseReference(row.reference).clause === wanted?.clause)?.reference;
  const { show } = usePlace().params;
  const [filter, setFilter] = useState<Filter>(FILTERS.find((f) => f === show) ?? "all");
  const [text, setText] = useState("");
  const [owner, setOwner] = useState("");
  const [ground, setGround] = useState("");
  const [selected, setSelected] = useState<string[]>(start ? [start] : []);
  const [ticking, setTicking] = useState(false);
  const [typed, setTyped] = useState<Record<string, Draft>>({});
  const [bulk, setBulk] = useState<BulkDraft>(NOTHING);
  const [adding, setAdding] = useState(false);
  const [versions, setVersions] = useState(false);
  const [file, setFile] = useState<string>();
  const choose = async () => {
    const [path] = await platform().choose("file", t("applicability.importChoose"));
    if (path) setFile(path);
  };
  const { of: surface, width } = useWidth();
  const ours = useOurLabels();
  const coverage = useAsk("coverage_show", { standard: of.edition, named: true, ...when });
  const covered = useMemo(
    () => new Map((coverage.data?.[0]?.rows ?? []).map((row) => [row.reference, row])),
    [coverage.data],
  );
  const { all, owners, counts, rows, kinds, titles } = useShown(of, controls, { filter, text, owner, ground });
  // Where nothing may be left out, nothing is filtered by what was decided.
  const open = all.some((row) => row.may_be_left_out);
  const filters = FILTERS.filter(
    (one) => controls || one === "all" || (open && (one === "excluded" || one === "lacking")),
  );
  const chosen = rows.filter((row) => selected.includes(row.reference));
  const one = chosen.length === 1 ? chosen[0] : undefined;
  const typedOf = new Set(Object.keys(typed));
  const grid = gridOf({ t, day, standard, controls, width, coverage: covered, ours, typed: typedOf });
  const columns = [
    ...checkColumn<Applicability>(
      ticking && selected.length === 1 ? [...selected, ""] : selected,
      (row) => row.reference,
      (name) => t("register.choose", { name: parseReference(name).clause }),
      t("register.selection"),
    ),
    ...grid.columns,
  ];
  const clear = () => {
    setSelected([]);
    setTicking(false);
  };
  useKey("Escape", () => {
    if (selected.length > 0) clear();
  });
  const filtered = filter !== "all" || text !== "" || owner !== "" || ground !== "";
  const unfilter = () => {
    setFilter("all");
    setText("");
    setOwner("");
    setGround("");
  };
  useEffect(() => {
    if (!wanted || !start) return;
    unfilter();
    setTicking(false);
    setSelected([start]);
  }, [wanted]);
  const groupName = (group: string) =>
    group === OWN ? (
      t("applicability.ownControls")
    ) : (
      <span className="serif" style={{ fontSize: 14 }}>
        <span className="own">{group}</span>{" "}
        <ClauseTitle reference={`${of.edition}/${group}`} title={titles.get(group) ?? ""} />
      </span>
    );
  return (
    <>
      <div className="surface" data-region ref={surface}>
        {chosen.length > 1 ? (
          <ChosenBar
            count={chosen.length}
            matching={rows.length}
            controls={controls}
            bulk={bulk}
            onBulk={setBulk}
            onAll={() => setSelected(rows.map((row) => row.reference))}
            onClear={clear}
          />
        ) : (
          <FilterBar
            system={of.system}
            systems={systems}
            controls={controls}
            filters={filters}
            filter={filter}
            counts={counts}
            onFilter={(f) => {
              clear();
              setFilter(f);
            }}
            ground={ground}
            onGround={setGround}
            owner={owner}
            owners={owners}
            onOwner={setOwner}
            text={text}
            onText={(words) => {
              onWanted(undefined);
              setText(words);
            }}
          />
        )}
        {!open && (
          <p className="wrap" style={{ padding: "4px 24px 12px", maxWidth: 720 }} data-testid="nothing-left-out">
            {t(standard === "20000-1" ? "applicability.sms" : "applicability.nothingLeftOut", {
              name: STANDARD_NAMES[standard] ?? standard,
            })}
          </p>
        )}
        <Register<Applicability>
          label={t(controls ? "term.soa" : "applicability.title")}
          parts={{
            key: `${of.system} ${filter} ${text} ${owner} ${ground}`,
            first: { total: rows.length, kinds },
            rowAt: (index) => rows[index],
            rows,
            error: coverage.error,
            look,
          }}
          columns={columns}
          below={grid.below}
          idOf={(row) => row.reference}
          sort=""
          descending={false}
          onSort={() => {}}
          selected={selected}
          // Several are chosen only where there is something to decide on them.
          onSelect={(ids) => {
            onWanted(undefined);
            setSelected(open ? ids : ids.slice(-1));
          }}
          keepSelection={ticking}
          onOpen={() => document.querySelector<HTMLElement>('[data-testid="inspector"] fieldset button')?.focus()}
          onKey={(key, row) => {
            if (key !== " " || !open) return false;
            const there = selected.includes(row.reference);
            if (ticking || !there)
              setSelected(there ? selected.filter((s) => s !== row.reference) : [...selected, row.reference]);
            setTicking(true);
            return true;
          }}
          started={wanted}
          start={start ? rows.findIndex((row) => row.reference === start) : undefined}
          grouped
          groupName={groupName}
          empty={filtered ? <NothingFits onClear={unfilter} /> : <Empty title={t("applicability.nothing")} />}
        />
        {controls && (
          <StatementBar
            summary={of.summary}
            statement={statement}
            versions={versions}
            onVersions={() => {
              clear();
              setVersions(!versions || selected.length > 0);
            }}
            onTakeIn={readOnly ? undefined : () => void choose()}
            onAdd={() => setAdding(true)}
          />
        )}
      </div>
      {one && (
        <ControlInspector
          key={one.reference}
          system={of.system}
          row={one}
          typed={typed[one.reference]}
          onTyped={(draft) => setTyped((old) => without(old, one.reference, draft))}
          onClose={clear}
        />
      )}
      {chosen.length > 1 && (
        <Bulk system={of.system} rows={chosen} controls={controls} draft={bulk} onDraft={setBulk} onClose={clear} />
      )}
      {versions && statement && chosen.length === 0 && (
        <StatementPane
          system={of.system}
          shown={statement}
          onControl={(clause) => onWanted({ clause })}
          onClose={() => setVersions(false)}
        />
      )}
      {file && <TakeInDialog system={of.system} path={file} onClose={() => setFile(undefined)} />}
      {adding && (
        <OwnControlDialog
          system={of.system}
          onClose={() => setAdding(false)}
          onNamed={(named) => {
            unfilter();
            setSelected([`${of.edition}/${named}`]);
          }}
        />
      )}
    </>
  );
}

/** Everything is there already. */
const look = () => {};

function without(old: Record<string, Draft>, reference: string, draft: Draft | undefined): Record<string, Draft> {
  const { [reference]: _, ...rest } = old;
  return draft ? { ...rest, [reference]: draft } : rest;
}

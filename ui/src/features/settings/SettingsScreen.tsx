// The organisation, its systems and scopes, its people, the standards, and how this window looks.
import { useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go, usePlace } from "../../app/router";
import { useShared } from "../../app/state";
import { TopBar } from "../../app/TopBar";
import { WriteButton } from "../../app/WriteButton";
import { type Language, speak } from "../../i18n";
import { call, type Refusal, refusal, useAsk, useChange } from "../../ipc/core";
import type { ScopeAnswer, ScopeQuestion, ScopeStatement, System } from "../../ipc/generated/core";
import { Dialog, Field, Problem, Segments, SelectField, Shown, TextField } from "../../kit";
import { parse, tone } from "../../kit/standards";
import { complain, say } from "../../kit/toast";
import { Choice } from "../audits/AuditsScreen";

const PARTS = ["organisation", "scopes", "people", "standards", "window"] as const;
type Part = (typeof PARTS)[number];

export function SettingsScreen() {
  const { t } = useTranslation();
  const { params } = usePlace();
  const part: Part = PARTS.find((p) => p === params.part) ?? "organisation";
  return (
    <>
      <TopBar title={t("nav.settings")} />
      <div className="screen">
        <div className="surface scroll" data-region>
          <div className="toolbar">
            <div className="tabs" role="tablist" aria-label={t("nav.settings")}>
              {PARTS.map((p) => (
                <button
                  key={p}
                  type="button"
                  role="tab"
                  className="tab"
                  aria-selected={p === part}
                  onClick={() => go("settings", { part: p })}
                >
                  {t(`settings.${p}`)}
                </button>
              ))}
            </div>
          </div>
          <div style={{ padding: "8px 24px 32px", maxWidth: 860 }}>
            {part === "organisation" && <Organisation />}
            {part === "scopes" && <Scopes />}
            {part === "people" && <People />}
            {part === "standards" && <Standards />}
            {part === "window" && <Look />}
          </div>
        </div>
      </div>
    </>
  );
}

function Organisation() {
  const { t } = useTranslation();
  const { info } = useShared();
  const [open, setOpen] = useState<System>();
  return (
    <div className="column" style={{ gap: 24 }}>
      <dl className="facts" style={{ gridTemplateColumns: "140px minmax(0, 1fr)" }}>
        <dt>{t("start.organisation")}</dt>
        <dd className="strong">{info.organisation}</dd>
        <dt>{t("start.folder")}</dt>
        <dd className="wrap selectable">{info.folder}</dd>
      </dl>
      <section>
        <h2 className="parthead">{t("settings.systems")}</h2>
        <div className="card">
          {info.systems.map((s) => (
            <div
              key={s.id}
              className={`row ${tone(parse(`${s.edition}/`).standard)}`}
              style={{ padding: "10px 14px", borderBottom: "1px solid var(--line)", alignItems: "flex-start", gap: 16 }}
            >
              <div style={{ width: 120 }}>
                <div className="own strong">{s.code}</div>
                <div className="muted">{s.edition}</div>
              </div>
              <div className="grow">
                <div>
                  {s.statement.text || s.statement.boundaries || (
                    <span className="muted">{t("settings.noStatement")}</span>
                  )}
                </div>
                {s.statement_lacks.length > 0 ? (
                  <p className="amber" style={{ fontSize: 12 }}>
                    {t("settings.lacks", { what: s.statement_lacks.join("; ") })}
                  </p>
                ) : (
                  <p className="hint">{t("settings.complete")}</p>
                )}
              </div>
              <WriteButton className="button outline small" onClick={() => setOpen(s)}>
                {t("settings.editStatement")}
              </WriteButton>
            </div>
          ))}
        </div>
      </section>
      {open && <StatementDialog system={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function StatementDialog({ system, onClose }: { system: System; onClose: () => void }) {
  const { t } = useTranslation();
  const { standard } = parse(`${system.edition}/`);
  const [statement, setStatement] = useState<ScopeStatement>(system.statement);
  const [error, setError] = useState<Refusal>();
  const change = useChange("system_state");
  const lines = (text: string) =>
    text
      .split("\n")
      .map((l) => l.trim())
      .filter(Boolean);
  const run = async () => {
    try {
      await change.run({ system: system.code, statement });
      say(t("settings.statementSet", { system: system.code }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("settings.statementOf", { system: system.code })}
      onPrimary={() => void run()}
      foot={
        <>
          <button type="button" className="button end" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button type="button" className="button primary" disabled={change.busy} onClick={() => void run()}>
            {t("action.save")}
          </button>
        </>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <TextField
          label={t("scope.boundaries")}
          value={statement.boundaries ?? ""}
          onChange={(boundaries) => setStatement({ ...statement, boundaries })}
          area
          autoFocus
        />
        {standard === "20000-1" && (
          <TextField
            label={t("scope.provider")}
            value={statement.provider ?? ""}
            onChange={(provider) => setStatement({ ...statement, provider })}
          />
        )}
        {standard === "20000-1" && (
          <TextField
            label={t("scope.services")}
            value={(statement.services ?? []).join("\n")}
            onChange={(v) => setStatement({ ...statement, services: lines(v) })}
            area
            note={t("scope.oneLine")}
          />
        )}
        {standard === "9001" && (
          <TextField
            label={t("scope.offerings")}
            value={(statement.offerings ?? []).join("\n")}
            onChange={(v) => setStatement({ ...statement, offerings: lines(v) })}
            area
            note={t("scope.oneLine")}
          />
        )}
        {standard === "9001" && (
          <TextField
            label={t("scope.notApplicable")}
            value={(statement.not_applicable ?? []).join("\n")}
            onChange={(v) => setStatement({ ...statement, not_applicable: lines(v) })}
            area
            note={t("scope.notApplicableNote")}
          />
        )}
        {standard === "27001" && (
          <TextField
            label={t("scope.others")}
            value={statement.other_parties ?? ""}
            onChange={(other_parties) => setStatement({ ...statement, other_parties })}
            area
          />
        )}
        <TextField
          label={t("scope.words")}
          value={statement.text ?? ""}
          onChange={(text) => setStatement({ ...statement, text })}
          area
        />
      </div>
    </Dialog>
  );
}

function Scopes() {
  const { t } = useTranslation();
  const { info } = useShared();
  const ask = useAsk("scope_list", {});
  const compare = useAsk("scope_compare", { store: false });
  const recheck = useAsk("scope_recheck", {});
  const set = useChange("scope_set");
  const [adding, setAdding] = useState(false);
  const toggle = async (system: System, code: string, on: boolean) => {
    try {
      await set.run({
        system: system.code,
        items: on ? [...system.scope, code] : system.scope.filter((s) => s !== code),
      });
    } catch (e) {
      complain(e);
    }
  };
  return (
    <div className="column" style={{ gap: 24 }}>
      <Shown ask={ask}>
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
            <div className="card">
              <div
                style={{
                  display: "grid",
                  gridTemplateColumns: `120px minmax(0, 1fr) 100px repeat(${info.systems.length}, 64px)`,
                  gap: "0 12px",
                  padding: "0 14px",
                }}
              >
                <span className="muted" style={{ padding: "8px 0" }}>
                  {t("field.code")}
                </span>
                <span className="muted" style={{ padding: "8px 0" }}>
                  {t("settings.name")}
                </span>
                <span className="muted" style={{ padding: "8px 0" }}>
                  {t("field.kind")}
                </span>
                {info.systems.map((s) => (
                  <span
                    key={s.id}
                    className={`own strong ${tone(parse(`${s.edition}/`).standard)}`}
                    style={{ padding: "8px 0" }}
                  >
                    {s.code}
                  </span>
                ))}
                {items.flatMap((i) => [
                  <span key={i.id} className="medium cut" style={{ padding: "7px 0" }}>
                    {i.code}
                  </span>,
                  <span key={`${i.id}n`} className="cut" style={{ padding: "7px 0" }}>
                    {i.name}
                    {i.at.length > 0 && <span className="hint"> {i.at.join(", ")}</span>}
                  </span>,
                  <span key={`${i.id}k`} className="muted" style={{ padding: "7px 0" }}>
                    {t(`scope.kind.${i.kind}`)}
                  </span>,
                  ...info.systems.map((s) => (
                    <span key={`${i.id}${s.id}`} style={{ padding: "9px 0" }}>
                      {i.kind !== "organisation" && (
                        <input
                          type="checkbox"
                          className="check"
                          checked={s.scope.includes(i.code)}
                          disabled={set.busy}
                          aria-label={t("settings.inScope", { item: i.name, system: s.code })}
                          onChange={(e) => void toggle(s, i.code, e.target.checked)}
                        />
                      )}
                    </span>
                  )),
                ])}
              </div>
              {items.length === 0 && (
                <p className="muted" style={{ padding: 14 }}>
                  {t("settings.noScopeItem")}
                </p>
              )}
            </div>
          </section>
        )}
      </Shown>
      {compare.data && compare.data.pairs.length > 0 && (
        <section>
          <h2 className="parthead">{t("settings.compared")}</h2>
          {compare.data.pairs.map((p) => (
            <p key={`${p.a}${p.b}`} style={{ marginBottom: 6 }}>
              <b className="medium">
                {p.a} – {p.b}
              </b>{" "}
              <span className="muted">
                {p.only_a.length + p.only_b.length === 0
                  ? t("settings.same")
                  : t("settings.differs", {
                      both: p.both.join(", ") || "–",
                      a: p.only_a.join(", ") || "–",
                      b: p.only_b.join(", ") || "–",
                      x: p.a,
                      y: p.b,
                    })}
              </span>
            </p>
          ))}
        </section>
      )}
      <Questions />
      {recheck.data && recheck.data.length > 0 && (
        <section>
          <h2 className="parthead">{t("settings.recheck")}</h2>
          {recheck.data.map((r) => (
            <p key={`${r.system}${r.scope_item}${r.on}`} className="amber">
              {t("settings.recheckLine", {
                system: r.system,
                item: r.scope_item,
                change: t(`settings.change.${r.change}`),
                day: r.on,
                items: r.items.join(", "),
              })}
            </p>
          ))}
        </section>
      )}
      {adding && (
        <ScopeItemDialog
          sites={(ask.data ?? []).filter((s) => s.kind === "site").map((s) => ({ value: s.code, label: s.name }))}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

function ScopeItemDialog({ sites, onClose }: { sites: { value: string; label: string }[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [kind, setKind] = useState("site");
  const [at, setAt] = useState<string[]>([]);
  const [error, setError] = useState<Refusal>();
  const change = useChange("scope_add");
  const run = async () => {
    try {
      await change.run({ code, name, kind, at: kind === "site" ? [] : at });
      say(t("settings.added", { name }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("settings.addScopeItem")}
      size={480}
      onPrimary={() => void run()}
      foot={
        <>
          <button type="button" className="button end" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={!code.trim() || !name.trim() || change.busy}
            onClick={() => void run()}
          >
            {t("action.add")}
          </button>
        </>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <div className="row" style={{ alignItems: "flex-start" }}>
          <TextField label={t("field.code")} value={code} onChange={setCode} autoFocus style={{ width: 120 }} />
          <TextField label={t("settings.name")} value={name} onChange={setName} style={{ flex: 1 }} />
        </div>
        <SelectField
          label={t("field.kind")}
          value={kind}
          onChange={setKind}
          options={["site", "service", "product", "unit", "asset", "organisation"].map((k) => ({
            value: k,
            label: t(`scope.kind.${k}`),
          }))}
        />
        {kind !== "site" && kind !== "organisation" && sites.length > 0 && (
          <Choice label={t("settings.deliveredAt")} options={sites} value={at} onChange={setAt} />
        )}
      </div>
    </Dialog>
  );
}

function People() {
  const { t } = useTranslation();
  const { info } = useShared();
  const queries = useQueryClient();
  const ask = useAsk("person_list", {});
  const [adding, setAdding] = useState(false);
  const become = async (email: string) => {
    try {
      await call("host_act_as", { email });
      await queries.invalidateQueries();
    } catch (e) {
      complain(e);
    }
  };
  return (
    <Shown ask={ask}>
      {(people) => (
        <section>
          <div className="row" style={{ marginBottom: 8 }}>
            <p className="muted">{t("settings.peopleLead")}</p>
            <WriteButton className="button outline small end" onClick={() => setAdding(true)}>
              {t("settings.enrol")}
            </WriteButton>
          </div>
          <div className="card">
            {people.map((p) => (
              <div
                key={p.id}
                className="row"
                style={{ padding: "8px 14px", borderBottom: "1px solid var(--line)", gap: 16 }}
              >
                <span className="medium cut" style={{ width: 220 }}>
                  {p.name}
                </span>
                <span className="muted cut grow">{p.email}</span>
                <span className="muted">{t(`role.${p.role}`, { defaultValue: p.role })}</span>
                {p.email === info.actor ? (
                  <span className="chip">{t("settings.you")}</span>
                ) : (
                  <button type="button" className="button small" onClick={() => void become(p.email)}>
                    {t("settings.actAs")}
                  </button>
                )}
              </div>
            ))}
            {people.length === 0 && (
              <p className="muted" style={{ padding: 14 }}>
                {t("settings.nobody")}
              </p>
            )}
          </div>
          {adding && (
            <EnrolDialog
              onClose={() => setAdding(false)}
              onEnrolled={(email) => people.length === 0 && void become(email)}
            />
          )}
        </section>
      )}
    </Shown>
  );
}

const ROLES = ["quality_manager", "author", "approver", "auditor", "reader"];

function EnrolDialog({ onClose, onEnrolled }: { onClose: () => void; onEnrolled: (email: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState(ROLES[0] ?? "");
  const [error, setError] = useState<Refusal>();
  const change = useChange("person_add");
  const run = async () => {
    try {
      await change.run({ name, email, role });
      say(t("settings.added", { name }));
      onEnrolled(email);
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("settings.enrol")}
      size={440}
      onPrimary={() => void run()}
      foot={
        <>
          <button type="button" className="button end" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={!name.trim() || !email.trim() || change.busy}
            onClick={() => void run()}
          >
            {t("settings.enrol")}
          </button>
        </>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <TextField label={t("settings.personName")} value={name} onChange={setName} autoFocus />
        <TextField label={t("settings.email")} value={email} onChange={setEmail} />
        <SelectField
          label={t("settings.role")}
          value={role}
          onChange={setRole}
          options={ROLES.map((r) => ({ value: r, label: t(`role.${r}`) }))}
        />
      </div>
    </Dialog>
  );
}

function Standards() {
  const { t } = useTranslation();
  const { info } = useShared();
  const ask = useAsk("standard_list", {});
  const add = useChange("system_add");
  const held = info.systems.map((s) => s.edition);
  return (
    <Shown ask={ask}>
      {(list) => (
        <section className="column" style={{ gap: 16 }}>
          <div className="card">
            {list.standards.map((s) => {
              const id = `${s.standard}:${s.edition}`;
              return (
                <div
                  key={id}
                  className={`row ${tone(s.standard)}`}
                  style={{ padding: "10px 14px", borderBottom: "1px solid var(--line)", gap: 16 }}
                >
                  <div className="grow">
                    <div className="own strong">{s.name}</div>
                    <div className="muted">
                      {t("settings.standardCounts", { clauses: s.clauses, controls: s.controls })}
                    </div>
                    {s.note && <p className="hint">{s.note}</p>}
                  </div>
                  {held.includes(id) ? (
                    <span className="chip">{t("settings.held")}</span>
                  ) : (
                    <WriteButton
                      className="button outline small"
                      disabled={add.busy}
                      onClick={() => void add.run({ standard: id }).catch(complain)}
                    >
                      {t("settings.hold")}
                    </WriteButton>
                  )}
                </div>
              );
            })}
          </div>
          <p className="hint">{list.guidance}</p>
        </section>
      )}
    </Shown>
  );
}

function Look() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className="column" style={{ gap: 20 }}>
      <Field label={t("settings.language")}>
        {() => (
          <Segments
            value={i18n.language as Language}
            onChange={(l) => speak(l)}
            label={t("settings.language")}
            options={[
              { value: "en", label: "English" },
              { value: "de", label: "Deutsch" },
            ]}
          />
        )}
      </Field>
      <Field label={t("settings.theme")}>
        {() => (
          <Segments
            value={colorScheme}
            onChange={setColorScheme}
            label={t("settings.theme")}
            options={(["auto", "light", "dark"] as const).map((v) => ({ value: v, label: t(`settings.theme.${v}`) }))}
          />
        )}
      </Field>
      <p className="hint">{t("settings.offline")}</p>
    </div>
  );
}

/** The two questions that a comparison of scopes does not answer. */
function Questions() {
  const { t } = useTranslation();
  const { readOnly } = useShared();
  const ask = useAsk("scope_questions", {});
  const give = useChange("scope_answer");
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [error, setError] = useState<Refusal>();
  if (!ask.data || ask.data.length === 0) return null;
  const answer = async (question: ScopeQuestion, value: ScopeAnswer, reason: string) => {
    setError(undefined);
    try {
      await give.run({ question, answer: value, reason });
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <section>
      <h2 className="parthead">{t("settings.questions")}</h2>
      {error && <Problem error={error} />}
      {ask.data.map((q) => {
        const reason = reasons[q.question] ?? q.reason;
        return (
          <div key={q.question} className="card" style={{ padding: 14, marginBottom: 8 }}>
            <div className="row" style={{ gap: 12, flexWrap: "wrap" }}>
              <span className="grow">{t(`scope.question.${q.question}`)}</span>
              <Segments
                value={q.answer ?? ("none" as ScopeAnswer)}
                onChange={(value) => !readOnly && void answer(q.question, value, reason)}
                label={t(`scope.question.${q.question}`)}
                options={(["yes", "partly", "no"] as const).map((value) => ({
                  value,
                  label: t(`scope.answer.${value}`),
                }))}
              />
            </div>
            <input
              className="input"
              style={{ marginTop: 8 }}
              value={reason}
              placeholder={t("scope.answerReason")}
              aria-label={t("scope.answerReason")}
              disabled={readOnly}
              onChange={(e) => setReasons({ ...reasons, [q.question]: e.target.value })}
              onBlur={() => q.answer && reason !== q.reason && void answer(q.question, q.answer, reason)}
            />
            <p className="hint" style={{ marginTop: 6 }}>
              {t(q.answer ? `scope.follows.${q.question}.${q.answer}` : "scope.follows.none")}
            </p>
          </div>
        );
      })}
    </section>
  );
}

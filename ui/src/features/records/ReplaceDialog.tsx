// Which record stands in the place of one, and why.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useAsk, useChange } from "../../ipc";
import type { RecordShown } from "../../ipc/generated/core";
import { Problem, TextField } from "../../kit";
import { ReasonDialog } from "../../kit/reasondialog";

/** So many records are offered at once. */
const MOST = 6;

export function ReplaceDialog({ record: r, onClose }: { record: RecordShown; onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [by, setBy] = useState("");
  const [error, setError] = useState<Refusal>();
  const replace = useChange("record_replace");
  const found = useAsk("record_register", {
    filter: {
      kind: text ? null : r.kind,
      text: text || null,
      expired_on: null,
      unmapped: false,
      state: null,
      gone: false,
    },
    sort: "filed",
    descending: true,
    limit: MOST + 1,
  });
  const rows = (found.data?.rows ?? [])
    .filter((other) => other.code !== r.code && other.state !== "taken_back")
    .slice(0, MOST);
  const run = async (reason: string) => {
    try {
      await replace.run({ record: r.code, by, reason });
      showDone(t("records.replacedDone", { record: r.code, by }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <ReasonDialog
      title={t("records.replace")}
      sub={`${r.code} ${r.title}`}
      lead={t("records.replaceLead", { code: r.code })}
      action={t("records.replace")}
      ready={by !== ""}
      busy={replace.busy}
      error={error}
      onRun={(reason) => void run(reason)}
      onClose={onClose}
    >
      <TextField label={t("records.find")} value={text} onChange={setText} autoFocus />
      {found.error && <Problem error={refusal(found.error)} line />}
      <div className="card" role="radiogroup" aria-label={t("records.inItsPlace")}>
        {found.data && rows.length === 0 && (
          <p className="muted" style={{ padding: "8px 12px" }}>
            {t(text ? "records.noneFound" : "records.noneOfSeries")}
          </p>
        )}
        {rows.map((other, n) => (
          <label
            key={other.code}
            className="row"
            style={{ padding: "6px 12px", gap: 10, borderTop: n ? "1px solid var(--line)" : 0 }}
          >
            <input type="radio" name="by" checked={by === other.code} onChange={() => setBy(other.code)} />
            <span className="grow cut" title={other.title}>
              {other.title}
            </span>
            <span className="muted num">{other.code}</span>
          </label>
        ))}
      </div>
    </ReasonDialog>
  );
}

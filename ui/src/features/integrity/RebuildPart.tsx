// Lists that differ from the ledger are made again from it; what is put right by that is checked at once.
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WriteButton } from "../../here/WriteButton";
import { type Refusal, refusal, useWork } from "../../ipc";
import type { Finding } from "../../ipc/generated/core";
import { Problem, Working } from "../../kit";

/** Whether filling the tables again puts right what was found. */
export const rebuildHelps = (findings: Finding[]) =>
  findings.some((f) => f.code === "table_differs" || f.code === "schema_foreign");

export function RebuildPart({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const rebuild = useWork("rebuild");
  const [error, setError] = useState<Refusal>();
  const run = async () => {
    setError(undefined);
    try {
      await rebuild.run({});
      onDone();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <div style={{ padding: "4px 24px 8px" }}>
      {rebuild.running ? (
        <Working progress={rebuild.progress} onCancel={rebuild.cancel} />
      ) : (
        <WriteButton className="button outline" onClick={() => void run()} data-testid="rebuild">
          <RotateCw className="icon" aria-hidden /> {t("integrity.rebuild")}
        </WriteButton>
      )}
      {error && <Problem error={error} />}
    </div>
  );
}

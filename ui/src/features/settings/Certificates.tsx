// The certificates: for which system, how each stands today, and what is to be seen to.
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go, usePlace } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import { useAsk } from "../../ipc";
import type { CertificateRow } from "../../ipc/generated/core";
import { Empty, Loaded } from "../../kit";
import { LongList } from "../../kit/longlist";
import { standardOf, tone } from "../../kit/standards";
import { CertificateDialog } from "./CertificateDialog";
import { warningsOf } from "./certificatewords";

export const openCertificate = (number?: string): void => go("settings", { part: "certificates", open: number });

export function Certificates() {
  const { t } = useTranslation();
  const { info, when } = useWorkspace();
  const { open } = usePlace().params;
  const ask = useAsk("certificate_list", { ...when });
  const [adding, setAdding] = useState(false);
  const add = (
    <WriteButton
      className="button outline small end"
      disabled={info.systems.length === 0}
      onClick={() => setAdding(true)}
    >
      <Plus className="icon" aria-hidden /> {t("certificates.add")}
    </WriteButton>
  );
  return (
    <Loaded ask={ask}>
      {(certificates) => (
        <section>
          {certificates.length === 0 ? (
            <Empty title={t("certificates.none")} drawing={false} actions={add}>
              <p>{t("certificates.noneLead")}</p>
            </Empty>
          ) : (
            <>
              <div className="row" style={{ marginBottom: 8 }}>
                <h2 className="parthead" style={{ margin: 0 }}>
                  {t("settings.certificates")}
                </h2>
                {add}
              </div>
              <LongList
                label={t("settings.certificates")}
                rows={certificates}
                idOf={(one) => one.number}
                selected={open}
                onSelect={openCertificate}
                show={(one) => <Line row={one} all={certificates} />}
              />
            </>
          )}
          {adding && <CertificateDialog onDone={openCertificate} onClose={() => setAdding(false)} />}
        </section>
      )}
    </Loaded>
  );
}

function Line({ row, all }: { row: CertificateRow; all: CertificateRow[] }) {
  const { t } = useTranslation();
  const { day } = useWorkspace();
  const [warning] = warningsOf(row, day, all);
  const gone = row.standing === "withdrawn" || row.standing === "expired";
  return (
    <>
      <span className={`own strong ${tone(standardOf(row.edition))}`} style={{ width: 56 }}>
        {row.system}
      </span>
      <span className={`medium cut ${gone ? "muted" : ""}`} style={{ width: 120 }} title={row.number}>
        {row.number}
      </span>
      <span className="grow" style={{ lineHeight: "16px" }}>
        <span className="cut" style={{ display: "block" }}>
          {row.body}
        </span>
        {warning && (
          <span className={`cut ${warning.hue}`} style={{ display: "block", fontSize: 12 }}>
            {t(warning.key, warning.values)}
          </span>
        )}
      </span>
      <span className="muted" style={{ fontSize: 12 }}>
        {t(`certificates.standing.${row.standing}`)}
      </span>
      <span className="num">{row.withdrawn ?? row.valid_until}</span>
    </>
  );
}

// Whose keys sign the ledger, who stands for them, and what time-stamp authorities answered.
import { Copy, FileDown, FileUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import { ask, useAsk, useChange, useSubmit } from "../../ipc";
import type { MachineKey } from "../../ipc/generated/core";
import { Dialog, Problem, TextField } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { showRefusal, showToast } from "../../kit/toast";
import { platform } from "../../platform";

/** A key by its identifier in notes: the middle of `name+identifier+key`. */
const called = (key: string) => key.split("+")[1] ?? key;

export function TrustPart() {
  const { t } = useTranslation();
  const trust = useAsk("ledger_trust", {}).data;
  const [dialog, setDialog] = useState<"vouch" | "enrol">();
  const keep = useChange("anchor_import");
  const write = useChange("anchor_export");
  if (!trust) return null;
  const own = trust.keys.find((key) => key.key === trust.own_key);
  const stands = (key: MachineKey, at: number) => {
    const vouched = trust.keys.find((other) => other.key === key.key && other.voucher)?.voucher;
    if (vouched) return t("trust.vouchedBy", { key: called(vouched) });
    if (at === 0) return t("trust.first");
    return key.reason ? t("trust.reason", { reason: key.reason }) : t("trust.nobody");
  };
  const once = trust.keys.filter((key, at) => trust.keys.findIndex((other) => other.key === key.key) === at);
  const done = async (work: () => Promise<unknown>, word: string) => {
    try {
      await work();
      showToast(word);
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <>
      <section className="part" data-testid="trust">
        <h2 className="strong">{t("trust.keys")}</h2>
        <dl className="facts">
          {once.map((key, at) => [
            <dt key="a" className="mono">
              {called(key.key)}
            </dt>,
            <dd key="b" className="wrap">
              {key.key === trust.own_key && `${t("trust.thisMachine")}, `}
              {t("trust.since", { n: number(key.entry), day: key.day })}
              <br />
              <span className="muted">{stands(key, at)}</span>
              <br />
              <span className="mono hint selectable">{key.fingerprint}</span>
            </dd>,
          ])}
        </dl>
        {!own && trust.own && <p className="hint">{t("trust.notEnrolled")}</p>}
        {!own && trust.own_fingerprint && <p className="mono hint selectable wrap">{trust.own_fingerprint}</p>}
        <div className="row" style={{ marginTop: 10, flexWrap: "wrap" }}>
          {trust.own && (
            <button
              type="button"
              className="button outline"
              onClick={() => {
                void navigator.clipboard?.writeText(trust.own ?? "");
                showToast(t("action.copied"));
              }}
            >
              <Copy className="icon" aria-hidden /> {t("trust.copyOwn")}
            </button>
          )}
          <WriteButton className="button outline" onClick={() => setDialog("vouch")}>
            {t("trust.vouch")}
          </WriteButton>
          <WriteButton className="button outline" onClick={() => setDialog("enrol")}>
            {t("trust.enrol")}
          </WriteButton>
        </div>
      </section>
      <section className="part">
        <h2 className="strong">{t("anchor.title")}</h2>
        <p className="hint">{t("anchor.lead")}</p>
        {trust.answers.length > 0 && (
          <dl className="facts">
            {trust.answers.map((answer) => [
              <dt key="a" className="num">
                {answer.day}
              </dt>,
              <dd key="b" className="wrap">
                {t("anchor.answer", { n: number(answer.entries), name: answer.name })}
              </dd>,
            ])}
          </dl>
        )}
        <div className="row" style={{ marginTop: 10, flexWrap: "wrap" }}>
          <WriteButton
            className="button outline"
            disabled={write.busy}
            onClick={async () => {
              const [out] = await platform().choose("folder", t("anchor.export"));
              if (out) await done(() => write.run({ out }), t("anchor.exported"));
            }}
          >
            <FileDown className="icon" aria-hidden /> {t("anchor.export")}
          </WriteButton>
          <WriteButton
            className="button outline"
            disabled={keep.busy}
            onClick={async () => {
              const [file] = await platform().choose("file", t("anchor.import"));
              if (file) await done(() => keep.run({ file }), t("anchor.imported"));
            }}
          >
            <FileUp className="icon" aria-hidden /> {t("anchor.import")}
          </WriteButton>
        </div>
      </section>
      {dialog === "vouch" && <Vouch onClose={() => setDialog(undefined)} />}
      {dialog === "enrol" && <Enrol onClose={() => setDialog(undefined)} />}
    </>
  );
}

/** What the other machine shows as its own goes in, its voucher comes out. */
function Vouch({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [key, setKey] = useState("");
  const [voucher, setVoucher] = useState("");
  const run = async () => {
    try {
      const line = (await ask("ledger_vouch", { key: key.trim() })).voucher;
      setVoucher(line);
      void navigator.clipboard?.writeText(line);
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <Dialog
      onClose={onClose}
      title={t("trust.vouch")}
      foot={
        <DialogFoot onCancel={onClose} onPrimary={() => void run()} disabled={key.trim() === ""}>
          {t("trust.makeVoucher")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        <p className="wrap">{t("trust.vouchLead")}</p>
        <TextField label={t("trust.otherKey")} value={key} onChange={setKey} area autoFocus />
        {voucher && (
          <>
            <p className="hint">{t("trust.voucherCopied")}</p>
            <pre className="mono selectable wrap" tabIndex={0} style={{ whiteSpace: "pre-wrap" }}>
              {voucher}
            </pre>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** With the voucher of another machine, or why there is none. */
function Enrol({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [voucher, setVoucher] = useState("");
  const [reason, setReason] = useState("");
  const { submit, busy, error } = useSubmit("ledger_enrol");
  const given = voucher.trim() !== "" || reason.trim() !== "";
  return (
    <Dialog
      onClose={onClose}
      title={t("trust.enrol")}
      foot={
        <DialogFoot
          onCancel={onClose}
          disabled={busy || !given}
          onPrimary={() => void submit({ voucher: voucher.trim() || null, reason }, onClose)}
        >
          {t("trust.enrol")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <p className="wrap">{t("trust.enrolLead")}</p>
        <TextField label={t("trust.voucher")} value={voucher} onChange={setVoucher} area autoFocus />
        <TextField label={t("trust.noVoucher")} value={reason} onChange={setReason} />
      </div>
    </Dialog>
  );
}

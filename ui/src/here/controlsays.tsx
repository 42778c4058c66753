// What is to be known of the control from which a proposal follows, before it counts for anything else.
import { useTranslation } from "react-i18next";
import type { Proposal } from "../ipc/generated/core";
import { clauseName, parseReference } from "../kit/standards";
import { go } from "./router";
import { useWorkspace } from "./state";

export function ControlSays({ proposal }: { proposal: Pick<Proposal, "control" | "from" | "reference"> }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const { control, from, reference } = proposal;
  if (!control) return null;
  const { standard } = parseReference(reference);
  const said = parseReference(from ?? "");
  const system = info.systems.find((s) => s.edition === `${said.standard}:${said.edition}`);
  return (
    <p className="hint amber wrap" data-testid="control-says">
      {t(`proposal.control.${control}`, { standard })}{" "}
      {from && system && (
        <button
          type="button"
          className="link"
          onClick={() => go("settings", { applicability: system.code, open: said.clause })}
        >
          {clauseName(from)}
        </button>
      )}
    </p>
  );
}

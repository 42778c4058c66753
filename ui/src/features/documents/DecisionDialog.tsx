// Deciding about a document: approving its draft, asking for a change, doubting what is approved, taking an approval back, withdrawing it, putting it in force again.

import type { DocumentShown } from "../../ipc/generated/core";
import { ApproveDialog } from "./ApproveDialog";
import { ChangeDialog } from "./ChangeDialog";
import { DoubtDialog } from "./DoubtDialog";
import type { Decision } from "./decisions";
import { ReinstateDialog } from "./ReinstateDialog";
import { TakeBackDialog } from "./TakeBackDialog";
import { WithdrawDialog } from "./WithdrawDialog";

const DIALOGS = {
  approve: ApproveDialog,
  change: ChangeDialog,
  doubt: DoubtDialog,
  takeBack: TakeBackDialog,
  withdraw: WithdrawDialog,
  reinstate: ReinstateDialog,
};

export function DecisionDialog({
  decision,
  ...props
}: {
  decision: Decision;
  document: DocumentShown;
  onClose: () => void;
}) {
  const Shown = DIALOGS[decision];
  return <Shown {...props} />;
}

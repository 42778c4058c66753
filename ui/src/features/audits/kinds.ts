// The kinds of audit, in the order in which they are offered.
import type { AuditKind } from "../../ipc/generated/core";

export const KINDS: AuditKind[] = ["internal", "stage1", "stage2", "surveillance", "recertification", "supplier"];

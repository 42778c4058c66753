// What was decided of a clause or control that keeps a mapping from counting as it says.
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useWorkspace } from "../../here/state";
import type { MappingLess } from "../../ipc/generated/core";
import { clauseName, parseReference } from "../../kit/standards";

export function CountsLess({ reference, less }: { reference: string; less: MappingLess }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const { standard, edition, clause } = parseReference(less.decided);
  const system = info.systems.find((s) => s.edition === `${standard}:${edition}`);
  const { gives, reason, planned } = less;
  const more = gives === "excluded" ? reason : planned && t("mapping.less.planned", { day: planned });
  return (
    <p className="hint amber wrap" data-testid="counts-less">
      {clauseName(reference)}: {[t(`mapping.less.${gives}`), more].filter(Boolean).join(": ")}{" "}
      {system && (
        <button
          type="button"
          className="link"
          onClick={() => go("settings", { applicability: system.code, open: clause })}
        >
          {clauseName(less.decided)}
        </button>
      )}
    </p>
  );
}

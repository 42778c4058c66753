// What was checked, each with what came of it.
import { useTranslation } from "react-i18next";
import type { Check } from "../ipc/generated/core";
import { checkText } from "./checktext";
import { withShortHashes } from "./digest";

export function CheckList({ checks }: { checks: Check[] }) {
  const { t } = useTranslation();
  return (
    <div className="list" style={{ fontSize: 12 }}>
      {checks.map((c) => {
        const text = checkText(t, c);
        return (
          <div key={c.name} style={{ alignItems: "flex-start", minHeight: 24 }}>
            <span className={`medium ${c.ok ? "" : "red"}`} style={{ width: 84, flex: "none" }}>
              {t(`check.${c.name}`)}
            </span>
            <span className="muted wrap" title={text}>
              {withShortHashes(text)}
            </span>
          </div>
        );
      })}
    </div>
  );
}

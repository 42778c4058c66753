// Choosing what is taken in: files to be filed, or a share to be imported, each for the sheet that asks on.
import { useTranslation } from "react-i18next";
import { showToast } from "../kit/toast";
import { platform } from "../platform";
import { useWorkspace } from "./state";

/** Whether something can be changed now; while a past day is shown, or where nothing can be written, it cannot, which is said. */
export function useMayWrite(): () => boolean {
  const { t } = useTranslation();
  const { info, readOnly, setAsOf } = useWorkspace();
  return () => {
    if (info.read_only) showToast(t("folder.cannotWrite"));
    else if (readOnly) showToast(t("asof.noChange"), { label: t("asof.back"), run: () => setAsOf(undefined) });
    return !readOnly;
  };
}

export function useChoosing() {
  const { t } = useTranslation();
  const { setFiling, setImporting, setProposed } = useWorkspace();
  const mayWrite = useMayWrite();
  return {
    /** Files to be filed, perhaps for a clause. */
    async files(clause?: string): Promise<void> {
      if (!mayWrite()) return;
      const paths = await platform().choose("files", t("filing.choose"));
      if (paths.length === 0) return;
      if (clause) setProposed(clause);
      setFiling(paths);
    },
    /** A folder to be imported. */
    async share(): Promise<void> {
      if (!mayWrite()) return;
      const paths = await platform().choose("folder", t("import.choose"));
      if (paths.length > 0) setImporting(paths);
    },
  };
}

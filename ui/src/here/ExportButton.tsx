// Writes a list as it is filtered and sorted, as CSV.
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { number } from "../i18n";
import { csv } from "../kit/csv";
import { showRefusal, showToast } from "../kit/toast";
import { platform } from "../platform";

interface Exported<R> {
  read: (offset: number, limit: number) => Promise<{ total: number; rows: R[] }>;
  name: string;
}

/** Asks where, and writes the list there. */
export function useExport<R extends object>({ read, name }: Exported<R>): () => Promise<void> {
  const { t } = useTranslation();
  return async () => {
    const [path] = await platform().choose("save", t("action.export"), name);
    if (!path) return;
    try {
      const { rows } = await read(0, 1_000_000);
      const first = rows[0];
      const keys = first ? Object.keys(first) : [];
      const cells = rows.map((row) => keys.map((k) => (row as Record<string, unknown>)[k]));
      await platform().saveText(path, csv(keys, cells));
      showToast(t("export.done", { n: number(rows.length) }));
    } catch (error) {
      showRefusal(error);
    }
  };
}

export function ExportButton<R extends object>(exported: Exported<R>) {
  const { t } = useTranslation();
  const run = useExport(exported);
  return (
    <button type="button" className="button" onClick={() => void run()}>
      <Download className="icon" aria-hidden /> {t("action.export")}
    </button>
  );
}

// Other programs that read what this one cannot: found on this machine, switched, and in which languages pictures are read.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, useAsk, useAskAgain } from "../../ipc";
import { Loaded } from "../../kit/loaded";
import { showRefusal } from "../../kit/toast";

export function Engines() {
  const { t } = useTranslation();
  const ask = useAsk("engine_list", {});
  const askAgain = useAskAgain();
  const [languages, setLanguages] = useState<string>();
  const set = (request: { name: string | null; on: boolean; languages: string | null }) =>
    call("engine_set", request)
      .then(() => ask.again())
      // What can be read now is read.
      .then(() => call("texts_read", {}))
      .then(({ stale }) => (stale.length > 0 ? askAgain(stale) : undefined))
      .catch(showRefusal);
  return (
    <section className="column" style={{ gap: 8 }} aria-label={t("engines.title")}>
      <h2 className="parthead">{t("engines.title")}</h2>
      <p className="hint">{t("engines.what")}</p>
      <Loaded ask={ask}>
        {({ engines, languages: there, missing }) => (
          <>
            {engines.map((engine) => (
              <label key={engine.name} className="row" style={{ gap: 8 }}>
                <input
                  type="checkbox"
                  checked={engine.on && engine.path !== null}
                  disabled={engine.path === null}
                  onChange={(e) => void set({ name: engine.name, on: e.target.checked, languages: null })}
                />
                <span className="medium" style={{ minWidth: 84 }}>
                  {engine.name}
                </span>
                <span className="muted" style={{ minWidth: 64 }}>
                  {engine.path ? engine.version : t("engines.missing")}
                </span>
                <span className="muted">{t(`engines.${engine.name}`)}</span>
              </label>
            ))}
            <label className="row" style={{ gap: 8 }}>
              {t("engines.languages")}
              <input
                className="input"
                style={{ width: 160 }}
                value={languages ?? engines.find((e) => e.languages)?.languages ?? ""}
                onChange={(e) => setLanguages(e.target.value)}
                onBlur={() =>
                  languages && void set({ name: null, on: false, languages }).then(() => setLanguages(undefined))
                }
              />
              {there.length > 0 && <span className="muted">{t("engines.there", { languages: there.join(", ") })}</span>}
            </label>
            {missing.length > 0 && <p className="amber">{t("engines.notThere", { languages: missing.join(", ") })}</p>}
          </>
        )}
      </Loaded>
    </section>
  );
}

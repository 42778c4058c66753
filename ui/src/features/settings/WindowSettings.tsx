// How this window looks and speaks.
import { useTranslation } from "react-i18next";
import { sayWords, useWordsAreSaid } from "../../here/scopewords";
import { type Language, speak } from "../../i18n";
import { Field, Segments } from "../../kit";
import { chooseTheme } from "../../kit/theme";
import { useChosenTheme } from "../../kit/usetheme";
import { Engines } from "./Engines";

export function WindowSettings() {
  const { t, i18n } = useTranslation();
  const theme = useChosenTheme();
  const words = useWordsAreSaid();
  return (
    <div className="column" style={{ gap: 20 }}>
      <Field label={t("settings.language")}>
        {() => (
          <Segments
            value={i18n.language as Language}
            onChange={(l) => speak(l)}
            label={t("settings.language")}
            options={[
              { value: "en", label: "English" },
              { value: "de", label: "Deutsch" },
            ]}
          />
        )}
      </Field>
      <Field label={t("settings.theme")}>
        {() => (
          <Segments
            value={theme}
            onChange={chooseTheme}
            label={t("settings.theme")}
            options={(["auto", "light", "dark"] as const).map((v) => ({ value: v, label: t(`settings.theme.${v}`) }))}
          />
        )}
      </Field>
      <div className="field">
        <span className="label">{t("scopewords.title")}</span>
        <label className="row">
          <input type="checkbox" className="check" checked={words} onChange={(e) => sayWords(e.target.checked)} />
          {t("scopewords.say")}
        </label>
      </div>
      <Engines />
      <p className="hint">{t("settings.offline")}</p>
    </div>
  );
}

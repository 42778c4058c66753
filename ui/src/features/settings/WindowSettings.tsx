// How this window looks and speaks.
import { useTranslation } from "react-i18next";
import { type Language, speak } from "../../i18n";
import { Field, Segments } from "../../kit";
import { chooseTheme } from "../../kit/theme";
import { useChosenTheme } from "../../kit/usetheme";
import { Engines } from "./Engines";

export function WindowSettings() {
  const { t, i18n } = useTranslation();
  const theme = useChosenTheme();
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
      <Engines />
      <p className="hint">{t("settings.offline")}</p>
    </div>
  );
}

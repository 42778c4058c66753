// The words of a list for states and types, each with how often it stands there and what it means.
import { useTranslation } from "react-i18next";
import { number } from "../../i18n";
import type { ListTaken } from "../../ipc/generated/core";
import { wordMeanings } from "./meanings";

export function WordsPart({
  found,
  onWord,
}: {
  found: ListTaken;
  onWord: (under: string, words: string, meaning: string) => void;
}) {
  const { t } = useTranslation();
  if (found.words.length === 0) return null;
  const unknown = found.words.flatMap((of) => of.words).filter((word) => !word.meaning).length;
  return (
    <aside className="columnswords" data-testid="columns-words">
      <h2 className="parthead">{t("columns.words")}</h2>
      <p className={unknown ? "amber" : "muted"}>
        {unknown === 0
          ? t("columns.allKnown")
          : t(unknown === 1 ? "columns.oneUnknown" : "columns.unknown", { n: unknown })}
      </p>
      {found.words.map((of) => (
        <section key={of.under} className="column" style={{ gap: 6 }}>
          <h3 className="medium">
            {t("columns.under", {
              name: found.columns.find((column) => column.letters === of.letters)?.name ?? of.letters,
              what: t(`columns.meaning.${of.under}`),
            })}
          </h3>
          {of.words.map((word) => (
            <label key={word.words} className="columnsword">
              <span className="cut" title={word.words}>
                {word.words}
              </span>
              <span className="num muted">{number(word.count)}</span>
              <select
                className={word.meaning ? "columnselect" : "columnselect unknown"}
                value={word.meaning ?? ""}
                onChange={(e) => onWord(of.under, word.words, e.target.value)}
              >
                {!word.meaning && <option value="">{t("action.choose")}</option>}
                {wordMeanings(of.under).map(({ value, words }) => (
                  <option key={value} value={value}>
                    {t(words)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </section>
      ))}
      {unknown > 0 && (
        <p className="hint">
          {t(found.list === "statement_of_applicability" ? "columns.unknownRows" : "columns.unknownNote")}
        </p>
      )}
    </aside>
  );
}

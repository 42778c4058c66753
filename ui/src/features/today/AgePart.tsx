// How old the records are.
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { number } from "../../i18n";
import type { Today } from "../../ipc/generated/core";

export function AgePart({ data }: { data: Today }) {
  const { t } = useTranslation();
  const total = data.ages.reduce((a, b) => a + b, 0);
  if (total === 0) return null;
  const shades = ["var(--ink2)", "var(--lead)", "var(--linem)", "transparent"];
  const names = ["today.age0", "today.age1", "today.age2", "today.age3"];
  return (
    <section className="part">
      <h2 className="strong">{t("today.ageTitle")}</h2>
      <button
        type="button"
        style={{ width: "100%" }}
        onClick={() => go("records", { sort: "filed" })}
        aria-label={data.ages.map((n, i) => `${t(names[i] ?? "")}: ${n}`).join(", ")}
      >
        <span style={{ display: "flex", gap: 2, height: 8 }}>
          {data.ages.map(
            (n, i) =>
              n > 0 && (
                <i
                  key={names[i]}
                  style={{
                    flexGrow: n,
                    minWidth: 3,
                    background: shades[i],
                    border: i === 3 ? "1px solid var(--line2)" : 0,
                    borderRadius: 2,
                  }}
                />
              ),
          )}
        </span>
      </button>
      <div className="hint" style={{ display: "grid", gridTemplateColumns: "1fr auto", gap: "4px 12px", marginTop: 8 }}>
        {data.ages.map(
          (n, i) =>
            n > 0 && [
              <span key={`n${names[i]}`} className="row" style={{ gap: 6 }}>
                <i
                  style={{
                    width: 8,
                    height: 8,
                    borderRadius: 2,
                    background: shades[i],
                    border: i === 3 ? "1px solid var(--line2)" : 0,
                  }}
                />{" "}
                {t(names[i] ?? "")}
              </span>,
              <span key={`c${names[i]}`} className="num">
                {number(n)}
              </span>,
            ],
        )}
      </div>
    </section>
  );
}

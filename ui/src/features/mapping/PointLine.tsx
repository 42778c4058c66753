// One point in the work list: what is to be shown, of what and where, by whom and by when.
import { useTranslation } from "react-i18next";
import { openItem } from "../../here/router";
import type { PointShown } from "../../ipc/generated/core";
import { pointWords } from "../../kit/pointwords";
import { clauseName, parseReference, tone } from "../../kit/standards";
import { PointBy, PointMark } from "./PointRows";
import { pointKey, pointPlace } from "./points";

export function PointLine({
  point,
  day,
  here,
  chosen,
  readOnly,
  onAt,
  onToggle,
}: {
  point: PointShown;
  /** The day everything is judged by. */
  day: string;
  here: boolean;
  chosen: boolean;
  readOnly: boolean;
  onAt: () => void;
  onToggle: () => void;
}) {
  const { t } = useTranslation();
  const words = pointWords(point);
  const open = point.state === "open";
  const late = open && point.due !== null && point.due < day;
  return (
    <div
      role="listitem"
      className={`pointrow pointline ${tone(parseReference(point.at).standard)}`}
      aria-current={here || undefined}
      data-point={pointKey(point)}
      onClick={onAt}
    >
      <input
        type="checkbox"
        className="check"
        checked={chosen}
        disabled={!open || readOnly}
        aria-label={t("register.choose", { name: `${point.id}, ${point.item.code}` })}
        onClick={(e) => e.stopPropagation()}
        onChange={onToggle}
      />
      <PointMark state={point.state} />
      <span className="own medium cut">{pointPlace(point)}</span>
      <span className="pointwhat">
        <span lang={words.lang} className="serif">
          {words.text}
        </span>{" "}
        <span className="hint">{t("pointlist.from", { from: point.from.map(clauseName).join(", ") })}</span>
        {point.settled && <PointBy point={point} />}
      </span>
      <button
        type="button"
        className="medium cut"
        title={point.item.title}
        onClick={(e) => {
          e.stopPropagation();
          openItem(point.item.kind, point.item.code);
        }}
      >
        {point.item.code}
      </button>
      <span className={point.owner ? "cut" : "muted cut"} title={point.owner || undefined}>
        {point.owner || t("pointlist.nobody")}
      </span>
      <span className={late ? "num red strong" : "num muted"}>{point.due ?? "–"}</span>
    </div>
  );
}

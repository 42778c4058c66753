// Finds a document or record by its code, its title or its text.
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWhen } from "../../here/state";
import { useAsk } from "../../ipc";
import type { Item } from "../../ipc/generated/core";

/** How long (ms) typing rests before the core is asked. */
const REST = 150;

export function FindItem({
  label,
  focus,
  onChoose,
}: {
  label: string;
  /** Whether the cursor goes there at once. */
  focus?: boolean;
  onChoose: (item: Item) => void;
}) {
  const id = useId();
  const { t } = useTranslation();
  const when = useWhen();
  const [text, setText] = useState("");
  const [query, setQuery] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) window.setTimeout(() => field.current?.focus());
  }, [focus]);
  useEffect(() => {
    const timer = window.setTimeout(() => setQuery(text.trim()), REST);
    return () => window.clearTimeout(timer);
  }, [text]);
  const search = useAsk("search", { query, limit: 8, ...when }, query.length > 1);
  const found = [
    ...new Map(
      (search.data?.hits ?? [])
        .filter((h) => h.kind === "document" || h.kind === "record")
        .map((h) => [h.code, { kind: h.kind, code: h.code, title: h.title } as Item]),
    ).values(),
  ];
  const take = (item: Item) => {
    setText("");
    onChoose(item);
  };
  return (
    <div style={{ marginTop: 10 }}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        ref={field}
        className="input"
        value={text}
        onChange={(e) => setText(e.target.value)}
        onKeyDown={(e) => {
          if (e.key !== "Enter" || e.ctrlKey || e.metaKey || !found[0]) return;
          e.preventDefault();
          take(found[0]);
        }}
      />
      <div className="list">
        {found.slice(0, 5).map((item) => (
          <button key={item.code} type="button" onClick={() => take(item)}>
            <span className="medium">{item.code}</span>
            <span className="cut" title={item.title}>
              {item.title}
            </span>
          </button>
        ))}
      </div>
      {query.length > 1 && search.data && found.length === 0 && <p className="hint">{t("point.notFound")}</p>}
    </div>
  );
}

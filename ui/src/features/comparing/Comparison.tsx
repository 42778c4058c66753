// What changed between two revisions: side by side or in one column, each place numbered, the unchanged folded.
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWhen } from "../../here/state";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { FilesCompared, RevisionsCompared } from "../../ipc/generated/core";
import { Kbd, Loaded, Segments, useKey } from "../../kit";
import { ComparedText } from "./ComparedText";
import { outcomeText } from "./compared";
import "./compare.css";

/** So many paragraphs without a change are shown beside each that has one. */
const NEAR = 2;

type Form = "beside" | "column";

export interface Compared {
  /** Code of the document. */
  document: string;
  /** Labels of the revisions; the one in force and the newest where none is given. */
  earlier?: string | undefined;
  later?: string | undefined;
}

export function Comparison(props: Compared) {
  const when = useWhen();
  const [whole, setWhole] = useState(false);
  const { document: code, earlier = null, later = null } = props;
  const ask = useAsk("document_compare", { code, earlier, later, near: whole ? null : NEAR, ...when });
  return <Loaded ask={ask}>{(data) => <Inside data={data} onWhole={() => setWhole(true)} />}</Loaded>;
}

function Inside({ data, onWhole }: { data: RevisionsCompared; onWhole: () => void }) {
  const { t } = useTranslation();
  const [form, setForm] = useState<Form>("beside");
  const [at, setAt] = useState(0);
  const surface = useRef<HTMLDivElement>(null);
  // Places are numbered through all files.
  const before = useMemo(() => placesBefore(data.files), [data.files]);
  const step = (by: number) => {
    if (data.places > 0) setAt((now) => Math.min(Math.max(now + by, 1), data.places));
  };
  useKey("n", () => step(1));
  useKey("p", () => step(-1));
  useEffect(() => {
    if (at > 0) surface.current?.querySelector(`[data-place="${at}"]`)?.scrollIntoView({ block: "center" });
  }, [at]);
  const standing = (revision: RevisionsCompared["earlier"]) =>
    t("compare.revision", { label: revision.label, state: t(`state.${revision.state}`) });
  return (
    <section className="compare" aria-label={t("compare.title")} data-testid="comparison">
      <header className="row">
        <h2>{t("compare.title")}</h2>
        <span className="muted grow wrap">
          {summary(data, t)}
          {data.later.summary && ` “${data.later.summary}”`}
        </span>
        {data.places > 0 && (
          <span className="row steps">
            <span className="num muted" aria-live="polite">
              {at > 0
                ? t("compare.at", { n: number(at), all: number(data.places) })
                : t("compare.none", { all: number(data.places) })}
            </span>
            <button type="button" aria-label={t("compare.previous")} disabled={at <= 1} onClick={() => step(-1)}>
              <Kbd>P</Kbd>
            </button>
            <button type="button" aria-label={t("compare.next")} disabled={at >= data.places} onClick={() => step(1)}>
              <Kbd>N</Kbd>
            </button>
          </span>
        )}
        <Segments<Form>
          label={t("compare.form")}
          value={form}
          onChange={setForm}
          options={(["beside", "column"] as const).map((value) => ({ value, label: t(`compare.form.${value}`) }))}
        />
      </header>
      <div className={`texts ${form}`} ref={surface}>
        <div className="line heads">
          <span />
          <span className="muted">{standing(data.earlier)}</span>
          <span />
          <span className="muted">{standing(data.later)}</span>
        </div>
        {data.files.map((file, n) => (
          <FilePart
            key={(file.later ?? file.earlier)?.digest ?? n}
            file={file}
            alone={data.files.length === 1}
            offset={before[n] ?? 0}
            at={at}
            onWhole={onWhole}
          />
        ))}
      </div>
    </section>
  );
}

function FilePart({
  file,
  alone,
  offset,
  at,
  onWhole,
}: {
  file: FilesCompared;
  alone: boolean;
  offset: number;
  at: number;
  onWhole: () => void;
}) {
  const { t } = useTranslation();
  const { outcome, earlier, later } = file;
  const names = earlier && later && earlier.name !== later.name ? `${earlier.name} → ${later.name}` : undefined;
  const said = outcomeText(file, t);
  return (
    <div className="file">
      {(!alone || said.length > 0) && <h3 className="wrap">{names ?? (later ?? earlier)?.name}</h3>}
      {said.map((line) => (
        <p key={line} className={outcome.kind === "unread" ? "amber" : "muted"}>
          {line}
        </p>
      ))}
      {outcome.kind === "changed" && (
        <ComparedText compared={outcome.compared} offset={offset} at={at} onWhole={onWhole} />
      )}
    </div>
  );
}

function placesBefore(files: FilesCompared[]): number[] {
  let all = 0;
  return files.map((file) => {
    const own = all;
    if (file.outcome.kind === "changed") all += file.outcome.compared.places;
    return own;
  });
}

/** How much changed, in a sentence; never "nothing" where a file could not be read. */
function summary(data: RevisionsCompared, t: (key: string, values?: Record<string, unknown>) => string): string {
  const [places, sections] = [number(data.places), number(data.sections.length)];
  const of = { places, sections };
  const unread =
    data.unread > 0 ? t(data.unread === 1 ? "compare.unreadOne" : "compare.unread", { n: number(data.unread) }) : "";
  if (data.places > 0) {
    const key =
      data.sections.length === 0
        ? data.places === 1
          ? "compare.onePlace"
          : "compare.places"
        : data.places === 1
          ? "compare.onePlaceIn"
          : data.sections.length === 1
            ? "compare.placesInOne"
            : "compare.placesIn";
    return [t(key, { ...of, section: data.sections[0] }), unread].filter(Boolean).join(" ");
  }
  if (data.files.some((file) => file.outcome.kind === "changed")) {
    return [t("compare.onlyNumbers"), unread].filter(Boolean).join(" ");
  }
  const all = data.files.every((file) => file.earlier && file.later);
  return unread || (all ? t("compare.noWord") : t("compare.onlyFiles"));
}

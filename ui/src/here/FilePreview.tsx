// A stored file, shown without leaving the window: PDF pages and pictures drawn, everything else as text or table.
import { ExternalLink, FolderSearch } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { bytes } from "../i18n";
import { type Refusal, refusal, useAsk } from "../ipc";
import type { FiledFile, Unread as Part } from "../ipc/generated/core";
import { Loaded } from "../kit/loaded";
import { Problem } from "../kit/problem";
import { showRefusal } from "../kit/toast";
import { platform } from "../platform";
import { type Asked, asked, lineOf } from "./foundat";
import { usePlace } from "./router";

export function FilePreview({ file, height }: { file: FiledFile; height?: number }) {
  const { t } = useTranslation();
  const { params } = usePlace();
  const at = params.file === file.digest ? asked(params.at) : undefined;
  // How it was read since it was filed: another program may have read it better.
  const reading = useAsk("file_reading", { digest: file.digest });
  const problem = reading.data ? reading.data.problem : file.problem;
  const open = (show: boolean) => platform().openFile(file, show).catch(showRefusal);
  return (
    <div className="column" style={{ minHeight: 0, flex: 1 }}>
      <div className="row" style={{ padding: "10px 16px" }}>
        <span className="cut medium" title={file.path}>
          {t(`media.${file.media}`)}, {bytes(file.size)}
        </span>
        <span className="end row" style={{ gap: 2 }}>
          <button
            type="button"
            className="iconbutton"
            aria-label={t("preview.open")}
            title={t("preview.open")}
            onClick={() => void open(false)}
          >
            <ExternalLink className="icon" />
          </button>
          <button
            type="button"
            className="iconbutton"
            aria-label={t("preview.show")}
            title={t("preview.show")}
            onClick={() => void open(true)}
          >
            <FolderSearch className="icon" />
          </button>
        </span>
      </div>
      {problem && problem !== "image_only" && (
        <div className="band amber" style={{ padding: "8px 16px" }}>
          <span className="amber">{t(`problem.${problem}`)}</span>
        </div>
      )}
      {problem === "part_unread" && ["pdf", "image"].includes(file.media) && (
        <Unread parts={reading.data?.unread ?? []} />
      )}
      {reading.data?.engine && (
        <p className="hint" style={{ padding: "0 16px 8px" }}>
          {t("preview.readBy", { engine: reading.data.engine })}
        </p>
      )}
      <div
        className="scroll"
        style={{ flex: 1, height, padding: "0 16px 16px" }}
        tabIndex={0}
        role="region"
        aria-label={t("preview.title", { name: file.name })}
      >
        {file.media === "pdf" ? (
          <Pages digest={file.digest} asked={at?.kind === "page" ? at.n : undefined} />
        ) : file.media === "image" ? (
          <Picture digest={file.digest} name={file.name} />
        ) : (
          <Words file={file} at={at} />
        )}
      </div>
    </div>
  );
}

/** What in a file was not read, where no text is shown that says it at its end. */
function Unread({ parts }: { parts: Part[] }) {
  const { t } = useTranslation();
  return parts.map((part, n) => (
    <p key={n} className="amber" style={{ padding: "0 16px 4px" }}>
      {t("preview.unread", { name: part.name, why: t(`problem.${part.problem}`) })}
    </p>
  ));
}

/** The bytes of a stored file, or why there are none. */
async function stored(digest: string): Promise<ArrayBuffer> {
  const response = await fetch(platform().storedUrl(digest));
  if (!response.ok) throw await response.json();
  return response.arrayBuffer();
}

function Picture({ digest, name }: { digest: string; name: string }) {
  const [url, setUrl] = useState<string>();
  const [error, setError] = useState<Refusal>();
  useEffect(() => {
    let made: string | undefined;
    stored(digest)
      .then((data) => {
        made = URL.createObjectURL(new Blob([data]));
        setUrl(made);
      })
      .catch((e) => setError(refusal(e)));
    return () => {
      if (made) URL.revokeObjectURL(made);
    };
  }, [digest]);
  if (error) return <Problem error={error} />;
  return url ? <img src={url} alt={name} style={{ maxWidth: "100%", border: "1px solid var(--line)" }} /> : null;
}

/** The place that was asked for is where one looks first. */
const there = (element: HTMLElement | null) => element?.scrollIntoView({ block: "center" });
const THERE = { background: "var(--sel)", outline: "2px solid var(--ink)" };

/** So many pages are drawn; a longer file is opened in its own program. */
const PAGES = 30;

function Pages({ digest, asked }: { digest: string; asked?: number | undefined }) {
  const first = asked ?? 1;
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<Refusal | "locked">();
  const [left, setLeft] = useState(0);
  useEffect(() => {
    let gone = false;
    let close = () => {};
    setError(undefined);
    (async () => {
      const data = await stored(digest);
      const pdf = await import("pdfjs-dist");
      pdf.GlobalWorkerOptions.workerSrc = (await import("pdfjs-dist/build/pdf.worker.min.mjs?url")).default;
      const task = pdf.getDocument({ data, isEvalSupported: false, useWasm: false, disableFontFace: false });
      close = () => void task.destroy();
      const file = await task.promise;
      // Around the page that was asked for.
      const from = first > PAGES ? first - 2 : 1;
      setLeft(Math.max(0, file.numPages - PAGES));
      const pages = [];
      // All of them have their size before one is drawn: only then the asked one can come to the top.
      for (let n = from; n < from + PAGES && n <= file.numPages && !gone; n += 1) {
        const page = await file.getPage(n);
        const width = Math.max(200, place.current?.clientWidth ?? 300);
        const scale = (width / page.getViewport({ scale: 1 }).width) * Math.min(2, window.devicePixelRatio || 1);
        const viewport = page.getViewport({ scale });
        const canvas = document.createElement("canvas");
        canvas.width = viewport.width;
        canvas.height = viewport.height;
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", t("preview.page", { n }));
        Object.assign(canvas.style, {
          width: "100%",
          display: "block",
          marginBottom: "12px",
          boxShadow: "0 0 0 1px var(--line)",
          background: "#fff",
          ...(asked && n === first ? { outline: THERE.outline } : {}),
        });
        pages.push({ n, page, viewport, canvas });
      }
      if (gone) return;
      place.current?.append(...pages.map(({ canvas }) => canvas));
      const wanted = asked ? pages.find(({ n }) => n === first) : undefined;
      wanted?.canvas.scrollIntoView({ block: "start" });
      // The asked one first, then from the beginning.
      for (const { page, viewport, canvas } of wanted ? [wanted, ...pages.filter((p) => p !== wanted)] : pages) {
        if (gone) break;
        await page.render({ canvas, viewport }).promise;
      }
    })().catch((e) => {
      if (!gone) setError(e?.name === "PasswordException" ? "locked" : refusal(e));
    });
    return () => {
      gone = true;
      close();
      place.current?.replaceChildren();
    };
  }, [digest, asked, first, t]);
  return (
    <>
      {error === "locked" && <p className="muted">{t("problem.locked")}</p>}
      {error && error !== "locked" && <Problem error={error} />}
      <div ref={place} data-testid="pages" />
      {left > 0 && <p className="hint">{t("preview.more", { n: left })}</p>}
    </>
  );
}

/** So many lines are shown. */
const LINES = 2000;

function Words({ file, at }: { file: FiledFile; at: Asked | undefined }) {
  const { t } = useTranslation();
  const ask = useAsk("file_preview", { digest: file.digest });
  return (
    <Loaded ask={ask}>
      {(found) => {
        const all = found.text.trimEnd().split("\n");
        const place = lineOf(all, at);
        // It may stand behind what is shown.
        const line = place < all.length ? place : -1;
        const from = line > LINES / 2 ? line - LINES / 2 : 0;
        const rows = all.slice(from, from + LINES);
        const table = ["csv", "xlsx", "xls", "ods"].includes(found.media);
        if (!found.text)
          return <p className="muted">{t(found.problem ? `problem.${found.problem}` : "preview.noText")}</p>;
        if (table) {
          const cells = rows.map((row) =>
            found.media === "csv" && !row.includes("\t")
              ? row.split(/[,;](?=(?:[^"]*"[^"]*")*[^"]*$)/)
              : row.split("\t"),
          );
          return (
            <table
              className="selectable"
              style={{ borderCollapse: "collapse", fontSize: 12, background: "var(--raised)" }}
            >
              <tbody>
                {cells.map((row, y) => (
                  <tr key={y}>
                    {row.map((c, x) => {
                      const sheet = c.startsWith("\v");
                      const here = from + y === line && (at?.kind !== "cell" || at.n === 0 || x === at.column);
                      return (
                        <td
                          key={x}
                          ref={here ? there : undefined}
                          className={sheet ? "strong" : undefined}
                          style={{
                            border: "1px solid var(--line)",
                            padding: "2px 6px",
                            verticalAlign: "top",
                            ...(here ? THERE : {}),
                          }}
                        >
                          {c.replace(/^["\v]|["\v]$/g, "")}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }
        return (
          <div
            className="selectable wrap"
            style={{
              whiteSpace: "pre-wrap",
              background: "var(--raised)",
              border: "1px solid var(--line)",
              borderRadius: 6,
              padding: 16,
              lineHeight: "20px",
            }}
          >
            {line < 0 ? (
              found.text
            ) : (
              <>
                {all.slice(0, line).map((text) => `${text}\n`)}
                <span ref={there} style={THERE}>
                  {all[line]}
                </span>
                {all.slice(line + 1).map((text) => `\n${text}`)}
              </>
            )}
            {found.cut && <p className="hint">{t("preview.cut")}</p>}
            {found.unread.map((part, n) => (
              <p key={n} className="amber">
                {t("preview.unread", { name: part.name, why: t(`problem.${part.problem}`) })}
              </p>
            ))}
          </div>
        );
      }}
    </Loaded>
  );
}

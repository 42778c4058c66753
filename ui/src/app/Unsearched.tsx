// What could not be searched: how many files by reason, what can be done about it, and which they are.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openItem } from "../here/router";
import { useWorkspace } from "../here/state";
import { number } from "../i18n";
import { useAsk } from "../ipc";
import type { NotSearched as Count, Unread } from "../ipc/generated/core";
import { Loaded } from "../kit/loaded";

/** What can be done so that files are searched. */
const REMEDIES: Partial<Record<Count["problem"], string>> = {
  image_only: "notSearched.image_only.do",
  no_letters: "notSearched.image_only.do",
  locked: "notSearched.locked.do",
  damaged: "notSearched.damaged.do",
  reader_ended: "notSearched.damaged.do",
  too_large: "notSearched.too_large.do",
  took_too_long: "notSearched.too_large.do",
  part_unread: "notSearched.part_unread.do",
};

/** So many files are listed. */
const LISTED = 50;

export function Unsearched({ counts }: { counts: Count[] }) {
  const { t } = useTranslation();
  const [listed, setListed] = useState(false);
  const files = counts.reduce((sum, c) => sum + c.files, 0);
  const remedies = [...new Set(counts.flatMap((c) => REMEDIES[c.problem] ?? []))].map((key) => t(key));
  return (
    <div
      className="hint"
      style={{ padding: "8px 20px", borderTop: "1px solid var(--line)" }}
      data-testid="not-searched"
    >
      <p>
        {t("notSearched.files", {
          n: number(files),
          reasons: counts.map((c) => t(`notSearched.${c.problem}`, { n: number(c.files) })).join(", "),
        })}{" "}
        <button type="button" className="link" aria-expanded={listed} onClick={() => setListed(!listed)}>
          {t("notSearched.which")}
        </button>
      </p>
      {remedies.map((remedy) => (
        <p key={remedy}>→ {remedy}</p>
      ))}
      {listed && <Files />}
    </div>
  );
}

/** Each file, which leads to the document or record that holds it. */
function Files() {
  const { t } = useTranslation();
  const { setPalette } = useWorkspace();
  const ask = useAsk("search_unread", { problem: null, limit: LISTED });
  return (
    <Loaded ask={ask}>
      {({ files, count }) => (
        <ul className="scroll" style={{ maxHeight: 200, margin: "6px 0 0", padding: 0, listStyle: "none" }}>
          {files.map((file) => (
            <li key={`${file.code} ${file.revision} ${file.digest}`}>
              <button
                type="button"
                className="link"
                onClick={() => {
                  setPalette(false);
                  openItem(file.kind, file.code, { file: file.digest });
                }}
              >
                {file.code} {file.file}
              </button>{" "}
              {t(`problem.${file.problem}`)}
              {file.problem === "part_unread" && <Parts unread={file.unread} />}
            </li>
          ))}
          {count > files.length && <li>{t("notSearched.more", { n: number(count - files.length) })}</li>}
        </ul>
      )}
    </Loaded>
  );
}

function Parts({ unread }: { unread: Unread[] }) {
  const { t } = useTranslation();
  return unread.map((part, n) => (
    <span key={n} style={{ display: "block", paddingLeft: 12 }}>
      {t("preview.unread", { name: part.name, why: t(`problem.${part.problem}`) })}
    </span>
  ));
}

// The question beside the list: what each reading changes, the list's row, the document's words.
import { FileUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useChoosing } from "../../here/choosing";
import { openClause, openItem } from "../../here/router";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import type { QuestionSaid, QuestionShown } from "../../ipc/generated/core";
import { ClauseChip, Kbd } from "../../kit";
import { DataDiffers } from "./DataDiffers";
import { GiveReason } from "./GiveReason";
import { type RowSaid, rowsOf } from "./rows";
import { WriteAnswer } from "./WriteAnswer";
import { followsText, particularText, rawWords, readingHead, touchesClauses } from "./words";

export function QuestionPane({
  question,
  writing,
  peek,
  forAll,
  reasonFor,
  onReason,
  onWrite,
  onWritten,
  onLater,
}: {
  question: QuestionShown;
  writing: boolean;
  /** The reading, from 1, that waits for its reason. */
  reasonFor: number | undefined;
  /** The reason, or none where the answer is not given after all. */
  onReason: (reason: string | undefined) => void;
  peek: boolean;
  /** To how many questions a key gives its answer. */
  forAll: number;
  onWrite: (writing: boolean) => void;
  onWritten: (value: string, reason: string) => void;
  onLater: () => void;
}) {
  const { t, i18n } = useTranslation();
  const rows = rowsOf(question.said);
  const register = question.said.find((s) => s.source === "register");
  const { item, differs } = question;
  return (
    <aside
      className="inspector questionpane"
      data-peek={peek}
      aria-label={question.code}
      data-region
      data-testid="question"
    >
      <header>
        <div className="muted" style={{ fontSize: 12 }}>
          {item ? item.code : t("question.notFiled")}
        </div>
        <h2 className="wrap selectable">{item?.title ?? question.path}</h2>
        <p style={{ marginTop: 6 }}>
          {t(`question.ask.${question.kind}`, { what: particularText(question) })}{" "}
          {!differs && <span className="mono wrap selectable">{rawWords(question)}</span>}
        </p>
      </header>
      <section className="part">
        <h2>{t("question.follows")}</h2>
        {question.readings.map((reading, n) => {
          const follows = question.follows[n];
          if (!follows) return null;
          return (
            <div key={n} className="followsrow">
              <Kbd>{n + 1}</Kbd>
              <div className="grow">
                <div className="medium num">{readingHead(reading, question.readings, i18n.language)}</div>
                <div className="muted" style={{ fontSize: 12, lineHeight: "16px" }}>
                  {followsText(follows)}
                  {follows.for_good && (
                    <span className="amber">
                      {" "}
                      {t(forAll > 1 ? "question.noUndoAll" : "question.noUndo", { n: number(forAll) })}
                    </span>
                  )}
                </div>
                {touchesClauses(follows) && question.clauses.length > 0 && (
                  <div className="chips" style={{ marginTop: 4 }}>
                    {question.clauses.map((reference) => (
                      <ClauseChip key={reference} reference={reference} onOpen={openClause} />
                    ))}
                  </div>
                )}
                {reasonFor === n + 1 && (
                  <GiveReason key={question.code} onGiven={onReason} onCancel={() => onReason(undefined)} />
                )}
              </div>
            </div>
          );
        })}
        {writing && (
          <WriteAnswer key={question.code} question={question} onCancel={() => onWrite(false)} onWritten={onWritten} />
        )}
      </section>
      {differs && <DataDiffers differs={differs} />}
      {rows.map((row) => (
        <ListRow key={row.key} row={row} />
      ))}
      {register && (
        <section className="part">
          <h2>{t("question.inRegister")}</h2>
          <p className="mono selectable">{registerText(t, question, register)}</p>
        </section>
      )}
      {!differs && <InDocument question={question} />}
      {question.alike > 0 && (
        <section className="part">
          <h2>{t("question.likeIt", { n: number(question.alike) })}</h2>
          <div className="muted wrap" style={{ fontSize: 12, lineHeight: "18px" }}>
            {question.others.map((other) => (
              <div key={other}>{other}</div>
            ))}
            {question.alike > question.others.length && <div>…</div>}
          </div>
        </section>
      )}
      <footer>
        <Kbd>J</Kbd>
        <Kbd>K</Kbd> {t("question.keys.move")}
        {question.writable && (
          <button type="button" className="row end" onClick={() => onWrite(true)}>
            <Kbd>W</Kbd> {t("question.keys.write")}
          </button>
        )}
        <button type="button" className={question.writable ? "row" : "row end"} onClick={onLater}>
          <Kbd>L</Kbd> {t(question.aside ? "question.keys.sooner" : "question.keys.later")}
        </button>
      </footer>
    </aside>
  );
}

/** What the document says of it itself. */
function InDocument({ question }: { question: QuestionShown }) {
  const { t } = useTranslation();
  const { item } = question;
  const files = question.said.filter((s) => s.source === "file");
  return (
    <section className="part">
      <h2>
        {t("question.inDocument")}
        {item && files.length > 0 && (
          <button type="button" className="link end" onClick={() => openItem(item.kind, item.code)}>
            {t("question.openFile")}
          </button>
        )}
      </h2>
      {files.map((said, n) => (
        <div key={`${said.name} ${said.column ?? ""} ${said.words}`} style={{ marginBottom: 6 }}>
          {question.kind === "document_or_record" && <span className="muted">{t(`import.sign.${said.column}`)} </span>}
          {said.words && <mark className="mono selectable wrap">{said.words}</mark>}
          {said.name !== files[n + 1]?.name && <div className="hint wrap">{said.name}</div>}
        </div>
      ))}
      {question.kind === "missing_file" ? (
        <NoFile />
      ) : (
        files.length === 0 && <p className="muted">{t("question.saysNothing")}</p>
      )}
    </section>
  );
}

/** States are named in words, values stand as they are. */
function registerText(t: (key: string) => string, question: QuestionShown, said: QuestionSaid): string {
  if (question.kind === "status") return t(`state.${said.words}`);
  return said.words || t("question.reading.nothing");
}

function ListRow({ row }: { row: RowSaid }) {
  const { t } = useTranslation();
  return (
    <section className="part">
      <h2>
        {t(row.source === "master_list" ? "question.inList" : "question.inIndex")}
        {row.row && <span className="end hint">{t("import.row", { n: row.row })}</span>}
      </h2>
      <dl className="card questioncells">
        {row.beside.map((cell) => [
          <dt key={cell.column} className="cut" title={cell.column}>
            {cell.column}
          </dt>,
          <dd key={`${cell.column} words`} className="wrap selectable">
            {cell.words}
          </dd>,
        ])}
        {row.inDoubt.map((cell) => [
          <dt key={`${cell.column} in doubt`} className="cut" title={cell.column}>
            {cell.column || t("question.row")}
          </dt>,
          <dd key={`${cell.column} words in doubt`}>
            <mark className="mono selectable wrap">{cell.words}</mark>
          </dd>,
        ])}
      </dl>
      <div className="hint wrap" style={{ marginTop: 6 }}>
        {row.name}
      </div>
    </section>
  );
}

function NoFile() {
  const { t } = useTranslation();
  const choose = useChoosing();
  return (
    <div className="row" style={{ justifyContent: "space-between" }}>
      <span className="muted">{t("question.noFile")}</span>
      <WriteButton className="button outline small" onClick={() => void choose.files()}>
        <FileUp className="icon" aria-hidden /> {t("question.chooseFile")}
      </WriteButton>
    </div>
  );
}

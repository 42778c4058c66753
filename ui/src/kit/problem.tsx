// A refusal: what happened, what to do next.
import { TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../ipc/refusal";
import { CloseButton } from "./closebutton";
import { refusalWords } from "./refusalwords";

export function Problem({
  error,
  line,
  children,
  onClose,
}: {
  error: Refusal;
  line?: boolean;
  children?: ReactNode;
  onClose?: () => void;
}) {
  // In another language it is said again.
  useTranslation();
  const { message, hint } = refusalWords(error);
  const here = useRef<HTMLDivElement>(null);
  // A long form may have been left at its end, with this above what is seen.
  useEffect(() => {
    // What a browser answers to it is no way to clean up.
    here.current?.scrollIntoView?.({ block: "nearest" });
  }, [error]);
  return (
    <div ref={here} className={`problem ${line ? "line" : ""}`} role="alert" data-code={error.code}>
      <TriangleAlert className="icon" aria-hidden />
      <div className="grow">
        <h2 className="wrap selectable">{message}</h2>
        <p className="muted wrap selectable">{hint}</p>
        {children}
      </div>
      {onClose && <CloseButton onClick={onClose} />}
    </div>
  );
}

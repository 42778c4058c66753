// A dialog: Esc goes one step back, the first field has the focus, Ctrl Enter does the main thing.
import type { ReactNode } from "react";
import { CloseButton } from "./closebutton";
import { Overlay, OverlayTitle } from "./overlay";

/** Where no field says that it comes first, the first one does; the title, where there is none. Never the cross. */
function beginInField(at: HTMLElement | null): void {
  if (!at || at.querySelector("[data-autofocus]")) return;
  const field = at.querySelector("input:not(:disabled), select:not(:disabled), textarea:not(:disabled)");
  (field ?? at.querySelector(".dialogtitle"))?.setAttribute("data-autofocus", "true");
}

export function Dialog({
  onClose,
  title,
  over,
  sub,
  children,
  foot,
  size = 580,
  calm,
  onPrimary,
}: {
  onClose: () => void;
  title: ReactNode;
  over?: ReactNode;
  sub?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  size?: number | string;
  /** Nothing is to be typed at first: the title has the focus, not the cross. */
  calm?: boolean;
  onPrimary?: () => void;
}) {
  return (
    // Keys come here through the portal, wherever in the dialog the focus is.
    <div
      onKeyDown={(e) => {
        if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && onPrimary) {
          e.preventDefault();
          onPrimary();
        }
      }}
    >
      <Overlay onClose={onClose} size={size}>
        <div className="column" style={{ maxHeight: "86vh" }} ref={calm ? undefined : beginInField}>
          <div style={{ padding: "20px 24px 12px", position: "relative" }}>
            {over && (
              <div className="muted" style={{ fontSize: 12 }}>
                {over}
              </div>
            )}
            <OverlayTitle className="dialogtitle" tabIndex={-1} data-autofocus={calm || undefined}>
              {title}
            </OverlayTitle>
            {sub && <div className="muted">{sub}</div>}
            <CloseButton onClick={onClose} style={{ position: "absolute", right: 16, top: 16 }} />
          </div>
          <div className="scroll" style={{ padding: "4px 24px 20px" }}>
            {children}
          </div>
          {foot && (
            <div
              className="row"
              style={{ padding: "12px 20px", borderTop: "1px solid var(--line)", background: "var(--bg)" }}
            >
              {foot}
            </div>
          )}
        </div>
      </Overlay>
    </div>
  );
}

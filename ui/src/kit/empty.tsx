// An empty screen teaches the next step.
import type { ReactNode } from "react";

export function Empty({
  title,
  children,
  actions,
  drawing = true,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  drawing?: boolean;
}) {
  return (
    <div className="empty">
      {drawing && (
        <svg width={216} height={96} viewBox="0 0 216 96" aria-hidden>
          {[0, 24, 48, 72].map((y, n) => (
            <g key={y}>
              {n < 3 && <rect x={0} y={y} width={48} height={14} rx={3} fill="var(--s9001-tint)" />}
              <rect x={84} y={y} width={48} height={14} rx={3} fill="var(--s20000-tint)" />
              {n !== 2 && <rect x={168} y={y} width={48} height={14} rx={3} fill="var(--s27001-tint)" />}
              {n < 3 && <path d={n < 2 ? `M54 ${y + 5}H78M54 ${y + 9}H78` : `M54 ${y + 7}H78`} stroke="var(--lead)" />}
              {n !== 2 && (
                <path d={n < 2 ? `M138 ${y + 5}H162M138 ${y + 9}H162` : `M138 ${y + 7}H162`} stroke="var(--lead)" />
              )}
            </g>
          ))}
        </svg>
      )}
      <h2>{title}</h2>
      {children}
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}

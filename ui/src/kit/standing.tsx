// What stands beside the work for as long as the screen does. In a narrow window it lies below the work, folded until it is
// asked for: nothing is covered by it.
import { ChevronDown, ChevronUp } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";

export function Standing({
  label,
  width,
  needed = false,
  children,
}: {
  label: string;
  width: number;
  /** Whether it is worked in just now: then it is unfolded, and may still be folded. */
  needed?: boolean;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(needed);
  useEffect(() => {
    if (needed) setOpen(true);
  }, [needed]);
  const Arrow = open ? ChevronDown : ChevronUp;
  return (
    <aside className="inspector standing" style={{ width }} data-open={open} aria-label={label} data-region>
      <button type="button" className="fold row medium" aria-expanded={open} onClick={() => setOpen(!open)}>
        {label} <Arrow className="icon end" aria-hidden />
      </button>
      <div className="inside">{children}</div>
    </aside>
  );
}

// The program's logo.

export function Logo({ size = 27 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 27 27" aria-hidden>
      <rect width="27" height="27" rx="6" fill="var(--ink)" />
      <path
        d="M8 6.5v14M13.5 6.5v14M19 6.5v14M8 11h5.5M13.5 16H19"
        stroke="var(--on-ink)"
        strokeWidth="2"
        fill="none"
      />
    </svg>
  );
}

// The views of a list as tabs, each with how many it holds where that is known.

export function Tabs<V extends string>({
  label,
  value,
  tabs,
  onChange,
}: {
  label: string;
  value: V;
  tabs: { value: V; label: string; count?: string; hue?: string }[];
  onChange: (value: V) => void;
}) {
  return (
    <div className="tabs" role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          className="tab"
          aria-selected={tab.value === value}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.count !== undefined && (
            <>
              {" "}
              <span className={`count ${tab.hue ?? ""}`}>{tab.count}</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}

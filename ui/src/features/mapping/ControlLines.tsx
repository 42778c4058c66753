// What is to be known of the controls from which chosen cells would follow, before they are mapped.
import { ControlSays } from "../../here/controlsays";
import { useAsk } from "../../ipc";
import { clauseName } from "../../kit/standards";

/** So many documents and records are asked for; of more the preview says what becomes of them. */
const ASKED = 12;

export function ControlLines({ items, references }: { items: string[]; references: string[] }) {
  return items.slice(0, ASKED).map((item) => <OfItem key={item} item={item} references={references} />);
}

function OfItem({ item, references }: { item: string; references: string[] }) {
  const { data } = useAsk("proposal_list", { item });
  const said = (data?.proposals ?? []).filter((p) => p.control && references.includes(p.reference));
  return said.map((proposal) => (
    <div key={proposal.reference} className="row" style={{ alignItems: "baseline" }}>
      <span className="hint medium" style={{ flex: "none" }}>
        {item} → {clauseName(proposal.reference)}
      </span>
      <ControlSays proposal={proposal} />
    </div>
  ));
}

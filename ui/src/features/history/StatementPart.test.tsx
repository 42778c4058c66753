import { render, screen } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { Happened, StatementProof, StatementShown } from "../../ipc/generated/core";
import { sortOf } from "./rows";
import { Pen, SignedBy, StatementText } from "./StatementPart";

beforeAll(startWording);

const statement = (proof: StatementProof, more: Partial<StatementShown> = {}): StatementShown =>
  ({
    proof,
    name: "Ada",
    day: "2026-11-23",
    for: "",
    text: "signer ada@x\nmeaning approved\n",
    fingerprint: "SHA256:abcdefghijklmnopqrst",
    ...more,
  }) as StatementShown;

test("a pen is shown only where a signature holds", () => {
  for (const proof of ["signed", "unsigned", "broken", "key_not_theirs"] as const) {
    const { container, unmount } = render(<Pen proof={proof} />);
    expect(container.querySelector(".lucide-pen-line") !== null, proof).toBe(proof === "signed");
    expect(screen.getByRole("img")).toHaveAccessibleName();
    unmount();
  }
});

test("a signature that does not hold is never called signed", () => {
  render(<SignedBy statement={statement("broken")} />);
  expect(screen.getByText("Not signed by Ada: the signature does not hold")).toHaveClass("red");
});

test("who stood in for whom is said, and the text stays byte for byte", () => {
  const said = statement("signed", { for: "md@x" });
  render(
    <>
      <SignedBy statement={said} />
      <StatementText statement={said} />
    </>,
  );
  expect(screen.getByText("In place of md@x.")).toBeInTheDocument();
  expect(screen.getByRole("group", { name: "Statement" }).textContent).toBe(said.text);
});

test("statements stand with what they are about", () => {
  const row = (kind: string, meaning = "") => ({ kind, changes: [], texts: { meaning } }) as unknown as Happened;
  expect(sortOf(row("statement.made", "approved"))).toBe("approvals");
  expect(sortOf(row("statement.made", "confirmed"))).toBe("reviews");
  expect(sortOf(row("approval.submitted"))).toBe("approvals");
});

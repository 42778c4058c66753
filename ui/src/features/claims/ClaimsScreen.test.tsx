import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { sayWords } from "../../here/scopewords";
import { startWording } from "../../i18n";
import type { Claim } from "../../ipc/generated/core";
import { fakePlatform, goTo, renderInWorkspace } from "../../testing";
import { ClaimsScreen } from "./ClaimsScreen";

beforeAll(startWording);
beforeEach(() => localStorage.clear());

const lacks = {
  statement: [],
  runners: [],
  gaps: 0,
  partial: 0,
  in_place_unsaid: 0,
  not_in_place: 0,
  otherwise_stated: [],
};
const clear: Claim = {
  system: "SMS",
  edition: "20000-1:2018",
  verdict: "clear",
  lacks,
  against: [],
  ask: [],
  heed: [],
  may: [],
};
const words = [
  { word: "organisation", standard: "20000-1", sense: "part_in_scope", names: ["Operations"] },
  { word: "service", standard: "20000-1", sense: "no_own_meaning", names: [] },
];

function open(claim: Claim) {
  const core = fakePlatform({ claim_check: () => claim, scope_words: () => words });
  goTo("#settings?claims=SMS");
  renderInWorkspace(<ClaimsScreen code="SMS" />);
  return core;
}

test("where nothing stands against it that is said plainly", async () => {
  open(clear);
  expect(await screen.findByTestId("nothing-against")).toHaveTextContent("Nothing stands against it");
  expect(screen.getByTestId("verdict")).toHaveTextContent("Nothing of what is known here stands against a claim");
});

test("what is missing of the system itself is said before any rule", async () => {
  const missing = { ...lacks, statement: [{ code: "boundaries", text: "" }], runners: ["MAIL"], gaps: 36 };
  open({ ...clear, verdict: "open", lacks: missing });
  const said = within(await screen.findByTestId("claims-lacks"));
  expect(said.getByText("Nobody said who runs: MAIL")).toBeInTheDocument();
  expect(said.getByText("Clauses without evidence: 36")).toBeInTheDocument();
  expect(screen.queryByTestId("nothing-against")).toBeNull();
});

test.each([
  [{ statement: [{ code: "boundaries", text: "" }] }, "#settings?part=scopes&statement=SMS"],
  [{ runners: ["MAIL"] }, "#settings?part=scopes&open=MAIL"],
  [{ gaps: 36 }, "#clauses?standard=20000-1&show=gap"],
  [{ partial: 3 }, "#clauses?standard=20000-1&show=partial"],
  [{ in_place_unsaid: 2 }, "#settings?applicability=SMS&show=lacking"],
  [{ not_in_place: 2 }, "#settings?applicability=SMS&show=off"],
])("what is missing leads to where it is settled: %o", async (missing, place) => {
  open({ ...clear, verdict: "open", lacks: { ...lacks, ...missing } as Claim["lacks"] });
  await userEvent.click(within(await screen.findByTestId("claims-lacks")).getByRole("button"));
  expect(window.location.hash).toBe(place);
});

test("a finding names its rule, what it is about and what that lacks, and leads there", async () => {
  const about = [{ kind: "party" as const, name: "Data centre Ltd", with: ["contract_services", "contract_targets"] }];
  const finding = { rule: "CL-36", effect: "require" as const, says: "", clauses: ["20000-1/8.3.4.1"], about };
  open({ ...clear, verdict: "open", against: [finding] });
  const against = within(await screen.findByTestId("claims-against"));
  expect(against.getByText("CL-36")).toBeInTheDocument();
  expect(against.getByText(/Services, Targets/)).toBeInTheDocument();
  expect(screen.queryByTestId("nothing-against")).toBeNull();
  await userEvent.click(against.getByRole("button", { name: "Data centre Ltd" }));
  expect(window.location.hash).toBe("#settings?part=parties&open=Data+centre+Ltd");
});

test("words of the scope stand beside it until they are switched off, and none that the standard does not define", async () => {
  open(clear);
  const said = await screen.findByTestId("scope-words");
  expect(said).toHaveTextContent("Operations");
  expect(within(said).queryByText("Service")).toBeNull();
  sayWords(false);
  await screen.findByTestId("nothing-against");
  expect(screen.queryByTestId("scope-words")).toBeNull();
});

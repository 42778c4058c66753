import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { RuleInForce } from "../../ipc/generated/core";
import { fakePlatform, renderInWorkspace } from "../../testing";
import { Rules } from "./Rules";
import { typed } from "./rulewords";

beforeAll(startWording);

const rules: RuleInForce[] = [
  { rule: "reviewers", type: "", value: 0, said: false },
  { rule: "approvers", type: "", value: 1, said: false },
  { rule: "approvers", type: "policy", value: 2, said: true },
  { rule: "in_order", type: "", value: false, said: false },
  { rule: "signed", type: "", value: false, said: false },
  { rule: "interval", type: "", value: 0, said: false },
  { rule: "numbering", type: "", value: "", said: false },
  { rule: "notice", type: "", value: 30, said: false },
  { rule: "notice", type: "policy", value: 1, said: true },
];

function open() {
  const effect = {
    now: 2,
    then: 3,
    documents: 4,
    without_interval: 0,
    announced: null,
    under_way: 1,
    codes: ["QP-01"],
  };
  const core = fakePlatform({
    rule_list: () => rules,
    rule_set_preview: ({ rule }: { rule: string }) => ({ rule, ...effect }),
    rule_set: () => rules,
  });
  renderInWorkspace(<Rules />);
  return core;
}

test("a type without a word of its own shows what holds for all, and says so", async () => {
  open();
  expect(await screen.findByRole("button", { name: "Approvers at least, Policy: 2" })).toHaveClass("strong");
  expect(screen.getByRole("button", { name: "Approvers at least, Form: 1, as for all" })).toHaveClass("muted");
});

test("a rule is set only after its effect was shown, with a reason", async () => {
  const core = open();
  await userEvent.click(await screen.findByRole("button", { name: "Approvers at least, Policy: 2" }));
  const value = screen.getByRole("textbox", { name: "Value" });
  await userEvent.clear(value);
  await userEvent.type(value, "3");
  expect(await screen.findByTestId("effect")).toHaveTextContent("Now: 2. Then: 3.");
  expect(screen.getByTestId("effect")).toHaveTextContent("keep the rule they began with: 1");
  expect(screen.getByTestId("rule-set")).toBeDisabled();
  await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), "four eyes");
  await userEvent.click(screen.getByTestId("rule-set"));
  expect(core.requests("rule_set")[0]).toEqual({ rule: "approvers", type: "policy", value: 3, reason: "four eyes" });
});

test("a rule is taken away for a type", async () => {
  const core = open();
  await userEvent.click(await screen.findByRole("button", { name: "Approvers at least, Policy: 2" }));
  await userEvent.click(screen.getByRole("checkbox", { name: /as for all/ }));
  await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), "one is enough");
  await userEvent.click(await screen.findByTestId("rule-set"));
  expect(core.requests("rule_set")[0]).toMatchObject({ type: "policy", value: null });
});

test("a notice is said in days, and what it announces before it is set", async () => {
  const core = fakePlatform({
    rule_list: () => rules,
    rule_set_preview: () => ({
      rule: "notice",
      now: 1,
      then: 90,
      documents: 4,
      without_interval: 0,
      announced: [1, 3],
      under_way: 0,
      codes: [],
    }),
    rule_set: () => rules,
  });
  renderInWorkspace(<Rules />);
  await userEvent.click(await screen.findByRole("button", { name: "Days of notice before a review, Policy: 1 day" }));
  const value = screen.getByRole("textbox", { name: "Value" });
  await userEvent.clear(value);
  await userEvent.type(value, "90");
  const effect = await screen.findByTestId("effect");
  expect(effect).toHaveTextContent("Now: 1 day. Then: 90 days.");
  expect(effect).toHaveTextContent("Reviews announced today: 1 before, 3 after.");
  expect(core.requests("rule_set_preview").at(-1)).toMatchObject({ rule: "notice", type: "policy", value: 90 });
});

test("a pattern shows the next code before it is set, and one that is none says why", async () => {
  const core = fakePlatform({
    rule_list: () => rules,
    rule_set_preview: ({ value }: { value: string }) => {
      if (!value.includes("{number"))
        throw { code: "invalid_value", reason: "rule_pattern_without_number", values: { pattern: value, usual: "U" } };
      return {
        rule: "numbering",
        now: "",
        then: value,
        documents: 4,
        without_interval: 0,
        announced: null,
        next: [null, "FO-007"],
        under_way: 0,
        codes: [],
      };
    },
    rule_set: () => rules,
  });
  renderInWorkspace(<Rules />);
  await userEvent.click(
    await screen.findByRole("button", { name: "Numbers of new documents, Form: by hand, as for all" }),
  );
  const value = screen.getByRole("textbox", { name: "Value" });
  await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), "one form");
  await userEvent.clear(value);
  await userEvent.type(value, "FO-");
  expect(await screen.findByText("“FO-” has no place for the number, or several")).toBeVisible();
  expect(screen.getByTestId("rule-set")).toBeDisabled();
  await userEvent.type(value, "{{number:3}");
  expect(await screen.findByText("Next code: by hand before, FO-007 after.")).toBeVisible();
  await userEvent.click(screen.getByTestId("rule-set"));
  expect(core.requests("rule_set")[0]).toMatchObject({ rule: "numbering", type: "form", value: "FO-{number:3}" });
});

test("numbers out of range, signs and blanks are no value", () => {
  expect([typed("approvers", "0"), typed("approvers", "21"), typed("interval", "-1"), typed("reviewers", "")]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([typed("notice", "0"), typed("notice", "366"), typed("notice", "365")]).toEqual([undefined, undefined, 365]);
  expect([typed("interval", "0"), typed("approvers", "20"), typed("signed", "no")]).toEqual([0, 20, false]);
});

import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../i18n";
import type { Due, DueItem, DueKind } from "../ipc/generated/core";
import { fakePlatform, goTo, renderInWorkspace } from "../testing";
import { DueAction } from "./DueAction";

beforeAll(startWording);

const item = (kind: DueKind, due: Due, overdue: DueItem["overdue"]): DueItem => ({
  kind,
  code: "X-1",
  title: "Title",
  owner: "",
  due,
  overdue,
  point: null,
  certificate: null,
  control: null,
  uid: "x",
});
const day = (text: string): Due => ({ precision: "day", day: text });

test("an unclear date is settled by one of its readings, without a reason", async () => {
  const core = fakePlatform({ document_set_review: () => ({ next: "2026-03-12", documents: 1 }) });
  const due: Due = { precision: "ambiguous", day_first: "2026-12-03", month_first: "2026-03-12" };
  renderInWorkspace(<DueAction item={item("document_review", due, "by_one_reading")} />);
  await userEvent.click(screen.getByRole("button", { name: "Set the date" }));
  await userEvent.click(await screen.findByRole("button", { name: "2026-03-12" }));
  expect(core.requests("document_set_review")).toEqual([{ codes: ["X-1"], next: "2026-03-12", reason: "" }]);
});

test("an ended record is replaced, one that ends later is opened", async () => {
  fakePlatform();
  goTo("#today");
  const late = renderInWorkspace(<DueAction item={item("record_expiry", day("2026-01-01"), "yes")} />);
  await userEvent.click(screen.getByRole("button", { name: "Replace" }));
  expect(window.location.hash).toBe("#records?open=X-1&do=replace");
  late.unmount();
  renderInWorkspace(<DueAction item={item("record_expiry", day("2027-01-01"), "no")} />);
  await userEvent.click(screen.getByRole("button", { name: "Open" }));
  expect(window.location.hash).toBe("#records?open=X-1");
});

test("a wish for a revision leads to its document", async () => {
  fakePlatform();
  renderInWorkspace(<DueAction item={item("document_revision", day("2026-01-01"), "yes")} />);
  await userEvent.click(screen.getByRole("button", { name: "Open" }));
  expect(window.location.hash).toBe("#documents?open=X-1");
});

test("a point leads to the clause at which it stands open", async () => {
  fakePlatform();
  const point = { id: "OP-027", at: "9001:2015/5.2.1", stands: ["9001:2015/5.2.1"], what: "The policy names quality" };
  renderInWorkspace(<DueAction item={{ ...item("open_point", day("2026-01-01"), "yes"), point }} />);
  await userEvent.click(screen.getByRole("button", { name: "Open" }));
  expect(window.location.hash).toBe("#clauses?open=9001%3A2015%2F5.2.1");
});

test("a certificate is opened among the certificates", async () => {
  fakePlatform();
  renderInWorkspace(
    <DueAction item={{ ...item("certificate", day("2026-01-01"), "yes"), certificate: "surveillance" }} />,
  );
  await userEvent.click(screen.getByRole("button", { name: "Open" }));
  expect(window.location.hash).toBe("#settings?part=certificates&open=X-1");
});

test("a control that is planned opens where it was decided", async () => {
  fakePlatform();
  goTo("#today");
  const control = { system: "ISMS", at: "27001:2022/A.5.7" };
  renderInWorkspace(<DueAction item={{ ...item("control", day("2026-01-01"), "yes"), code: "A.5.7", control }} />);
  await userEvent.click(screen.getByRole("button", { name: "Open" }));
  expect(window.location.hash).toBe("#settings?applicability=ISMS&open=A.5.7");
});

import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { Person } from "../../ipc/generated/core";
import { fakePlatform, goTo, info, renderInWorkspace } from "../../testing";
import { People } from "./People";

beforeAll(startWording);

const ada: Person = { ...(info.person as Person), id: "a", name: "Ada", email: "ada@x", role: "approver" };
const bob: Person = { ...ada, id: "b", name: "Bob", email: "bob@x", key: "ssh-ed25519 NOW", fingerprint: "SHA256:now" };

function open(email: string, answers: object = {}) {
  const keys = [
    { key: "ssh-ed25519 NOW", since: "2026-11-01", until: null, why: "" },
    { key: "ssh-ed25519 OLD", since: "2025-01-01", until: "2026-11-01", why: "lost" },
  ];
  const core = fakePlatform({
    person_list: () => [ada, bob],
    person_keys: ({ email: of }: { email: string }) => (of === "bob@x" ? keys : []),
    ...answers,
  });
  goTo(`settings?part=people&open=${encodeURIComponent(email)}`);
  renderInWorkspace(<People />);
  return core;
}

test("a key stands there with its days, and those of the past stay in view", async () => {
  open("bob@x");
  expect(await screen.findByTestId("fingerprint")).toHaveTextContent("SHA256:now");
  const past = await screen.findByTestId("past-keys");
  expect(past).toHaveTextContent("OLD");
  expect(past).toHaveTextContent("2025-01-01 to 2026-11-01");
});

test("a key is made only with the same passphrase twice, which is never shown", async () => {
  const core = open("ada@x", { person_key_generate: () => ({ person: ada, file: "/config/people/a.key" }) });
  await userEvent.click(await screen.findByTestId("make-key"));
  const first = screen.getByLabelText("Passphrase");
  await userEvent.type(first, "correct horse battery");
  const again = screen.getByLabelText("The passphrase once more");
  expect([first, again].map((e) => e.getAttribute("type"))).toEqual(["password", "password"]);
  await userEvent.type(again, "correct horse");
  expect(screen.getByTestId("key-made")).toBeDisabled();
  await userEvent.type(again, " battery");
  await userEvent.click(screen.getByTestId("key-made"));
  expect(core.requests("person_key_generate")[0]).toEqual({ email: "ada@x", passphrase: "correct horse battery" });
});

test("whoever stands in is somebody else who may decide", async () => {
  open("ada@x");
  await userEvent.click(await screen.findByTestId("go-away"));
  const dialog = screen.getByRole("dialog");
  const offered = within(dialog).getAllByRole("option");
  expect(offered.map((o) => (o as HTMLOptionElement).value)).toEqual(["", "bob@x"]);
});

test("leaving takes a day and a successor", async () => {
  const core = open("ada@x", { person_leave: () => ada });
  await screen.findByTestId("person-key");
  await userEvent.click(screen.getAllByRole("button", { name: "Leaves" })[0] as HTMLElement);
  const day = screen.getByRole("textbox", { name: "First day not there" });
  await userEvent.clear(day);
  await userEvent.type(day, "2026-12-31");
  await userEvent.selectOptions(screen.getByRole("combobox"), "bob@x");
  await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), "retires{Control>}{Enter}{/Control}");
  expect(core.requests("person_leave")[0]).toEqual({
    email: "ada@x",
    on: "2026-12-31",
    successor: "bob@x",
    reason: "retires",
  });
});

test("whoever leaves stands there with the day and who takes over", async () => {
  const gone = { ...ada, id: "c", name: "Cy", email: "cy@x", left_on: "2026-12-31", successor: "bob@x" };
  fakePlatform({ person_list: () => [gone, bob], person_keys: () => [] });
  goTo("settings?part=people");
  const { container } = renderInWorkspace(<People />);
  expect(await screen.findByText("Cy")).toBeInTheDocument();
  const row = container.querySelector('[data-email="cy@x"]');
  expect(row).toHaveTextContent("2026-12-31");
  expect(row).toHaveTextContent("Bob");
});

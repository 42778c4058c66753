import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import { fakePlatform, goTo, info, renderInWorkspace } from "../../testing";
import { SettingsScreen } from "./SettingsScreen";

beforeAll(startWording);

/** A core whose organisation counts by this zone, or by none. */
function core(time_zone: string | null) {
  const organisation = { name: info.organisation, time_zone, today: info.today, machine_zone: "Asia/Tokyo" };
  const asked = fakePlatform({
    organisation_show: () => organisation,
    organisation_set: () => organisation,
    time_zone_list: () => ["Asia/Tokyo", "Europe/Berlin", "UTC"],
  });
  goTo("#settings?part=organisation");
  renderInWorkspace(<SettingsScreen />);
  return asked;
}

test("where no time zone was set Settings say so and offer the machine's", async () => {
  const { requests } = core(null);
  expect(await screen.findByText(/No time zone was set.*Asia\/Tokyo/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Change" }));
  await waitFor(() => expect(screen.getByRole("combobox", { name: "Time zone" })).toHaveValue("Asia/Tokyo"));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(requests("organisation_set")).toEqual([{ time_zone: "Asia/Tokyo" }]));
});

test("another zone is chosen among those there are", async () => {
  const { requests } = core("UTC");
  expect(await screen.findByText(/Days count by it/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Change" }));
  await screen.findByRole("option", { name: "Europe/Berlin" });
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Time zone" }), "Europe/Berlin");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(requests("organisation_set")).toEqual([{ time_zone: "Europe/Berlin" }]));
});

test("a name is corrected only with a reason", async () => {
  const { requests } = core("UTC");
  await userEvent.click(screen.getByRole("button", { name: "Correct" }));
  const dialog = within(await screen.findByRole("dialog"));
  const save = () => dialog.getByRole("button", { name: "Correct" });
  const name = dialog.getByLabelText("Organisation");
  await userEvent.clear(name);
  await userEvent.type(name, "Example Ltd");
  expect(save()).toBeDisabled();
  await userEvent.type(dialog.getByLabelText("Reason"), "As in the register of companies");
  await userEvent.click(save());
  await waitFor(() =>
    expect(requests("organisation_set")).toEqual([{ name: "Example Ltd", reason: "As in the register of companies" }]),
  );
});

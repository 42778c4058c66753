import { waitFor } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../i18n";
import { fakePlatform, renderInWorkspace } from "../testing";
import { useKeptBackground } from "./background";

beforeAll(startWording);

function Window() {
  useKeptBackground();
  return null;
}

test("the background colour of the page is kept for the next window", async () => {
  const core = fakePlatform({ host_keep_background: () => ({}) });
  document.body.style.backgroundColor = "rgb(23, 24, 27)";
  renderInWorkspace(<Window />);
  await waitFor(() => expect(core.requests("host_keep_background")).toEqual([{ background: [23, 24, 27] }]));
});

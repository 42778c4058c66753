import { waitFor } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../i18n";
import { draw, machine } from "../testing";
import { useGround } from "./ground";

beforeAll(startWording);

function Window() {
  useGround();
  return null;
}

test("the colour behind everything is kept for the next window", async () => {
  const core = machine({ host_keep_ground: () => ({}) });
  document.body.style.backgroundColor = "rgb(23, 24, 27)";
  draw(<Window />);
  await waitFor(() => expect(core.of("host_keep_ground")).toEqual([{ ground: [23, 24, 27] }]));
});

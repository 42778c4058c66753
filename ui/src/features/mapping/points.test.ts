import { expect, test } from "vitest";
import type { PointShown } from "../../ipc/generated/core";
import { nameBeside } from "../../kit/standards";
import { pointPlace, pointsAt } from "./points";

const point = (keeps_open: string[]) => ({ keeps_open }) as PointShown;

test("a card counts what keeps its clause open, a part of it or what stands above it", () => {
  const all = [
    point(["20000-1:2018/8.7.3"]),
    point(["20000-1:2018/8.7.3.2"]),
    point(["20000-1:2018/8.7"]),
    point(["20000-1:2018/8.7.30"]),
    point(["27001:2022/8.2"]),
  ];
  expect(pointsAt(all, "20000-1:2018/8.7.3")).toEqual(all.slice(0, 3));
  expect(pointsAt(all, "27001:2022/8.2")).toEqual(all.slice(4));
});

test("a point stands where the organisation has it", () => {
  nameBeside(["27001:2022"]);
  expect(pointPlace({ stands: ["27001:2022/A.5.24"] })).toBe("27001 A.5.24");
  nameBeside(["27001:2013", "27001:2022"]);
  expect(pointPlace({ stands: ["27001:2013/A.16"] })).toBe("27001:2013 A.16");
  nameBeside([]);
});

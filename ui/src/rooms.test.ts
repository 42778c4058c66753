// The walls between the rooms stand in biome.json: here each of them is run into.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ui = resolve(import.meta.dirname, "..");
const place = mkdtempSync(join(tmpdir(), "rooms-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A room, what it may not import, and what it may. */
const ROOMS: [room: string, not: string[], may: string[]][] = [
  ["platform", ["../ipc", "../kit/dates", "@mantine/core", "@tanstack/react-query"], ["@tauri-apps/api/core"]],
  ["ipc", ["../i18n", "../kit", "../here/state", "@tauri-apps/api/core", "@mantine/core"], ["../platform"]],
  ["i18n", ["../platform", "../kit/dates", "@tauri-apps/api/core", "@tanstack/react-query"], ["i18next"]],
  [
    "kit",
    ["../ipc", "../ipc/call", "../ipc/questions", "../platform", "../here/state", "@tanstack/react-query"],
    ["../i18n", "../ipc/refusal", "../ipc/generated/core", "@mantine/core"],
  ],
  [
    "here",
    ["../app/Shell", "../features/today/TodayScreen", "@tauri-apps/api/core", "@mantine/core"],
    ["../platform", "../ipc", "../ipc/parts", "../i18n", "../kit", "../kit/dates"],
  ],
  [
    "features/filing",
    ["../../app/Rail", "../mapping/Decide", "../today/Tasks", "@tanstack/react-query", "@mantine/core"],
    ["../../platform", "../../ipc", "../../i18n", "../../kit/dates", "../../here/state"],
  ],
  ["features/documents", ["../../app/Rail", "../filing/entry"], ["../mapping/Satisfies", "../../here/state"]],
  ["features/approval", ["../documents/decisions", "../filing/entry"], ["../comparing/Comparison", "../../here/state"]],
  [
    "features/applicability",
    ["../documents/decisions", "../filing/entry"],
    ["../importing/meanings", "../../here/state"],
  ],
  ["features/clauses/rows", ["../../mapping/Decide", "../../../app/Rail"], []],
  ["app", ["@tauri-apps/api/core", "@tanstack/react-query", "@mantine/core"], ["../features/today/TodayScreen"]],
  [".", ["@tauri-apps/api/core", "@tanstack/react-query"], ["./app/App"]],
];

const write = (file: string, text: string) => {
  const path = join(place, "src", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const broken = (room: string, n: number, how: string) => join(room, `${how}${n}.ts`);

/** What was reported, as `rule file:line`. */
let found: string[] = [];

beforeAll(() => {
  copyFileSync(join(ui, "biome.json"), join(place, "biome.json"));
  for (const [room, not, may] of ROOMS) {
    for (const [n, path] of not.entries()) {
      write(broken(room, n, "static"), `import { a } from "${path}";\nconsole.log(a);\n`);
      write(broken(room, n, "again"), `export { a } from "${path}";\n`);
      write(broken(room, n, "lazy"), `console.log(() => import("${path}"));\n`);
    }
    write(join(room, "sound.ts"), may.map((path, n) => `export { a as a${n} } from "${path}";\n`).join(""));
  }
  write("kit/one.ts", 'import { two } from "./two";\nexport const one = () => two;\n');
  write("kit/two.ts", 'import { one } from "./one";\nexport const two = () => one;\n');
  const { stdout } = spawnSync(
    join(ui, "node_modules/.bin/biome"),
    [
      "lint",
      "--reporter=github",
      "--max-diagnostics=none",
      "--only=noRestrictedImports",
      "--only=noImportCycles",
      "src",
    ],
    { cwd: place, encoding: "utf8" },
  );
  found = [...stdout.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+),/g)].map(
    ([, rule, file = ""]) => `${rule} ${file.slice(file.indexOf("src/") + 4)}`,
  );
}, 60_000);

test.each(ROOMS)("%s is kept from what stands behind it, however that is imported", (room, not) => {
  for (const n of not.keys()) {
    for (const how of ["static", "again", "lazy"]) {
      expect(found, `${room} imports ${not[n]}`).toContain(`noRestrictedImports ${broken(room, n, how)}`);
    }
  }
});

test.each(ROOMS)("%s may use what stands before it", (room) => {
  expect(found.filter((one) => one.endsWith(` ${join(room, "sound.ts")}`))).toEqual([]);
});

test("no import goes in a circle", () => {
  expect(found).toContain("noImportCycles kit/one.ts");
  expect(found).toContain("noImportCycles kit/two.ts");
});

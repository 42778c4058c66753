// Pictures of every screen, made from the sample organisation through the development bridge.
//   node scripts/shots.mjs OUT [light|dark|both] [WIDTHxHEIGHT …] [--only name,name] [--lang de]
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";

const [out = "shots", theme = "both", ...rest] = process.argv.slice(2);
const sizes = rest.filter((r) => /^\d+x\d+$/.test(r));
const after = (name) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);
const only = after("--only")?.split(",");
const language = after("--lang") ?? "en";
const root = new URL("../..", import.meta.url).pathname;
const place = mkdtempSync(join(tmpdir(), "shots-"));
const workspace = join(place, "ws");
execFileSync(join(root, "target/debug/clausebook"), ["--config", join(place, "config"), "demo", workspace], {
  stdio: "ignore",
});
mkdirSync(out, { recursive: true });

async function bridge(folder) {
  const child = spawn(join(root, "target/debug/examples/bridge"), [
    "--ui",
    join(root, "ui/dist"),
    "--config",
    join(place, folder ? "config" : "config2"),
    "--home",
    folder ? join(place, "home") : "/home/you/Clausebook",
    ...(folder ? [folder] : []),
  ]);
  const url = await new Promise((done) => child.stdout.once("data", (d) => done(String(d).trim())));
  return { url, child };
}

const full = await bridge(workspace);
const me = JSON.stringify({ name: "host_act_as", request: { email: "quality@example.org" }, job: 0 });
await (await fetch(`${full.url}/call`, { method: "POST", body: me })).text();
const empty = await bridge();
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium" });

const steps = {
  "first-run": { start: empty, do: async (p) => p.waitForSelector("form") },
  today: { hash: "#today", wait: ".mains" },
  documents: {
    hash: "#documents",
    wait: "[data-id]",
    do: async (p) => {
      await p.locator("[data-id]").nth(3).click();
      await p.waitForSelector("[data-testid=inspector] h2");
      await p.waitForTimeout(700);
    },
  },
  selection: {
    hash: "#documents",
    wait: "[data-id]",
    do: async (p) => {
      await p.locator("[data-id]").nth(2).click();
      await p
        .locator("[data-id]")
        .nth(3)
        .click({ modifiers: ["Control"] });
      await p
        .locator("[data-id]")
        .nth(6)
        .click({ modifiers: ["Control"] });
      await p.waitForTimeout(300);
    },
  },
  records: {
    hash: "#records",
    wait: "[data-id]",
    do: async (p) => {
      await p.locator("[data-id]").nth(2).click();
      await p.waitForTimeout(900);
    },
  },
  clauses: { hash: "#clauses", wait: "[data-testid=spine]" },
  "clause-opened": {
    hash: "#clauses?open=20000-1%3A2018%2F8.5.1",
    wait: "[data-testid=proposals]",
    do: async (p) => p.waitForTimeout(300),
  },
  reviews: { hash: "#reviews", wait: "section" },
  month: { hash: "#reviews?view=month", wait: ".toolbar" },
  review: {
    hash: "#today",
    wait: ".tasks",
    do: async (p) => {
      await p.locator(".tasks button.outline").first().click();
      await p.waitForSelector("[role=radiogroup]");
      await p.waitForTimeout(200);
    },
  },
  audits: { hash: "#audits", wait: "[data-code]" },
  pack: { hash: "#audits?pack=AUD-2026-1", wait: ".card", do: async (p) => p.waitForTimeout(400) },
  integrity: {
    hash: "#integrity",
    wait: "[data-id]",
    do: async (p) => {
      await p.locator("[data-testid=verify]").click();
      await p.waitForSelector("[data-testid=verdict]");
      await p.locator("[data-id]").nth(3).click();
      await p.waitForTimeout(300);
    },
  },
  settings: { hash: "#settings?part=scopes", wait: ".card" },
  palette: {
    hash: "#clauses",
    wait: "[data-testid=spine]",
    do: async (p) => {
      await p.keyboard.press("Control+k");
      await p.keyboard.type("change");
      await p.waitForTimeout(700);
    },
  },
};

for (const size of sizes.length ? sizes : ["1440x900"]) {
  const [width, height] = size.split("x").map(Number);
  for (const scheme of theme === "both" ? ["light", "dark"] : [theme]) {
    for (const [name, step] of Object.entries(steps)) {
      if (only && !only.includes(name)) continue;
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
      page.on("console", (m) => m.type() === "error" && console.error(`${name}: ${m.text()}`));
      page.on("pageerror", (e) => console.error(`${name}: ${e}`));
      const base = (step.start ?? full).url;
      await page.addInitScript(
        ([t, l]) => {
          localStorage.setItem("theme", t);
          localStorage.setItem("language", l);
        },
        [scheme, language],
      );
      await page.goto(`${base}/${step.hash ?? ""}`);
      try {
        if (step.wait) await page.waitForSelector(step.wait, { timeout: 8000 });
        await step.do?.(page);
      } catch (e) {
        console.error(`${name}: ${e.message.split("\n")[0]}`);
      }
      const end = `${sizes.length > 1 ? `-${size}` : ""}${scheme === "dark" ? "-dark" : ""}${language === "en" ? "" : `-${language}`}`;
      await page.screenshot({ path: join(out, `${name}${end}.png`) });
      await page.close();
    }
  }
}
await browser.close();
full.child.kill();
empty.child.kill();
rmSync(place, { recursive: true, force: true });

import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests/flows",
  workers: 2,
  timeout: 60_000,
  // What passes only the second time is told as flaky: a cause to look for, not a reason to stop.
  retries: 1,
  // Conditions are waited for; a slow machine only waits longer.
  expect: { timeout: 20_000 },
  reporter: "line",
  outputDir: "test-results",
  use: { viewport: { width: 1440, height: 900 }, launchOptions: { executablePath: "/usr/bin/chromium" } },
});

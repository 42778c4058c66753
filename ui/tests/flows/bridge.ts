// Starts the development bridge on a workspace of its own: the real core behind a real browser.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, expect, type Page } from "@playwright/test";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const program = join(root, "target/debug/clausebook");

export class Bridge {
  constructor(
    readonly place: string,
    public url: string,
    private child: ChildProcess,
  ) {}

  /** On the sample organisation, on one where nothing is decided and nothing filed, or without a workspace. */
  static async start(on: "sample" | "bare" | "nothing"): Promise<Bridge> {
    const place = mkdtempSync(join(tmpdir(), "flows-"));
    const ws = join(place, "ws");
    const run = (...args: string[]) =>
      execFileSync(program, ["--config", join(place, "config"), ...args], { stdio: "ignore" });
    if (on === "sample") run("demo", ws);
    if (on === "bare") {
      const manager = ["--email", "quality@example.org", "--role", "quality-manager"];
      run("init", ws, "--organisation", "Fjordlink Managed Services");
      run("-w", ws, "person", "add", "Quality Manager", ...manager);
    }
    const [url, child] = await Bridge.serve(place, on === "nothing" ? [] : [ws]);
    const started = new Bridge(place, url, child);
    if (on !== "nothing") await started.call("host_act_as", { email: "quality@example.org" });
    return started;
  }

  private static async serve(place: string, more: string[]): Promise<[string, ChildProcess]> {
    const own = ["--ui", join(root, "ui/dist"), "--config", join(place, "config"), "--home", join(place, "home")];
    const child = spawn(join(root, "target/debug/examples/bridge"), [...own, ...more]);
    const url = await new Promise<string>((done) => child.stdout.once("data", (data) => done(String(data).trim())));
    return [url, child];
  }

  /** The program ended and started again, where a day is given on that day. */
  async again(today?: string): Promise<void> {
    const gone = new Promise((done) => this.child.once("exit", done));
    this.child.kill();
    await gone;
    [this.url, this.child] = await Bridge.serve(this.place, [
      ...(today ? ["--today", today] : []),
      join(this.place, "ws"),
    ]);
  }

  /** Calls a command as the page does. */
  async call(name: string, request: unknown): Promise<void> {
    await (await fetch(`${this.url}/call`, { method: "POST", body: JSON.stringify({ name, request, job: 0 }) })).text();
  }

  /** Runs the terminal program on the same workspace. */
  cli(...args: string[]): string {
    const ours = ["--config", join(this.place, "config")];
    if (!args.includes("-w")) ours.push("-w", join(this.place, "ws"));
    return execFileSync(program, [...ours, ...args], { encoding: "utf8" });
  }

  /** How many entries the ledger has. */
  entries(): number {
    return JSON.parse(this.cli("ledger", "log", "--json", "--limit", "1")).size;
  }

  /** The process that holds the core. */
  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** What the next dialog answers. */
  async answer(...paths: string[]): Promise<void> {
    await fetch(`${this.url}/answers`, { method: "POST", body: JSON.stringify(paths) });
  }

  file(name: string, text: string): string {
    const path = join(this.place, name);
    execFileSync("mkdir", ["-p", dirname(path)]);
    writeFileSync(path, text);
    return path;
  }

  stop(): void {
    this.child.kill();
    rmSync(this.place, { recursive: true, force: true });
  }
}

/** What the page complains about fails the test. */
export function strict(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404")) complaints.push(message.text());
  });
  return complaints;
}

/** Drops files on the window, as the shell would tell it. */
export async function drop(page: Page, paths: string[]): Promise<void> {
  // Nobody takes what is dropped before the first screen is there.
  await page.waitForFunction(() => "dropForTest" in window);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(
    (given) => (window as unknown as { dropForTest: (p: string[]) => Promise<void> }).dropForTest(given),
    paths,
  );
}

export const test = base.extend<{ sample: Bridge; bare: Bridge; fresh: Bridge }>({
  // biome-ignore lint/correctness/noEmptyPattern: the form of a fixture without others
  sample: async ({}, use) => {
    const bridge = await Bridge.start("sample");
    await use(bridge);
    bridge.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: the form of a fixture without others
  bare: async ({}, use) => {
    const bridge = await Bridge.start("bare");
    await use(bridge);
    bridge.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: the form of a fixture without others
  fresh: async ({}, use) => {
    const bridge = await Bridge.start("nothing");
    await use(bridge);
    bridge.stop();
  },
});

export { expect };

// Every class that a style is written for is one that the page, or the library below it, gives to something.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = new URL("../src", import.meta.url).pathname;
const files = readdirSync(root, { recursive: true });
const read = (f) => readFileSync(join(root, f), "utf8");
const source = files.filter((f) => /\.tsx?$/.test(f) && !/\.test\.|generated/.test(f)).map(read);
const texts = source.flatMap((s) => s.match(/"[^"\n]*"|`[^`]*`/g) ?? []).join(" ");
const library = ["mantine-Modal-content", "mantine-Overlay-root"];
const given = new Set([...(texts.match(/[A-Za-z_][\w-]*/g) ?? []), ...library]);
const unused = files
  .filter((f) => f.endsWith(".css"))
  .flatMap((f) => {
    const css = read(f).replace(/\/\*.*?\*\/|"[^"]*"/gs, "");
    const dressed = new Set([...css.matchAll(/\.([A-Za-z_][\w-]*)/g)].map((m) => m[1]));
    return [...dressed].filter((c) => !given.has(c)).map((c) => `${f}: nothing is called .${c}`);
  });
if (unused.length > 0) {
  console.error(unused.join("\n"));
  process.exit(1);
}

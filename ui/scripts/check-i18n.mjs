// Every key the page asks for stands in the table with both languages, with the same placeholders; and no key of the
// table is forgotten. Keys put together from parts count by their beginning.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addresses, ofShell, readWording } from "./wording.mjs";

const root = new URL("../src", import.meta.url).pathname;
const files = readdirSync(root, { recursive: true }).filter(
  (f) => /\.(ts|tsx)$/.test(f) && !f.includes(".test.") && !f.includes("generated"),
);
const source = files.map((f) => readFileSync(join(root, f), "utf8")).join("\n");
const table = new Map();
const wrong = [];
for (const { key, en, de } of readWording(join(root, "i18n/wording.csv"))) {
  if (table.has(key)) wrong.push(`twice: ${key}`);
  if (!en || !de) wrong.push(`not in both languages: ${key}`);
  const holes = (text) =>
    [...(text ?? "").matchAll(/\{(\w+)\}/g)]
      .map((m) => m[1])
      .sort()
      .join();
  if (holes(en) !== holes(de)) wrong.push(`other placeholders in German: ${key}`);
  if (addresses(de)) wrong.push(`addresses the reader in German: ${key}`);
  table.set(key, [en, de]);
}
const asked = new Set([...source.matchAll(/"((?:[a-z][\w]*\.)+[\w.-]+)"/g)].map((m) => m[1]));
const called = [...source.matchAll(/\b(?:t|plain)\(\s*"([^"]+)"/g)].map((m) => m[1]);
for (const key of called) if (!table.has(key)) wrong.push(`missing: ${key}`);
const started = [...source.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z]+)*\.)\$\{/g)].map((m) => m[1]);
// Words of values, by the table of where they stand.
const values = readFileSync(join(root, "kit/happened.ts"), "utf8").match(/const WORDS[^{]*\{([^}]*)\}/)?.[1] ?? "";
for (const [, name] of values.matchAll(/: "(\w+)"/g)) started.push(`${name}.`);
for (const start of new Set(started))
  if (![...table.keys()].some((k) => k.startsWith(start))) wrong.push(`nothing begins with: ${start}`);
// What a check of the core says by a code is said with its values.
const types = readFileSync(join(root, "ipc/generated/core.ts"), "utf8");
const plain = types.replaceAll(/\/\*\*[\s\S]*?\*\//g, "");
const says = plain.match(/export type CheckFact = ([^;]*);/)?.[1].split("|") ?? [];
if (says.length < 2) wrong.push("the codes of a check are not found");
for (const kind of says) {
  const [, code, rest] = kind.match(/"code": "(\w+)"(.*)/s);
  const key = `check.said.${code}`;
  const text = table.get(key)?.[0];
  if (!text) wrong.push(`missing: ${key}`);
  for (const [, value] of rest.matchAll(/(\w+): /g)) {
    if (text && !text.includes(`{${value}}`)) wrong.push(`${key} says nothing of ${value}`);
  }
}
const later = /^(term|verdict|soa|planner|audit\.(answer|verdict))/;
for (const key of table.keys()) {
  if (ofShell(key)) continue;
  const used = asked.has(key) || called.includes(key) || started.some((s) => key.startsWith(s)) || later.test(key);
  if (!used) wrong.push(`never used: ${key}`);
}
if (wrong.length > 0) {
  console.error([...new Set(wrong)].sort().join("\n"));
  process.exit(1);
}
console.log(`${table.size} wordings in two languages, ${new Set(called).size} asked for by name`);

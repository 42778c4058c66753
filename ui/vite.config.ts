import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { readTable } from "./src/i18n/table.ts";

// As JSON in a string for each language, which is read many times faster than a table or a script, and only when it is spoken.
const wording = {
  name: "wording",
  transform(code: string, id: string) {
    if (!id.endsWith("wording.csv")) return;
    const languages = Object.entries(readTable(code)).map(
      ([language, words]) => `${language}: () => JSON.parse(${JSON.stringify(JSON.stringify(words))})`,
    );
    return `export default { ${languages.join(", ")} }`;
  },
};

export default defineConfig({
  plugins: [react(), wording],
  // Nothing inline: the policy of the shell allows scripts, styles and fonts from files only.
  build: {
    assetsInlineLimit: 0,
    target: "es2022",
    chunkSizeWarningLimit: 900,
    // What the page begins with in one file, all that the first screen needs in a second.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "first", tags: ["$initial"], priority: 1 },
            { name: "start", test: /src\/main\.tsx$/ },
          ],
        },
      },
    },
  },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"], setupFiles: ["src/test-setup.ts"] },
});

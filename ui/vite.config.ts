import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { wordingPlugin } from "./scripts/wording.mjs";

export default defineConfig({
  plugins: [react(), wordingPlugin],
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
  test: { environment: "jsdom", include: ["{src,scripts}/**/*.test.{ts,tsx,mjs}"], setupFiles: ["src/test-setup.ts"] },
});

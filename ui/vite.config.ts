import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { wordingPlugin } from "./scripts/wording.mjs";

/** The program, with what it imports, is fetched while the page's first script is still read, which asks for it. */
const preloadProgram: Plugin = {
  name: "preload-program",
  transformIndexHtml: {
    order: "post",
    handler(_html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((part) => part.type === "chunk");
      const program = chunks.find((chunk) => chunk.name === "program");
      const wanted = [program?.fileName, ...(program?.imports ?? [])];
      return chunks
        .filter((chunk) => wanted.includes(chunk.fileName) && !chunk.isEntry)
        .map(({ fileName }) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, href: `/${fileName}` },
          injectTo: "head",
        }));
    },
  },
};

export default defineConfig({
  plugins: [react(), wordingPlugin, preloadProgram],
  // Nothing inline: the policy of the shell allows scripts, styles and fonts from files only.
  build: {
    assetsInlineLimit: 0,
    target: "es2022",
    chunkSizeWarningLimit: 900,
    // What the page begins with waits for nothing; all that the first screen needs is in a second file.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "first", tags: ["$initial"], priority: 1 },
            { name: "program", test: /src\/main\.tsx$/ },
          ],
        },
      },
    },
  },
  test: { environment: "jsdom", include: ["{src,scripts}/**/*.test.{ts,tsx,mjs}"], setupFiles: ["src/test-setup.ts"] },
});

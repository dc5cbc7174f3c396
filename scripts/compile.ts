import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

/*
 * What the program runs from, out of what `tsc` compiled: `lib/bin/`, in which modules and libraries that are needed together are
 * one file, since Node takes a millisecond for each of a thousand files; and the scripts of the search page. What stands in
 * `lib/templates/` stays as it is, for the themes that replace single templates.
 */

const root = fileURLToPath(new URL("..", import.meta.url));

/** gray-matter's own readers of front matter, one of which runs it: ours is given to it each time, and they need not be loaded. */
const withoutEngines: Plugin = {
  name: "without-engines",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({
      contents: "module.exports = {};",
    }));
  },
};

rmSync(`${root}lib/bin`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: [
    "src/cli.ts",
    "src/archive/read-batch.ts",
    "src/publish/books-worker.ts",
    "src/site/render-batch.ts",
    "src/site/search-worker.ts",
  ],
  outdir: "lib/bin",
  entryNames: "[name]",
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minifyWhitespace: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  plugins: [withoutEngines],
  // Those that look for files beside them, and those that few builds need.
  external: [
    "tinypool",
    "preact-render-to-string",
    "chokidar",
    "sirv",
    "sucrase",
    "onnxruntime-web",
    "@huggingface/tokenizers",
  ],
  // CommonJS libraries ask for Node's modules with it.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  logLevel: "warning",
});
await build({
  absWorkingDir: root,
  entryPoints: ["search", "offline", "sw"].map((name) => `templates/client/${name}.ts`),
  outdir: "lib/templates/client",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  logLevel: "warning",
});

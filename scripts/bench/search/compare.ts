import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build as bundle } from "esbuild";
import { foldArabic } from "../../../src/languages/ar/fold.ts";
import { tokenize } from "../../../src/languages/tokens.ts";
import { hostSite, launchBrowser } from "../../../test/browser/chromium.ts";
import { createRandom, shuffle } from "../../random.ts";
import { makeCorpus } from "../corpus.ts";
import { measure } from "../measure.ts";
import { type EngineName, engineNames } from "./engines.ts";

/*
 * Search engines that need no server, on the same articles: how long an index takes and how much memory, how large it is, what a
 * browser downloads before the first result and for each later query, how long that takes on this machine, and how many of the
 * articles are found that have a word, with its article and particles or without. Prints a table.
 *   --articles 10000
 *   --engines words,pagefind,minisearch
 *   --folder DIR         on a RAM disk, if there is one
 * Run `npm run compile` first.
 */

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "10000" },
    engines: { type: "string", default: engineNames.join(",") },
    folder: { type: "string", default: "/dev/shm/warraq-search" },
  },
});
const articles = Number(values.articles);
const engines = values.engines.split(",") as EngineName[]; // a wrong name ends in the engine's own error
const queries = 20;

rmSync(values.folder, { recursive: true, force: true });
mkdirSync(values.folder, { recursive: true });
await bundle({
  entryPoints: [fileURLToPath(new URL("page.ts", import.meta.url))],
  bundle: true,
  format: "iife",
  target: "es2022",
  minify: true,
  outfile: join(values.folder, "page.js"),
});

const words = pickWords();
const browser = await launchBrowser();
console.log(
  "| engine | index, s | peak memory, MB | index, MB | first result, kB | first result, ms | next query, kB | next query, ms | recall |",
);
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const engine of engines) {
  const dir = join(values.folder, engine);
  mkdirSync(dir);
  const script = fileURLToPath(new URL("engines.ts", import.meta.url));
  const built = await measure(
    process.execPath,
    ["--import", "tsx", script, engine, String(articles), dir],
    process.cwd(),
  );
  writeFileSync(join(dir, "page.js"), readFileSync(join(values.folder, "page.js")));
  writeFileSync(join(dir, "index.html"), `<!doctype html><html lang="ar"><script src="page.js"></script>`);
  const { first, next, recall } = await ask(dir, engine);
  const cells = [
    built.wall.toFixed(1),
    built.memory.toFixed(0),
    (sizeOf(dir) / 1e6).toFixed(1),
    (first.bytes / 1e3).toFixed(0),
    first.ms.toFixed(0),
    (next.bytes / 1e3).toFixed(0),
    next.ms.toFixed(0),
    recall.toFixed(3),
  ];
  console.log(`| ${engine} | ${cells.join(" | ")} |`);
}
await browser.close();
rmSync(values.folder, { recursive: true, force: true });

interface Taken {
  bytes: number;
  ms: number;
}

/** Asks for each word in a browser: the first with nothing at hand, and the median of the others. */
async function ask(dir: string, engine: string): Promise<{ first: Taken; next: Taken; recall: number }> {
  const host = await hostSite(dir);
  const tab = await browser.newPage();
  let sizes: Promise<number>[] = [];
  tab.on("response", (response) => {
    // Pagefind's files are compressed as they are, and no host compresses ours of words; the others it does.
    const isCompressed = /\/pagefind\/|\.bin$/.test(response.url());
    const size = response.body().then((body) => (isCompressed ? body.length : gzipSync(body).length));
    // Of what is loaded to tell recall, some is told of when the tab is closed already.
    sizes.push(size.catch(() => 0));
  });
  await tab.goto(host.url);
  await Promise.all(sizes);
  const taken: Taken[] = [];
  let found = 0;
  let wanted = 0;
  for (const { word, urls } of words) {
    sizes = [];
    const result = await tab.evaluate(([name, query]) => window.searchWith(name, query), [
      engine,
      word,
    ] as const);
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    taken.push({ bytes, ms: result.ms });
    const known = new Set([...result.urls, ...(await tab.evaluate(() => window.otherUrls()))]);
    await Promise.all(sizes);
    wanted += urls.length;
    found += urls.filter((url) => known.has(url)).length;
  }
  await tab.close();
  await host.close();
  const [first = { bytes: 0, ms: 0 }, ...rest] = taken;
  const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
  const next = { bytes: median(rest.map((one) => one.bytes)), ms: median(rest.map((one) => one.ms)) };
  return { first, next, recall: found / wanted };
}

/** Words of the corpus that stand in few articles, with the articles that have them alone, with the article or behind a particle. */
function pickWords(): { word: string; urls: string[] }[] {
  const byForm = new Map<string, Set<string>>();
  for (const { path, headline, paragraphs } of makeCorpus({ articles, markdown: false })) {
    const text = [headline, ...paragraphs].join("\n");
    for (const { folded } of tokenize(text, 0, text.length, foldArabic)) {
      const known = byForm.get(folded);
      if (known === undefined) byForm.set(folded, new Set([path]));
      else known.add(path);
    }
  }
  const particles = ["", "ال", "و", "ف", "ب", "ل", "وال", "فال", "بال", "كال", "لل", "وب", "ول", "ولل"];
  const candidates = [...byForm.keys()].filter(
    (form) => /^[\u0621-\u064a]{4,8}$/u.test(form) && byForm.has(`ال${form}`) && byForm.has(`وال${form}`),
  );
  shuffle(candidates, createRandom(11));
  return candidates.slice(0, queries).map((word) => ({
    word,
    urls: [...new Set(particles.flatMap((particle) => [...(byForm.get(particle + word) ?? [])]))],
  }));
}

function sizeOf(dir: string): number {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + readFileSync(join(parentPath, name)).length, 0);
}

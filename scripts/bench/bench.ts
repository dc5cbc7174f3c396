import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type CorpusArticle, makeCorpus } from "./corpus.ts";
import { type Measurement, measure } from "./measure.ts";

/*
 * How long this program, Hugo and Eleventy take for the same articles: a first build, one with an article of the oldest year changed, one
 * with an article of the newest added, one with nothing changed. Each round has all programs in turn; figures are medians. Hugo and Eleventy make article pages, a paginated
 * list by date and a page a tag, as their users would; this program makes all that it makes.
 *   --articles 10000     how many
 *   --rounds 3
 *   --folder DIR         on a RAM disk, if there is one: /dev/shm/warraq-bench
 *   --search             with this program's search index
 *   --only a,b           of the programs below
 * Run `npm run compile` first.
 */

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "10000" },
    rounds: { type: "string", default: "3" },
    folder: { type: "string", default: existsSync("/dev/shm") ? "/dev/shm/warraq-bench" : "bench" },
    search: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
const count = Number(values.articles);

interface Program {
  name: string;
  /** Writes the articles as the program wants them. */
  prepare: (dir: string) => void;
  command: (dir: string) => [command: string, args: string[]];
  /** What the first build is to find away. */
  made: string[];
  /** The file of an article, and what is in it. */
  file: (article: CorpusArticle) => [path: string, content: string];
}

function ourSite(name: string, ending: "txt" | "md", extraction: "on" | "off"): Program {
  const file: Program["file"] = (article) => [
    `seeds/${article.path}.${ending}`,
    withFrontMatter(article, article.tag),
  ];
  return {
    name,
    file,
    prepare: (dir) => {
      const head = `---\ntitle: أرشيف القياس\nlang: ar\nextraction: ${extraction}\n---\n\n## الأخبار\n\n- [كل الأخبار](.)\n`;
      write(join(dir, "seeds/INDEX.md"), head);
      writeAll(dir, file, ending === "md");
    },
    command: () => [
      "node",
      [join(root, "lib/bin/cli.js"), "build", ...(values.search ? [] : ["--no-search"])],
    ],
    made: ["dist", ".dist.warraq-cache", ".dist.warraq-spare"],
  };
}

const page = (title: string, main: string): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title}</title></head><body>${main}</body></html>`;

const hugo: Program = {
  name: "Hugo, Markdown",
  prepare: (dir) => {
    writeAll(dir, contentFile, true);
    const config = `baseURL = "https://example.org/"\ntitle = "أرشيف القياس"\nlanguageCode = "ar"\npaginate = 50\nuglyURLs = true\n[taxonomies]\ntag = "tags"\n`;
    write(join(dir, "config.toml"), config);
    const list = `<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }}</li>{{ end }}</ul>{{ template "_internal/pagination.html" . }}`;
    write(join(dir, "layouts/_default/list.html"), page("{{ .Title }}", list));
    write(join(dir, "layouts/index.html"), page("{{ .Title }}", list));
    const article = `<h1>{{ .Title }}</h1><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time>{{ .Content }}`;
    write(join(dir, "layouts/_default/single.html"), page("{{ .Title }}", article));
  },
  command: () => ["hugo", ["--quiet"]],
  made: ["public", "resources"],
  file: contentFile,
};

const eleventy: Program = {
  name: "Eleventy, Markdown",
  prepare: (dir) => {
    writeAll(dir, contentFile, true);
    write(join(dir, "content/content.json"), JSON.stringify({ layout: "article.njk", tags: ["all"] }));
    const list = `<ul>{% for item in pagination.items %}<li><a href="{{ item.url }}">{{ item.data.title }}</a></li>{% endfor %}</ul>`;
    const data = `---js\n{ pagination: { data: "collections.all", size: 50, reverse: true }, permalink: "/{{ pagination.pageNumber }}.html" }\n---\n`;
    write(join(dir, "index.njk"), data + page("{{ title }}", list));
    const tags = `---\npagination: { data: collections, size: 1, alias: tag }\npermalink: "/tags/{{ tag | slugify }}.html"\n---\n`;
    const ofTag = `<ul>{% for item in collections[tag] %}<li><a href="{{ item.url }}">{{ item.data.title }}</a></li>{% endfor %}</ul>`;
    write(join(dir, "tags.njk"), tags + page("{{ tag }}", ofTag));
    const article = `<h1>{{ title }}</h1>{{ content | safe }}`;
    write(join(dir, "_includes/article.njk"), page("{{ title }}", article));
  },
  command: () => ["node", [join(root, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"]],
  made: ["_site"],
  file: contentFile,
};

const programs: Record<string, Program> = {
  "warraq-text-off": ourSite("Warraq, plain text, extraction off", "txt", "off"),
  "warraq-text": ourSite("Warraq, plain text", "txt", "on"),
  "warraq-markdown-off": ourSite("Warraq, Markdown, extraction off", "md", "off"),
  hugo,
  eleventy,
};

function contentFile(article: CorpusArticle): [path: string, content: string] {
  return [`content/${article.path}.md`, withFrontMatter(article, `["${article.tag}"]`)];
}

function writeAll(dir: string, file: Program["file"], markdown: boolean): void {
  for (const article of makeCorpus({ articles: count, markdown })) {
    const [path, content] = file(article);
    write(join(dir, path), content);
  }
}

function withFrontMatter({ headline, date, paragraphs }: CorpusArticle, tags: string): string {
  return `---\ntitle: "${headline}"\ndate: ${date}\ntags: ${tags}\n---\n\n${paragraphs.join("\n\n")}\n`;
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const chosen = values.only?.split(",") ?? Object.keys(programs);
const steps = ["first build", "one article changed", "one article added", "nothing changed"] as const;
const found = new Map<string, Measurement[]>();
const [first] = makeCorpus({ articles: 1, markdown: false });
if (first === undefined) throw new Error("there is no article to change");

rmSync(values.folder, { recursive: true, force: true });
for (const key of chosen) programs[key]?.prepare(join(values.folder, key));
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const key of chosen) {
    const program = programs[key];
    if (program === undefined) throw new Error(`there is no program ${key}`);
    const dir = join(values.folder, key);
    for (const made of program.made) rmSync(join(dir, made), { recursive: true, force: true });
    for (const step of steps) {
      if (step === "one article changed") {
        appendFileSync(join(dir, program.file(first)[0]), `\nتعديل ${round} على هذا الخبر.\n`);
      } else if (step === "one article added") {
        const headline = `خبر جديد ${round + 1}`;
        const [path, content] = program.file({
          ...first,
          path: `2024/added-${round}`,
          date: "2024-12-30",
          headline,
        });
        write(join(dir, path), content);
      }
      const taken = await measure(...program.command(dir), dir).catch((error: Error) => error);
      if (taken instanceof Error) {
        console.error(`${program.name}: ${taken.message}`);
        break;
      }
      const name = `${key} ${step}`;
      found.set(name, [...(found.get(name) ?? []), taken]);
      console.error(`${round + 1} ${program.name}, ${step}: ${taken.wall.toFixed(2)} s`);
    }
  }
}
rmSync(values.folder, { recursive: true, force: true });

const median = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
const figure = (key: string, step: string, of: keyof Measurement): number =>
  median((found.get(`${key} ${step}`) ?? []).map((taken) => taken[of]));

console.log(
  `${count} articles, ${values.rounds} rounds, ${cpus().length} × ${cpus()[0]?.model ?? "CPU"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}${values.search ? ", with search index" : ""}\n`,
);
console.log("| program | step | wall, s | CPU, s | peak memory, MB | × Hugo's wall time |");
console.log("| --- | --- | ---: | ---: | ---: | ---: |");
for (const key of chosen) {
  for (const step of steps) {
    if (!found.has(`${key} ${step}`)) continue;
    const ratio = figure(key, step, "wall") / figure("hugo", step, "wall");
    const cells = [
      figure(key, step, "wall").toFixed(2),
      figure(key, step, "cpu").toFixed(1),
      figure(key, step, "memory").toFixed(0),
      Number.isNaN(ratio) ? "" : ratio.toFixed(2),
    ];
    console.log(`| ${programs[key]?.name} | ${step} | ${cells.join(" | ")} |`);
  }
}

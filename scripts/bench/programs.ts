import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CorpusArticle, makeCorpus } from "./corpus.ts";

/*
 * Programs that make a site of the same articles, each as its users would have it: article pages, a paginated list by date and a page a tag.
 * This one makes all that it makes, so that Hugo is also asked for as many pages of the same kinds, with as much on each (`hugo-same-pages/`).
 */

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Program {
  name: string;
  /** Writes the articles as the program wants them. */
  prepare: (dir: string) => void;
  command: readonly [command: string, ...args: string[]];
  /** What its builds make, taken away before the next first build. */
  made: readonly string[];
  /** The file of an article, and what is in it. */
  file: (article: CorpusArticle) => [path: string, content: string];
}

/**
 * @param options.articles how many
 * @param options.search whether this program's site has its search index
 * @returns each by a short name
 */
export function makePrograms(options: { articles: number; search: boolean }): Map<string, Program> {
  const { articles, search } = options;
  const writeAll = (dir: string, file: Program["file"], markdown: boolean): void => {
    for (const article of makeCorpus({ articles, markdown })) {
      const [path, content] = file(article);
      write(join(dir, path), content);
    }
  };

  const warraq = (name: string, ending: "txt" | "md", extraction: "on" | "off"): Program => {
    const file: Program["file"] = (article) => [
      `seeds/${article.path}.${ending}`,
      withFrontMatter(article, `tags: ${article.tag}`),
    ];
    return {
      name,
      file,
      prepare: (dir) => {
        const head = `---\ntitle: أرشيف القياس\nlang: ar\nextraction: ${extraction}\n---\n\n## الأخبار\n\n- [كل الأخبار](.)\n`;
        write(join(dir, "seeds/INDEX.md"), head);
        writeAll(dir, file, ending === "md");
      },
      command: ["node", join(root, "lib/bin/cli.js"), "build", ...(search ? [] : ["--no-search"])],
      made: ["dist", ".dist.warraq-cache", ".dist.warraq-spare"],
    };
  };

  const hugo: Program = {
    name: "Hugo, Markdown",
    prepare: (dir) => {
      writeAll(dir, inContent, true);
      const config = `baseURL = "https://example.org/"\ntitle = "أرشيف القياس"\nlanguageCode = "ar"\npaginate = 50\nuglyURLs = true\n[taxonomies]\ntag = "tags"\n`;
      write(join(dir, "config.toml"), config);
      const list = `<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }}</li>{{ end }}</ul>{{ template "_internal/pagination.html" . }}`;
      write(join(dir, "layouts/_default/list.html"), page("{{ .Title }}", list));
      write(join(dir, "layouts/index.html"), page("{{ .Title }}", list));
      const article = `<h1>{{ .Title }}</h1><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time>{{ .Content }}`;
      write(join(dir, "layouts/_default/single.html"), page("{{ .Title }}", article));
    },
    command: ["hugo", "--quiet"],
    made: ["public", "resources"],
    file: inContent,
  };

  const hugoSamePages: Program = {
    ...hugo,
    name: "Hugo, Markdown, the same pages",
    prepare: (dir) => {
      writeAll(dir, withPeriods, true);
      cpSync(fileURLToPath(new URL("hugo-same-pages", import.meta.url)), dir, { recursive: true });
    },
    file: withPeriods,
  };

  const eleventy: Program = {
    name: "Eleventy, Markdown",
    prepare: (dir) => {
      writeAll(dir, inContent, true);
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
    command: ["node", join(root, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"],
    made: ["_site"],
    file: inContent,
  };

  return new Map([
    ["warraq-text-off", warraq("Warraq, plain text, extraction off", "txt", "off")],
    ["warraq-text", warraq("Warraq, plain text", "txt", "on")],
    ["warraq-markdown-off", warraq("Warraq, Markdown, extraction off", "md", "off")],
    ["hugo", hugo],
    ["hugo-same-pages", hugoSamePages],
    ["eleventy", eleventy],
  ]);
}

/** As Hugo and Eleventy are given an article. */
function inContent(article: CorpusArticle): [path: string, content: string] {
  return [`content/${article.path}.md`, withFrontMatter(article, `tags: ["${article.tag}"]`)];
}

/** Hugo makes a page for each day, month and year of those that an article says it is of. */
function withPeriods(article: CorpusArticle): [path: string, content: string] {
  const { path, date, tag } = article;
  const [year, month, day] = date.split("-");
  const periods = [
    `tags: ["${tag}"]`,
    `years: ["${year}"]`,
    `months: ["${year}-${month}"]`,
    `days: ["${date}"]`,
    `samedays: ["${month}-${day}"]`,
  ];
  return [`content/${path}.md`, withFrontMatter(article, periods.join("\n"))];
}

function withFrontMatter({ headline, date, paragraphs }: CorpusArticle, more: string): string {
  return `---\ntitle: "${headline}"\ndate: ${date}\n${more}\n---\n\n${paragraphs.join("\n\n")}\n`;
}

const page = (title: string, main: string): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title}</title></head><body>${main}</body></html>`;

/** Writes a file, and makes the folders that it is in. */
export function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

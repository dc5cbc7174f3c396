import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { assets, searchScript, style } from "../../templates/assets.ts";
import type { PageContext } from "../../templates/context.ts";
import { renderPage } from "../../templates/render-page.tsx";
import { isRough } from "../archive/rough-count.ts";
import { createFormatter } from "../languages/format.ts";
import { uiFor } from "../languages/interfaces.ts";
import type { Page } from "../model/page.ts";
import type { SiteConfig } from "../model/seeds.ts";
import { packageFile } from "../package-file.ts";
import type { BodyWords } from "./page-draft.ts";
import { relativeHref } from "./paths.ts";
import type { SiteFile } from "./site-file.ts";
import type { Theme } from "./theme.ts";

const require = createRequire(import.meta.url);

const href: PageContext["href"] = (from, to, fragment) =>
  relativeHref(from, to, fragment === undefined ? "" : `#${encodeURIComponent(fragment)}`);

/** What pages look like. */
export interface SiteLook {
  /** The whole HTML of a page. */
  render: (page: Page) => string;
  words: BodyWords;
}

/** Joins the templates with the words, numbers and dates of the site's language. */
export function makeLook(site: SiteConfig, theme: Theme | null = null): SiteLook {
  const { lang, ui } = uiFor(site.lang);
  const format = createFormatter(lang, site.writing);
  const context: PageContext = { ui, format, href, assets: { style, search: searchScript } };
  return {
    render: (page) => (theme?.render ?? renderPage)(page, context),
    words: {
      permalink: (paragraph) => ui.permalink(format.number(paragraph)),
      card: (type, articles) => {
        const counted = format.count(ui.counts.articles, articles);
        return `${ui.entityTypes[type]} · ${isRough(articles) ? ui.orMore(counted) : counted}`;
      },
    },
  };
}

/** Style sheets, fonts and scripts. */
export function lookFiles(theme: Theme | null): SiteFile<string | Uint8Array>[] {
  return assets.map((asset) => {
    const content = readFileSync("file" in asset ? packageFile(asset.file) : require.resolve(asset.module));
    return { path: asset.to, content: asset.to === style ? themed(content, theme) : content };
  });
}

/** The style sheet with what a theme changes of it. */
function themed(ours: Uint8Array, theme: Theme | null): string | Uint8Array {
  if (theme === null || (theme.style === null && theme.tokens === null)) return ours;
  return [theme.style ?? new TextDecoder().decode(ours), theme.tokens ?? ""].join("\n");
}

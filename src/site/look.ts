import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { assets, searchScript, style } from "../../templates/assets.ts";
import type { PageContext } from "../../templates/context.ts";
import { renderPage } from "../../templates/render-page.tsx";
import { createFormatter } from "../languages/format.ts";
import { uiFor } from "../languages/interfaces.ts";
import type { SiteConfig } from "../model/seeds.ts";
import { packageFile } from "../package-file.ts";
import { relativeHref } from "./paths.ts";
import type { Theme } from "./theme.ts";
import type { SiteLook } from "./write-site.ts";

const require = createRequire(import.meta.url);

const href: PageContext["href"] = (from, to, fragment) =>
  relativeHref(from, to, fragment === undefined ? "" : `#${encodeURIComponent(fragment)}`);

/** Joins the templates with the words, numbers and dates of the site's language. */
export function makeLook(site: SiteConfig, theme: Theme | null = null): SiteLook {
  const { lang, ui } = uiFor(site.lang);
  const format = createFormatter(lang, site.writing);
  const context: PageContext = { ui, format, href, assets: { style, search: searchScript } };
  return {
    render: (page) => (theme?.render ?? renderPage)(page, context),
    permalink: (paragraph) => ui.permalink(format.number(paragraph)),
    card: ({ type, articles }) =>
      `${ui.entityTypes[type]} · ${format.count(ui.counts.articles, articles.length)}`,
    files: assets.map((asset) => {
      const content = readFileSync("file" in asset ? packageFile(asset.file) : require.resolve(asset.module));
      return { path: asset.to, content: asset.to === style ? themed(content, theme) : content };
    }),
  };
}

/** The style sheet with what a theme changes of it. */
function themed(ours: Uint8Array, theme: Theme | null): string | Uint8Array {
  if (theme === null || (theme.style === null && theme.tokens === null)) return ours;
  return [theme.style ?? new TextDecoder().decode(ours), theme.tokens ?? ""].join("\n");
}

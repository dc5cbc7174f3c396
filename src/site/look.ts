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
import type { SiteLook } from "./write-site.ts";

const require = createRequire(import.meta.url);

const href: PageContext["href"] = (from, to, fragment) =>
  relativeHref(from, to, fragment === undefined ? "" : `#${encodeURIComponent(fragment)}`);

/** Joins the templates with the words, numbers and dates of the site's language. */
export function makeLook(site: SiteConfig): SiteLook {
  const { lang, ui } = uiFor(site.lang);
  const format = createFormatter(lang, site.writing);
  const context: PageContext = { ui, format, href, assets: { style, search: searchScript } };
  return {
    render: (page) => renderPage(page, context),
    permalink: (paragraph) => ui.permalink(format.number(paragraph)),
    card: ({ type, articles }) =>
      `${ui.entityTypes[type]} · ${format.count(ui.counts.articles, articles.length)}`,
    files: assets.map((asset) => ({
      path: asset.to,
      content: readFileSync("file" in asset ? packageFile(asset.file) : require.resolve(asset.module)),
    })),
  };
}

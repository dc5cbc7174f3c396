import { renderPage } from "../../templates/render-page.tsx";
import { createFormatter } from "../languages/format.ts";
import type { Translation } from "../languages/translation.ts";
import type { Page } from "../model/page.ts";
import type { SiteConfig } from "../model/seeds.ts";
import { relativeHref } from "./paths.ts";
import type { SiteSources } from "./planned-page.ts";
import type { SiteFile } from "./site-file.ts";

/** What pages look like, and what they need beside themselves. */
export interface SiteLook {
  /** The whole HTML of a page. */
  render: (page: Page) => string;
  permalink: SiteSources["permalink"];
  /** Style sheets, fonts and the search script. */
  files: readonly SiteFile<string | Uint8Array>[];
}

export interface LookOptions {
  site: SiteConfig;
  /** The interface's words, in the site's language. */
  ui: Translation;
  /** Paths of the style sheet and the search script among `files`. */
  assets: { style: string; search: string };
  files: SiteLook["files"];
}

/** The project's own templates, in the words of a site's language. */
export function makeLook({ site, ui, assets, files }: LookOptions): SiteLook {
  const format = createFormatter(site.lang);
  const href = (from: string, to: string, fragment?: string): string =>
    relativeHref(from, to, fragment === undefined ? "" : `#${fragment}`);
  const context = { ui, format, href, assets };
  return {
    render: (page) => renderPage(page, context),
    permalink: (paragraph) => ui.permalink(format.number(paragraph)),
    files,
  };
}

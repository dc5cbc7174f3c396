import type { Archive } from "../model/archive.ts";
import type { Page } from "../model/page.ts";
import type { SiteConfig } from "../model/seeds.ts";
import { sitemapAddresses } from "./limits.ts";
import { absoluteUrl, articlePath } from "./paths.ts";
import type { PlannedPage } from "./planned-page.ts";
import type { SiteFile } from "./site-file.ts";
import { escapeMarkup } from "./xml.ts";

const declaration = `<?xml version="1.0" encoding="utf-8"?>`;
const namespace = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`;
/** Nothing to find on these. */
const unlisted: ReadonlySet<Page["kind"]> = new Set(["search", "not-found"]);

/**
 * `sitemap.xml` with the address of every page, and an article's day of change; beyond 50,000 addresses an index of
 * `sitemap-1.xml` … . Addresses must be absolute there, so a site that is not told its own has one without any.
 */
export function makeSitemap(
  archive: Archive,
  pages: readonly Pick<PlannedPage, "kind" | "path">[],
): SiteFile[] {
  const { url } = archive.site;
  if (url === null) {
    const reason =
      "<!-- A sitemap holds absolute addresses: tell the site its own with url: in INDEX.md. -->";
    return [{ path: "sitemap.xml", content: `${declaration}\n${reason}\n<urlset ${namespace}></urlset>\n` }];
  }
  const changed = new Map<string, string>();
  for (const { id, published, updated } of archive.articles) {
    const date = updated ?? published;
    if (date !== null) changed.set(articlePath(id), date);
  }
  const addresses = pages
    .filter(({ kind }) => !unlisted.has(kind))
    .map(({ path }) => addressElement(absoluteUrl(url, path) ?? "", changed.get(path)));
  if (addresses.length <= sitemapAddresses) return [{ path: "sitemap.xml", content: urlset(addresses) }];

  const parts: SiteFile[] = [];
  for (let from = 0; from < addresses.length; from += sitemapAddresses) {
    const content = urlset(addresses.slice(from, from + sitemapAddresses));
    parts.push({ path: `sitemap-${parts.length + 1}.xml`, content });
  }
  const index = parts.map(
    ({ path }) => `<sitemap><loc>${escapeMarkup(absoluteUrl(url, path) ?? "")}</loc></sitemap>`,
  );
  const content = `${declaration}\n<sitemapindex ${namespace}>\n${index.join("\n")}\n</sitemapindex>\n`;
  return [{ path: "sitemap.xml", content }, ...parts];
}

/** `robots.txt`: everything may be read, and where the sitemap is. */
export function makeRobots(site: SiteConfig): SiteFile {
  const sitemap = absoluteUrl(site.url, "sitemap.xml");
  const lines = ["User-agent: *", "Allow: /", ...(sitemap === null ? [] : ["", `Sitemap: ${sitemap}`])];
  return { path: "robots.txt", content: `${lines.join("\n")}\n` };
}

function addressElement(address: string, changed: string | undefined): string {
  const date = changed === undefined ? "" : `<lastmod>${changed}</lastmod>`;
  return `<url><loc>${escapeMarkup(address)}</loc>${date}</url>`;
}

function urlset(addresses: readonly string[]): string {
  return `${declaration}\n<urlset ${namespace}>\n${addresses.join("\n")}\n</urlset>\n`;
}

import { createHash } from "node:crypto";
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import type { ArticleStore } from "../archive/article-store.ts";
import type { Archive, ArticleRecord } from "../model/archive.ts";
import type { SiteConfig } from "../model/seeds.ts";
import { feedArticles } from "./limits.ts";
import { absoluteUrl, articlePath, encodePath } from "./paths.ts";
import type { RefOf } from "./planned-page.ts";
import type { SiteFile } from "./site-file.ts";
import { dropForbidden, escapeMarkup } from "./xml.ts";

/** RFC 9562's namespace for addresses: an archive and an article's id are one together. */
const urlNamespace = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");
/** Atom wants a date of a feed that nothing dated is in. */
const epoch = 0;

/** What the three formats say of one article. */
interface Entry {
  id: string;
  title: string;
  url: string;
  summary: string;
  contentHtml: string;
  published: Date;
  updated: Date;
  authors: string[];
  record: ArticleRecord;
}

/**
 * `feed.xml` (Atom, RFC 4287), `rss.xml` (RSS 2.0) and `feed.json` (JSON Feed 1.1) with the newest dated articles.
 * Their time is that of the articles, never the clock's. A site that is not told its address has relative links in them,
 * and ids that are URNs either way, so that a site may move without its articles turning new to its readers' programs.
 */
export function makeFeeds(
  archive: Archive,
  refOf: RefOf,
  store: Pick<ArticleStore, "loadRecord">,
): SiteFile[] {
  const site = { ...archive.site, title: dropForbidden(archive.site.title) };
  const newest = archive.articles
    .slice(0, feedArticles)
    .map((_, article) => store.loadRecord(refOf(article)));
  const entries = newestEntries(archive.site, newest);
  const updated = new Date(Math.max(epoch, ...entries.map((entry) => entry.updated.getTime())));
  return [
    { path: "feed.xml", content: `${atom(site, entries, updated).trimEnd()}\n` },
    { path: "rss.xml", content: `${rss(site, entries, updated).trimEnd()}\n` },
    { path: "feed.json", content: `${jsonFeed(site, entries)}\n` },
  ];
}

function newestEntries(site: SiteConfig, newest: readonly ArticleRecord[]): Entry[] {
  return newest.flatMap((record) => {
    if (record.published === null) return [];
    const { id, lang, dir, headline, published, updated } = record;
    const summary = dropForbidden(record.summary);
    return [
      {
        id: urn(site, id),
        title: dropForbidden(headline),
        url: addressOf(site, articlePath(id)),
        summary,
        contentHtml: `<div lang="${lang}" dir="${dir}"><p>${escapeMarkup(summary)}</p></div>`,
        published: day(published),
        updated: day(updated ?? published),
        authors: (record.authors.length > 0 ? record.authors : toList(record.source)).map(dropForbidden),
        record,
      },
    ];
  });
}

function atom(site: SiteConfig, entries: readonly Entry[], updated: Date): string {
  return generateAtomFeed({
    xml: { lang: site.lang },
    id: urn(site, ""),
    title: { value: site.title },
    ...(site.description === null ? {} : { subtitle: { value: dropForbidden(site.description) } }),
    updated,
    authors: [{ name: site.title }],
    links: [
      { rel: "self", type: "application/atom+xml", href: addressOf(site, "feed.xml") },
      { rel: "alternate", type: "text/html", hreflang: site.lang, href: addressOf(site, "index.html") },
    ],
    generator: { text: "Warraq" },
    entries: entries.map(({ record, ...entry }) => ({
      xml: { lang: record.lang },
      id: entry.id,
      title: { value: entry.title },
      published: entry.published,
      updated: entry.updated,
      authors: entry.authors.map((name) => ({ name })),
      categories: record.tags.map((term) => ({ term: dropForbidden(term) })),
      links: [{ rel: "alternate", type: "text/html", hreflang: record.lang, href: entry.url }],
      content: { type: "html", value: entry.contentHtml },
    })),
  });
}

function rss(site: SiteConfig, entries: readonly Entry[], updated: Date): string {
  return generateRssFeed({
    title: site.title,
    link: addressOf(site, "index.html"),
    description: dropForbidden(site.description ?? site.title),
    language: site.lang,
    lastBuildDate: updated,
    generator: "Warraq",
    ...(site.url === null
      ? {}
      : {
          atom: { links: [{ rel: "self", type: "application/rss+xml", href: addressOf(site, "rss.xml") }] },
        }),
    items: entries.map(({ record, ...entry }) => ({
      title: entry.title,
      link: entry.url,
      guid: { value: entry.id, isPermaLink: false },
      pubDate: entry.published,
      dc: { creators: entry.authors },
      categories: record.tags.map((name) => ({ name: dropForbidden(name) })),
      description: entry.contentHtml,
    })),
  });
}

function jsonFeed(site: SiteConfig, entries: readonly Entry[]): string {
  const feed = generateJsonFeed({
    title: site.title,
    home_page_url: addressOf(site, "index.html"),
    feed_url: addressOf(site, "feed.json"),
    ...(site.description === null ? {} : { description: site.description }),
    language: site.lang,
    items: entries.map(({ record, ...entry }) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entry.contentHtml,
      summary: entry.summary,
      date_published: entry.published,
      date_modified: entry.updated,
      authors: entry.authors.map((name) => ({ name })),
      tags: record.tags,
      language: record.lang,
    })),
  });
  // Items are required, also when there are none.
  return JSON.stringify(entries.length === 0 ? Object.assign({}, feed, { items: [] }) : feed, null, 2);
}

function addressOf(site: SiteConfig, path: string): string {
  return absoluteUrl(site.url, path) ?? encodePath(path);
}

/** A name-based UUID (version 5) of the archive, by its address or else its title, and the article's id. */
function urn(site: SiteConfig, id: string): string {
  const name = `${site.url ?? site.title}\n${id}`;
  const bytes = createHash("sha1").update(urlNamespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
}

/** The archive knows days only: a day stands for its first moment in UTC. */
function day(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function toList(value: string | null): string[] {
  return value === null ? [] : [value];
}

import type { ComponentChildren } from "preact";
import type { NavigationName } from "../../src/model/page.ts";
import { appManifest, arabicFont, icon, offlineScript } from "../assets.ts";
import { SiteFooter } from "../components/site-footer.tsx";
import { SiteHeader } from "../components/site-header.tsx";
import { frameOf, type PageProps } from "../context.ts";

interface DocumentProps extends PageProps {
  /** Without the site's name; null for the home page. */
  title: string | null;
  description?: string | null;
  /** The part of the site that the page belongs to. */
  current?: NavigationName | "home";
  head?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of every page. */
export function Document({ page, context, title, description, current, head, children }: DocumentProps) {
  const { site } = page;
  const { ui, assets } = context;
  const frame = frameOf({ page, context });
  const link = (path: string): string => context.href(page.path, path);
  // Never absolute, whatever the links of the page are: a page loads nothing from another host.
  const asset = (path: string): string => "../".repeat(page.path.split("/").length - 1) + path;
  const canonical =
    site.url === null || page.kind === "not-found" ? null : canonicalOf(page.path, site.url, context);
  const summary = description ?? site.description;
  return (
    <html lang={frame.lang} dir={frame.dir}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policyOf(page)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === null ? site.title : `${title} – ${site.title}`}</title>
        {summary !== null && summary !== "" && <meta name="description" content={summary} />}
        <meta name="color-scheme" content="light dark" />
        {isArabicScript(frame.lang) && (
          <link rel="preload" href={asset(arabicFont)} as="font" type="font/woff2" crossorigin="anonymous" />
        )}
        <link rel="stylesheet" href={asset(assets.style)} />
        {site.offline === true && (
          <>
            <link rel="manifest" href={asset(appManifest)} />
            <link rel="icon" type="image/svg+xml" href={asset(icon)} />
            <script defer src={asset(offlineScript)} />
          </>
        )}
        {canonical !== null && <link rel="canonical" href={canonical} />}
        <link rel="alternate" type="application/atom+xml" title={site.title} href={link("feed.xml")} />
        <link rel="alternate" type="application/rss+xml" title={site.title} href={link("rss.xml")} />
        <link rel="alternate" type="application/feed+json" title={site.title} href={link("feed.json")} />
        <meta property="og:site_name" content={site.title} />
        <meta property="og:title" content={title ?? site.title} />
        {summary !== null && summary !== "" && <meta property="og:description" content={summary} />}
        {canonical !== null && <meta property="og:url" content={canonical} />}
        {page.kind !== "article" && <meta property="og:type" content="website" />}
        <meta property="og:locale" content={frame.lang.replace("-", "_")} />
        {head}
      </head>
      <body>
        <a class="skip" href="#content">
          {ui.skipToContent}
        </a>
        <SiteHeader page={page} context={context} current={current} />
        <main id="content" class={`page page-${page.kind}`} tabIndex={-1}>
          {children}
        </main>
        <SiteFooter page={page} context={context} />
      </body>
    </html>
  );
}

/**
 * What a page may load: nothing but the site's own files, and scripts only where there are any. A text that brought markup
 * into a page against all care could still run nothing and reach nobody.
 */
function policyOf({ kind, site }: PageProps["page"]): string {
  const offline = site.offline === true;
  const scripts = kind === "search" || offline ? "'self'" : "'none'";
  return [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `script-src ${scripts}`,
    ...(kind === "search" || offline ? ["connect-src 'self'"] : []),
    ...(offline ? ["worker-src 'self'", "manifest-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
  ].join("; ");
}

function canonicalOf(path: string, url: string, { href }: PageProps["context"]): string {
  return new URL(path === "index.html" ? "" : href("index.html", path), url).href;
}

/** Languages of the interface whose letters are in the Arabic font. */
function isArabicScript(lang: string): boolean {
  return ["ar", "fa", "ur"].includes(lang.split("-")[0] ?? "");
}

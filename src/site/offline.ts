import { readFileSync } from "node:fs";
import { appManifest, icon, offlineScript, serviceWorker } from "../../templates/assets.ts";
import type { SiteConfig } from "../model/seeds.ts";
import { packageFile } from "../package-file.ts";
import type { SiteFile } from "./site-file.ts";
import { escapeMarkup } from "./xml.ts";

/** What makes a site one that can be installed and read without a network; nothing unless INDEX.md asks for it. */
export function makeOfflineFiles(site: SiteConfig): SiteFile<string | Uint8Array>[] {
  if (site.offline !== true) return [];
  const manifest = {
    name: site.title,
    short_name: site.title,
    ...(site.description === null ? {} : { description: site.description }),
    lang: site.lang,
    dir: site.dir,
    start_url: "index.html",
    scope: "./",
    display: "standalone",
    background_color: "#fbf8f1",
    theme_color: "#9a2a1c",
    icons: [{ src: icon, sizes: "any", type: "image/svg+xml", purpose: "any" }],
  };
  return [
    { path: appManifest, content: `${JSON.stringify(manifest, null, 2)}\n` },
    { path: icon, content: makeIcon(site) },
    { path: serviceWorker, content: readFileSync(packageFile("lib/templates/client/sw.js")) },
    { path: offlineScript, content: readFileSync(packageFile("lib/templates/client/offline.js")) },
  ];
}

/** The first letter of the archive's name. */
function makeIcon({ title }: SiteConfig): string {
  const [letter = ""] = /\p{L}/u.exec(title.replace(/^ال/u, "")) ?? [];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="#9a2a1c"/><text x="256" y="340" font-family="sans-serif" font-size="280" font-weight="700" text-anchor="middle" fill="#fffaf2">${escapeMarkup(letter)}</text></svg>\n`;
}

/** A file that pages need, and where it goes in dist/. */
export type Asset = { to: string } /** Below this package's root. */ & (
  | { file: string }
  /** In a package that this one depends on, as an import names it. */
  | { module: string }
);

export const style = "assets/style.css";
export const searchScript = "assets/search.js";
/** Of a site that can be read without a network. */
export const offlineScript = "assets/offline.js";
export const serviceWorker = "sw.js";
export const appManifest = "app.webmanifest";
export const icon = "assets/icon.svg";
/** The one font file that an Arabic page needs; the style sheet names it relative to itself. */
export const arabicFont = "assets/vazirmatn-arabic.woff2";

export const assets: readonly Asset[] = [
  { file: "templates/style.css", to: style },
  { file: "lib/templates/client/search.js", to: searchScript },
  {
    module: "@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2",
    to: arabicFont,
  },
];

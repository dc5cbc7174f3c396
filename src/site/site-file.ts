/** A file of the site that is no page. */
export interface SiteFile<Content extends string | Uint8Array = string> {
  /** From the site's root. */
  path: string;
  content: Content;
}

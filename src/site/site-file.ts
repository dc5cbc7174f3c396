/** A file of the site that is no page. */
export interface SiteFile {
  /** From the site's root. */
  path: string;
  content: string;
}

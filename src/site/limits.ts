/** Entries on one page of a list: articles, entities, quotes or speakers. */
export const entriesPerPage = 50;
/** Articles of each collection on the home page. */
export const homeArticles = 10;
/** Entities of each type on the home page. */
export const homeEntities = 12;
/** Quotes on an entity's own page; the speaker's page has them all. */
export const entityQuotes = 5;
/** Entities named on an entity's page as appearing beside it. */
export const entitiesTogether = 12;
/** Headlines of the same day of each other year. */
export const sameDayArticles = 3;
/** Articles in a feed. */
export const feedArticles = 50;
/** Addresses in one sitemap file (sitemaps.org allows 50,000). */
export const sitemapAddresses = 50_000;

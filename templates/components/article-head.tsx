import type { ArticlePage } from "../../src/model/page.ts";
import type { PageProps } from "../context.ts";

/** The address of the article's data: its page's, with another ending. */
export function dataPathOf(page: ArticlePage): string {
  return page.path.replace(/\.html$/, ".json");
}

/** The article's own file beside its page, where the site publishes it. */
export function sourcePathOf({ path, record, site }: ArticlePage): string | null {
  if (site.publishSources !== true) return null;
  return path.replace(/\.html$/, /\.md$/i.test(record.path) ? ".source.md" : ".source.txt");
}

/**
 * What citation managers and social sites read of an article. Zotero's generic translator takes the type from DC.type,
 * the publication from prism.publicationName, and the rest from citation_*.
 */
export function ArticleHead({ page, context }: PageProps<ArticlePage>) {
  const { article, site, canonicalUrl } = page;
  return (
    <>
      <link rel="alternate" type="application/json" href={context.href(page.path, dataPathOf(page))} />
      <meta property="og:type" content="article" />
      {article.published !== null && <meta property="article:published_time" content={article.published} />}
      {article.updated !== null && <meta property="article:modified_time" content={article.updated} />}
      {article.tags.map((tag) => (
        <meta key={tag} property="article:tag" content={tag} />
      ))}
      <meta name="DC.type" content="newspaperArticle" />
      <meta name="citation_title" content={article.headline} />
      {article.authors.map((author) => (
        <meta key={author} name="citation_author" content={author} />
      ))}
      {article.published !== null && <meta name="citation_date" content={article.published} />}
      <meta name="citation_language" content={article.lang} />
      {article.tags.length > 0 && <meta name="citation_keywords" content={article.tags.join("; ")} />}
      {canonicalUrl !== null && <meta name="citation_public_url" content={canonicalUrl} />}
      <meta name="prism.publicationName" content={article.source ?? site.title} />
      {/* JSON, made safe for a script element where it is made */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: page.jsonLd }} />
    </>
  );
}

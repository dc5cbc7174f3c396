import type { ArticlePage } from "../../src/model/page.ts";
import { frameOf, inLanguage, type PageProps } from "../context.ts";
import { dataPathOf, sourcePathOf } from "./article-head.tsx";

/** How to cite the article, and what its text rests on: the publisher's page, its data, the digest of its file. */
export function CiteBox({ page, context }: PageProps<ArticlePage>) {
  const { article, citation, exports } = page;
  const { ui, href } = context;
  const source = sourcePathOf(page);
  const own = inLanguage(article, frameOf({ page, context }));
  return (
    <section class="cite" aria-labelledby="cite">
      <h2 id="cite">{ui.cite}</h2>
      <p class="hint">{ui.citeHint}</p>
      <dl class="citations">
        {citation.map(({ style, text }) => (
          <div key={style}>
            <dt lang="en" dir="ltr">
              {style}
            </dt>
            <dd {...own}>{text}</dd>
          </div>
        ))}
      </dl>
      {exports.map(({ format, text }) => (
        <details key={format}>
          <summary>
            <bdi lang="en">{format}</bdi>
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled with the keyboard */}
          <pre lang="en" dir="ltr" tabIndex={0}>
            <code>{text}</code>
          </pre>
        </details>
      ))}
      <dl class="provenance">
        {article.sourceUrl !== null && (
          <div>
            <dt>{ui.originalAddress}</dt>
            <dd>
              <a href={article.sourceUrl} rel="external noopener" dir="ltr" class="address">
                {article.sourceUrl}
              </a>
            </dd>
          </div>
        )}
        {article.tags.length > 0 && (
          <div>
            <dt>{ui.tags}</dt>
            <dd {...own}>{article.tags.join(ui.comma)}</dd>
          </div>
        )}
        <div>
          <dt>{ui.digest}</dt>
          <dd>
            <code dir="ltr" class="digest">
              {article.sha256}
            </code>
            {source !== null && (
              <>
                {" "}
                <a href={href(page.path, source)} download>
                  {ui.sourceFile}
                </a>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{ui.aboutThisText}</dt>
          <dd>
            <a href={href(page.path, dataPathOf(page))}>{ui.articleData}</a>
          </dd>
        </div>
      </dl>
    </section>
  );
}

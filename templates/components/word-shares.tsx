import type { ArticlePage, WordShare } from "../../src/model/page.ts";
import { frameOf, inLanguage, type PageProps } from "../context.ts";

/** Who has how much of an article's words: bars beside their numbers. */
export function WordShares({ page, context }: PageProps<ArticlePage>) {
  const { ui, format } = context;
  const most = Math.max(...page.shares.map(({ share }) => share));
  return (
    <section class="shares" aria-labelledby="shares">
      <h3 id="shares">{ui.charts.quoteShares}</h3>
      <ol class="period-bars">
        {page.shares.map((share, index) => (
          <li key={index} class={share.kind === "article" ? "is-own" : undefined}>
            <Who page={page} context={context} share={share} />
            <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect width={Math.round((share.share / most) * 1000) / 10} height="8" />
            </svg>
            <span class="note">{format.percent(share.share)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Who({ page, context, share }: PageProps<ArticlePage> & { share: WordShare }) {
  const { ui, href } = context;
  if (share.kind === "article") return <span>{ui.charts.ownWords}</span>;
  const { speaker } = share;
  if (speaker === null) return <span>{ui.unknownSpeaker}</span>;
  return (
    <a href={href(page.path, speaker.path)}>
      <bdi {...inLanguage(speaker, frameOf({ page, context }))}>{speaker.name}</bdi>
    </a>
  );
}

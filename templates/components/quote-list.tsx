import type { QuoteCard } from "../../src/model/page.ts";
import { frameOf, inLanguage, type PageProps } from "../context.ts";
import { Day } from "./day.tsx";
import { Isolated } from "./isolated.tsx";

/** What the page does not say already: who spoke, or where it was published. */
type Attribution = "speaker" | "article";

interface QuoteListProps extends PageProps {
  quotes: readonly QuoteCard[];
  shows: Attribution;
}

/** What was said, in the marks of its own language; each leads to its place in its article. */
export function QuoteList({ page, context, quotes, shows }: QuoteListProps) {
  return (
    <ul class="quote-list">
      {quotes.map((card) => (
        <li key={card.quote.id}>
          <QuoteFigure page={page} context={context} card={card} shows={shows} />
        </li>
      ))}
    </ul>
  );
}

interface QuoteFigureProps extends PageProps {
  card: QuoteCard;
  shows: Attribution;
}

export function QuoteFigure({ page, context, card, shows }: QuoteFigureProps) {
  const { quote, article } = card;
  const { ui, href } = context;
  const place = href(page.path, article.path, quote.fragment);
  return (
    <figure class="quote">
      <blockquote {...inLanguage(quote, frameOf({ page, context }))}>
        <p>{quote.text}</p>
      </blockquote>
      {shows === "speaker" ? (
        <figcaption>
          <SpeakerName page={page} context={context} card={card} />
          <a class="place" href={place}>
            {ui.quoteInPlace}
          </a>
        </figcaption>
      ) : (
        <figcaption>
          <a class="place" href={place}>
            <Isolated page={page} context={context} own={article.article} text={article.article.headline} />
          </a>
          {quote.published !== null && <Day context={context} iso={quote.published} />}
        </figcaption>
      )}
    </figure>
  );
}

function SpeakerName({ page, context, card: { quote, speaker } }: PageProps & { card: QuoteCard }) {
  if (speaker !== null) {
    return (
      <a class="speaker" href={context.href(page.path, speaker.path)}>
        <Isolated page={page} context={context} own={speaker} text={speaker.name} />
      </a>
    );
  }
  if (quote.speaker === null) return <span class="speaker is-unknown">{context.ui.unknownSpeaker}</span>;
  return (
    <span class="speaker">
      <Isolated page={page} context={context} own={quote} text={quote.speaker.name} />
    </span>
  );
}

import type { ArticleStore } from "../archive/article-store.ts";
import type { ArticleRef, MentionContext } from "../model/archive.ts";
import type { EntityType } from "../model/article.ts";
import type {
  ArticleCard,
  ArticlePage,
  EntityPage,
  HeadlineCard,
  HomePage,
  ListPage,
  Page,
  PageLink,
  QuoteCard,
  QuotesIndexPage,
  SpeakerPage,
} from "../model/page.ts";
import { type ArticleDraft, completeArticle } from "./article-page.ts";
import { articlePath } from "./paths.ts";

/**
 * All that a page is made of but the texts of its articles, which it names: plain data, so that it can be sent to another
 * thread, and a digest of it says whether the page changed.
 */
export type PageDraft =
  | WholeDraft
  | HomeDraft
  | ListDraft
  | ArticleDraft
  | EntityDraft
  | SpeakerDraft
  | QuotesIndexDraft;

/** A page that needs no text. */
export interface WholeDraft {
  kind: "whole";
  page: Exclude<Page, HomePage | ListPage | ArticlePage | EntityPage | SpeakerPage | QuotesIndexPage>;
}

type HomeCollection = HomePage["collections"][number];

export interface HomeDraft {
  kind: "home";
  page: Omit<HomePage, "collections">;
  collections: (Omit<HomeCollection, "cards"> & { cards: ArticleRef[] })[];
}

export interface ListDraft {
  kind: "list";
  page: Omit<ListPage, "cards">;
  cards: ArticleRef[];
}

/** A quote's card without its words. */
export interface QuoteDraft {
  /** Of its article. */
  ref: ArticleRef;
  fragment: string;
  article: HeadlineCard;
  speaker: QuoteCard["speaker"];
}

export interface EntityDraft {
  kind: "entity";
  page: Omit<EntityPage, "mentions" | "quotes" | "saidOf">;
  mentions: { card: HeadlineCard; ref: ArticleRef }[];
  quotes: QuoteDraft[];
  saidOf: QuoteDraft[];
}

export interface SpeakerDraft {
  kind: "speaker";
  page: Omit<SpeakerPage, "quotes">;
  quotes: QuoteDraft[];
}

export interface QuotesIndexDraft {
  kind: "quotes-index";
  page: Omit<QuotesIndexPage, "speakers">;
  speakers: { speaker: Omit<QuotesIndexPage["speakers"][number], "latest">; latest: QuoteDraft }[];
}

/** What the words of a language are needed for within a text. */
export interface BodyWords {
  /** What a screen reader says of the sign that links to a paragraph, by its number. */
  permalink: (paragraph: number) => string;
  /** What a card says of a name when somebody points at it, by its type and how many articles mention it, as `roughCount` says. */
  card: (type: EntityType, articles: number) => string;
}

export function whole(page: WholeDraft["page"]): WholeDraft {
  return { kind: "whole", page };
}

/** What is read of texts when a page is made. */
export type Texts = Pick<ArticleStore, "loadPublished" | "loadRecord" | "loadContexts" | "loadQuote">;

/** The page of a draft, with what it needs of texts. */
export function completePage(draft: PageDraft, store: Texts, words: BodyWords): Page {
  const complete = (quote: QuoteDraft): QuoteCard => completeQuote(quote, store);
  const cardOf = (ref: ArticleRef): ArticleCard => {
    const article = store.loadRecord(ref);
    return { article, path: articlePath(article.id) };
  };
  switch (draft.kind) {
    case "whole":
      return draft.page;
    case "home": {
      const collections = draft.collections.map((one) => ({ ...one, cards: one.cards.map(cardOf) }));
      return { ...draft.page, collections };
    }
    case "list":
      return { ...draft.page, cards: draft.cards.map(cardOf) };
    case "article":
      return completeArticle(draft, store.loadPublished(draft.ref), words);
    case "entity":
      return {
        ...draft.page,
        mentions: draft.mentions.map((mention) => completeMention(draft, mention, store)),
        quotes: draft.quotes.map(complete),
        saidOf: draft.saidOf.map(complete),
      };
    case "speaker":
      return { ...draft.page, quotes: draft.quotes.map(complete) };
    case "quotes-index": {
      const speakers = draft.speakers.map(({ speaker, latest }) => ({
        ...speaker,
        latest: complete(latest),
      }));
      return { ...draft.page, speakers };
    }
  }
}

function completeQuote({ ref, fragment, article, speaker }: QuoteDraft, store: Texts): QuoteCard {
  const id = `${article.article.id}#${fragment}`;
  const quote = store.loadQuote(ref, id);
  if (quote === null) throw new Error(`The store has no quote "${id}".`);
  return { quote, article, speaker };
}

function completeMention(
  { page }: EntityDraft,
  { card, ref }: EntityDraft["mentions"][number],
  store: Texts,
): EntityPage["mentions"][number] {
  return { card, contexts: store.loadContexts(ref, page.entity.id).map(linkContext) };
}

function linkContext(context: MentionContext): MentionContext & PageLink {
  const link: PageLink = { path: articlePath(context.article) };
  return context.paragraph === null
    ? { ...context, ...link }
    : { ...context, ...link, fragment: `p${context.paragraph}` };
}

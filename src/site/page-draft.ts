import type { ArticleStore } from "../archive/article-store.ts";
import type { ArticleRef, MentionContext } from "../model/archive.ts";
import type { ArticlePage, EntityPage, HeadlineCard, Page, PageLink } from "../model/page.ts";
import { type ArticleDraft, completeArticle } from "./article-page.ts";
import { articlePath } from "./paths.ts";

/**
 * All that a page is made of but the texts of its articles, which it names: plain data, so that it can be sent to another
 * thread, and a digest of it says whether the page changed.
 */
export type PageDraft = WholeDraft | ArticleDraft | EntityDraft;

/** A page that needs no text. */
export interface WholeDraft {
  kind: "whole";
  page: Exclude<Page, ArticlePage | EntityPage>;
}

export interface EntityDraft {
  kind: "entity";
  page: Omit<EntityPage, "mentions">;
  mentions: { card: HeadlineCard; ref: ArticleRef }[];
}

/** What the words of a language are needed for within a text. */
export interface BodyWords {
  /** What a screen reader says of the sign that links to a paragraph, by its number. */
  permalink: (paragraph: number) => string;
  /** What a card says of a name when somebody points at it. */
  card: (entity: ArticleDraft["entities"][number]["entity"]) => string;
}

export function whole(page: WholeDraft["page"]): WholeDraft {
  return { kind: "whole", page };
}

/** The page of a draft, with what it needs of texts. */
export function completePage(
  draft: PageDraft,
  store: Pick<ArticleStore, "load" | "loadContexts">,
  words: BodyWords,
): Page {
  switch (draft.kind) {
    case "whole":
      return draft.page;
    case "article":
      return completeArticle(draft, store.load(draft.ref), words);
    case "entity":
      return {
        ...draft.page,
        mentions: draft.mentions.map((mention) => completeMention(draft, mention, store)),
      };
  }
}

function completeMention(
  { page }: EntityDraft,
  { card, ref }: EntityDraft["mentions"][number],
  store: Pick<ArticleStore, "loadContexts">,
): EntityPage["mentions"][number] {
  return { card, contexts: store.loadContexts(ref, page.entity.id).map(linkContext) };
}

function linkContext(context: MentionContext): MentionContext & PageLink {
  const link: PageLink = { path: articlePath(context.article) };
  return context.paragraph === null
    ? { ...context, ...link }
    : { ...context, ...link, fragment: `p${context.paragraph}` };
}

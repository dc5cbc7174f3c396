import { type ArticleStore, articleStore } from "../archive/article-store.ts";
import { openPack } from "../archive/pack.ts";
import type { SiteConfig } from "../model/seeds.ts";
import { completeArticle } from "./article-page.ts";
import { makeLook, type SiteLook } from "./look.ts";
import { completePage, type PageDraft, type Texts } from "./page-draft.ts";
import { articleDataPath } from "./paths.ts";
import { type WrittenFile, writeSiteFile } from "./product.ts";

export interface RenderBatch {
  site: SiteConfig;
  /** The pack that the texts are in. */
  packPath: string;
  outDir: string;
  drafts: readonly PageDraft[];
}

let opened: { path: string; store: ArticleStore } | undefined;
let dressed: { site: string; look: SiteLook } | undefined;

/** A page could not be made. `cause` is what its view or its template threw. */
export class PageError extends Error {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The page ${path} could not be made: ${reason}`, { cause });
    this.path = path;
  }
}

/**
 * What a worker thread runs: makes pages, each with the files that belong to it. @returns the files of each draft
 * @throws PageError
 * @public what worker threads call
 */
export function renderBatch({ site, packPath, outDir, drafts }: RenderBatch): WrittenFile[][] {
  if (opened?.path !== packPath) {
    opened = { path: packPath, store: articleStore(openPack(packPath, { kind: "read" })) };
  }
  const key = JSON.stringify(site);
  if (dressed?.site !== key) dressed = { site: key, look: makeLook(site) };
  return renderDrafts(drafts, opened.store, dressed.look, outDir);
}

/**
 * Writes the pages of drafts, and an article's data beside its page. @returns the files of each draft
 * @throws PageError
 */
export function renderDrafts(
  drafts: readonly PageDraft[],
  store: Texts,
  look: Pick<SiteLook, "render" | "words">,
  outDir: string,
): WrittenFile[][] {
  return drafts.map((draft) => {
    const { path } = draft.kind === "article" ? draft : draft.page;
    try {
      if (draft.kind !== "article")
        return [writeSiteFile(outDir, path, look.render(completePage(draft, store, look.words)))];
      const published = store.loadPublished(draft.ref);
      const page = completeArticle(draft, published, look.words);
      return [
        writeSiteFile(outDir, path, look.render(page)),
        writeSiteFile(outDir, articleDataPath(draft.id), published.line),
      ];
    } catch (cause) {
      throw new PageError(path, cause);
    }
  });
}

import { type ArticleStore, articleStore } from "../archive/article-store.ts";
import { openPack } from "../archive/pack.ts";
import type { SiteConfig } from "../model/seeds.ts";
import { makeLook, type SiteLook } from "./look.ts";
import { completePage, type PageDraft } from "./page-draft.ts";
import { articleDataPath } from "./paths.ts";
import { type WrittenFile, writeSiteFile } from "./product.ts";
import { renderSite } from "./render-site.ts";

export interface RenderBatch {
  site: SiteConfig;
  /** The pack that the texts are in. */
  packPath: string;
  outDir: string;
  drafts: readonly PageDraft[];
}

const lineEnd = Buffer.from("\n");

let opened: { path: string; store: ArticleStore } | undefined;
let dressed: { site: string; look: SiteLook } | undefined;

/** What a worker thread runs: makes pages, each with the files that belong to it. @returns the files of each draft */
/** @public what worker threads call */
export async function renderBatch({ site, packPath, outDir, drafts }: RenderBatch): Promise<WrittenFile[][]> {
  if (opened?.path !== packPath) {
    opened = { path: packPath, store: articleStore(openPack(packPath, { kind: "read" })) };
  }
  const key = JSON.stringify(site);
  if (dressed?.site !== key) dressed = { site: key, look: makeLook(site) };
  return await renderDrafts(drafts, opened.store, dressed.look, outDir);
}

/** Writes the pages of drafts, and an article's data beside its page. @returns the files of each draft */
export async function renderDrafts(
  drafts: readonly PageDraft[],
  store: Pick<ArticleStore, "load" | "loadLine" | "loadContexts">,
  look: Pick<SiteLook, "render" | "words">,
  outDir: string,
): Promise<WrittenFile[][]> {
  const written = new Map<string, WrittenFile>();
  const data = new Map<string, WrittenFile>();
  const pages = drafts.map((draft) => {
    const { path } = draft.kind === "article" ? draft : draft.page;
    const kind = draft.kind === "whole" ? draft.page.kind : draft.kind;
    const view = () => {
      const page = completePage(draft, store, look.words);
      if (draft.kind === "article") {
        const line = Buffer.concat([store.loadLine(draft.ref), lineEnd]);
        data.set(path, writeSiteFile(outDir, articleDataPath(draft.record.id), line));
      }
      return page;
    };
    return { kind, path, view };
  });
  await renderSite({
    pages,
    outDir,
    render: look.render,
    written: (file) => written.set(file.path, file),
  });
  return pages.map(({ path }) => [written.get(path) ?? [], data.get(path) ?? []].flat());
}

import type { VNode } from "preact";
import type { Page } from "../src/model/page.ts";
import type { PageContext } from "./context.ts";
import { ArticleView } from "./pages/article.tsx";
import { Dates } from "./pages/dates.tsx";
import { EntityView } from "./pages/entity.tsx";
import { EntityIndex } from "./pages/entity-index.tsx";
import { Home } from "./pages/home.tsx";
import { List } from "./pages/list.tsx";
import { NotFound } from "./pages/not-found.tsx";
import { QuotesIndex } from "./pages/quotes-index.tsx";
import { Search } from "./pages/search.tsx";
import { SpeakerView } from "./pages/speaker.tsx";
import { renderHtml } from "./render-html.ts";

/**
 * The whole HTML of a page. The same page and context give the same characters.
 * @param render what makes HTML of nodes; templates that use more of Preact than function components bring Preact's own
 */
export function renderPage(
  page: Page,
  context: PageContext,
  render: (node: VNode) => string = renderHtml,
): string {
  return `<!doctype html>\n${render(templateOf(page, context))}\n`;
}

function templateOf(page: Page, context: PageContext): VNode {
  switch (page.kind) {
    case "home":
      return <Home page={page} context={context} />;
    case "article":
      return <ArticleView page={page} context={context} />;
    case "list":
      return <List page={page} context={context} />;
    case "dates":
      return <Dates page={page} context={context} />;
    case "entity":
      return <EntityView page={page} context={context} />;
    case "entity-index":
      return <EntityIndex page={page} context={context} />;
    case "quotes-index":
      return <QuotesIndex page={page} context={context} />;
    case "speaker":
      return <SpeakerView page={page} context={context} />;
    case "search":
      return <Search page={page} context={context} />;
    case "not-found":
      return <NotFound page={page} context={context} />;
  }
}

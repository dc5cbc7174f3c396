import type { ArticlePage, HeadlineCard } from "../../src/model/page.ts";
import type { PageProps } from "../context.ts";
import { Isolated } from "./isolated.tsx";

/** The next older and next newer article of the collection. */
export function Neighbors({ page, context }: PageProps<ArticlePage>) {
  const { previous, next } = page;
  const { ui, href } = context;
  if (previous === null && next === null) return null;
  const link = (card: HeadlineCard, label: string, rel: "prev" | "next") => (
    <a class={rel} rel={rel} href={href(page.path, card.path)}>
      <span class="label">{label}</span>{" "}
      <Isolated page={page} context={context} own={card.article} text={card.article.headline} />
    </a>
  );
  return (
    <nav class="neighbors" aria-label={ui.neighbors}>
      {previous !== null && link(previous, ui.older, "prev")}
      {next !== null && link(next, ui.newer, "next")}
    </nav>
  );
}

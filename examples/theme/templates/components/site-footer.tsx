import type { PageProps } from "../../../../templates/context.ts";
import { Motto } from "./motto.tsx";

/** A footer of one line, with a component of the theme's own. */
export function SiteFooter({ page, context }: PageProps) {
  const { ui, href } = context;
  return (
    <footer class="site-footer">
      <Motto text={page.site.description ?? page.site.title} />
      <p class="feeds">
        <a href={href(page.path, "feed.xml")}>{ui.feeds}</a>
      </p>
    </footer>
  );
}

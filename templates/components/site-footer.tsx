import { frameOf, inLanguage, type PageProps } from "../context.ts";

const feeds = [
  { path: "feed.xml", name: "Atom" },
  { path: "rss.xml", name: "RSS" },
  { path: "feed.json", name: "JSON Feed" },
];

export function SiteFooter({ page, context }: PageProps) {
  const { ui, href } = context;
  const own = inLanguage(page.site, frameOf({ page, context }));
  return (
    <footer class="site-footer">
      <p class="footer-name" {...own}>
        {page.site.title}
      </p>
      {page.site.description !== null && <p {...own}>{page.site.description}</p>}
      <p class="feeds">
        <span>{ui.feeds}</span>
        {feeds.map(({ path, name }) => (
          <a key={path} href={href(page.path, path)} lang="en" dir="ltr">
            {name}
          </a>
        ))}
      </p>
    </footer>
  );
}

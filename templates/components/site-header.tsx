import type { NavigationName } from "../../src/model/page.ts";
import { frameOf, inLanguage, type PageProps } from "../context.ts";

interface SiteHeaderProps extends PageProps {
  current: NavigationName | "home" | undefined;
}

/** The site's name, a field to search from any page, and the site's sections. */
export function SiteHeader({ page, context, current }: SiteHeaderProps) {
  const { ui } = context;
  const { site } = page;
  const link = (path: string): string => context.href(page.path, path);
  const sections = page.sections.filter(({ name }) => name !== "search");
  return (
    <header class="site-header">
      <div class="masthead">
        <a
          class="site-name"
          href={link("index.html")}
          aria-current={current === "home" ? "page" : undefined}
          {...inLanguage(site, frameOf({ page, context }))}
        >
          {site.title}
        </a>
        {page.kind !== "search" && (
          <search>
            <form class="quick-search" action={link("search.html")}>
              <input
                type="search"
                name="q"
                dir="auto"
                aria-label={ui.searchLabel}
                placeholder={ui.searchLabel}
              />
              <button type="submit">{ui.searchButton}</button>
            </form>
          </search>
        )}
      </div>
      {sections.length > 0 && (
        <nav class="site-nav" aria-label={ui.mainNavigation}>
          <ul>
            {sections.map(({ name, path }) => (
              <li key={name}>
                <a href={link(path)} aria-current={name === current ? "page" : undefined}>
                  {ui.sections[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

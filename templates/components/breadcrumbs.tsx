import type { Breadcrumb } from "../../src/model/page.ts";
import type { PageContext, PageProps } from "../context.ts";

/** The way from home to this page. */
export function Breadcrumbs({ page, context, trail }: PageProps & { trail: readonly Breadcrumb[] }) {
  if (trail.length === 0) return null;
  return (
    <nav class="breadcrumbs" aria-label={context.ui.breadcrumbs}>
      <ol>
        {trail.map((crumb) => (
          <li key={crumb.path}>
            <a href={context.href(page.path, crumb.path)}>{titleOf(crumb, context)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function titleOf(crumb: Breadcrumb, { ui, format }: PageContext): string {
  switch (crumb.kind) {
    case "home":
      return ui.home;
    case "section":
      return ui.sections[crumb.section];
    case "period":
      return format.date(crumb.period);
    case "titled":
      return crumb.title;
  }
}

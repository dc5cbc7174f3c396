import type { NotFoundPage } from "../../src/model/page.ts";
import type { PageProps } from "../context.ts";
import { Document } from "../layouts/document.tsx";

/**
 * A host shows this page at any address, of any depth. Where the site is told its own address, its links are absolute,
 * so that they arrive from everywhere; without one they are right for addresses at the root, and nothing can be done
 * for others. The style sheet stays relative: a page loads from no other host, and reads well without it.
 */
export function NotFound({ page, context }: PageProps<NotFoundPage>) {
  const { ui } = context;
  const { url } = page.site;
  const href: typeof context.href = (from, to, fragment) =>
    url === null ? context.href(from, to, fragment) : new URL(context.href(from, to, fragment), url).href;
  return (
    <Document page={page} context={{ ...context, href }} title={ui.notFound}>
      <header class="list-header">
        <p class="numeral" aria-hidden="true">
          404
        </p>
        <h1>{ui.notFound}</h1>
        <p>{ui.notFoundHint}</p>
      </header>
      <ul class="ways">
        <li>
          <a href={href(page.path, "index.html")}>{ui.home}</a>
        </li>
        {page.sections.map(({ name, path }) => (
          <li key={name}>
            <a href={href(page.path, path)}>{ui.sections[name]}</a>
          </li>
        ))}
      </ul>
    </Document>
  );
}

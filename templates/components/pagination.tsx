import type { Pagination as Pages } from "../../src/model/page.ts";
import type { PageProps } from "../context.ts";

/** Links to the neighbors of a page of a list, and to its first and last. */
export function Pagination({ page, context, pagination }: PageProps & { pagination: Pages }) {
  const { ui, format, href } = context;
  const { current, paths } = pagination;
  if (paths.length < 2) return null;
  const shown = paths
    .map((path, index) => ({ path, number: index + 1 }))
    .filter(({ number }) => number === 1 || number === paths.length || Math.abs(number - current) <= 2);
  const previous = paths[current - 2];
  const next = paths[current];
  return (
    <nav class="pagination" aria-label={ui.pagination}>
      {previous !== undefined && (
        <a class="step" rel="prev" href={href(page.path, previous)}>
          {ui.previousPage}
        </a>
      )}
      <ol>
        {shown.map(({ path, number }, index) => (
          <li key={path} class={number - (shown[index - 1]?.number ?? 0) > 1 ? "after-gap" : undefined}>
            <a
              href={href(page.path, path)}
              aria-current={number === current ? "page" : undefined}
              aria-label={ui.page(format.number(number))}
            >
              {format.number(number)}
            </a>
          </li>
        ))}
      </ol>
      {next !== undefined && (
        <a class="step" rel="next" href={href(page.path, next)}>
          {ui.nextPage}
        </a>
      )}
    </nav>
  );
}

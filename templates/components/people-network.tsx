import type { PeopleNetwork as Picture } from "../../src/model/chart.ts";
import type { PageProps } from "../context.ts";
import { topOf } from "./chart-text.ts";
import { NumbersTable } from "./numbers-table.tsx";

/** Lines are no wider than this, however many articles two people share. */
const widest = 6;

/** Who is mentioned with whom: a line for two people of the same articles, wider the more there are. */
export function PeopleNetwork({ page, context, network }: PageProps & { network: Picture }) {
  const { ui, format, href } = context;
  const { width, height, nodes, links } = network;
  // A name stands above its point: drawn after those that are higher up, it is covered by none of them.
  const fromAbove = nodes.toSorted((one, other) => one.y - other.y);
  return (
    <section class="chart" aria-labelledby="network">
      <h2 id="network">{ui.charts.network}</h2>
      <svg class="network" viewBox={`0 0 ${width} ${height}`} aria-labelledby="network-title network-text">
        <title id="network-title">{ui.charts.network}</title>
        <desc id="network-text">
          {topOf(
            nodes.map(({ name, articles }) => ({ name, count: articles })),
            context,
          )}
        </desc>
        {links.map(({ source, target, articles }) => (
          <line
            key={`${source}-${target}`}
            x1={nodes[source]?.x}
            y1={nodes[source]?.y}
            x2={nodes[target]?.x}
            y2={nodes[target]?.y}
            stroke-width={Math.min(widest, articles)}
          />
        ))}
        {fromAbove.map(({ name, path, articles, x, y, radius, label }) => (
          <a
            key={path}
            href={href(page.path, path)}
            tabindex={-1}
            aria-label={`${name}: ${format.count(ui.counts.articles, articles)}`}
          >
            <circle cx={x} cy={y} r={radius}>
              <title>{`${name}: ${format.count(ui.counts.articles, articles)}`}</title>
            </circle>
            <text class={label} x={x} y={y - radius - 5}>
              {name}
            </text>
          </a>
        ))}
      </svg>
      <NumbersTable
        page={page}
        context={context}
        columns={[ui.entityTypes.Person, ui.charts.together, ui.charts.articles]}
        rows={links.map(({ source, target, articles }) => ({
          key: `${source}-${target}`,
          cells: [
            <bdi>{nodes[source]?.name}</bdi>,
            <bdi>{nodes[target]?.name}</bdi>,
            format.number(articles),
          ],
        }))}
      />
    </section>
  );
}

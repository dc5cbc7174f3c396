import type { PlaceMap as Picture } from "../../src/model/chart.ts";
import type { PageProps } from "../context.ts";
import { topOf } from "./chart-text.ts";
import { NumbersTable } from "./numbers-table.tsx";

/** Where the places of the archive are, larger the more articles mention one. East is on the right in every language. */
export function PlaceMap({ page, context, map }: PageProps & { map: Picture }) {
  const { ui, format, href } = context;
  return (
    <section class="chart" aria-labelledby="map">
      <h2 id="map">{ui.charts.map}</h2>
      <svg class="map" viewBox={`0 0 ${map.width} ${map.height}`} aria-labelledby="map-title map-text">
        <title id="map-title">{ui.charts.map}</title>
        <desc id="map-text">
          {topOf(
            map.points.map(({ name, articles }) => ({ name, count: articles })),
            context,
          )}
        </desc>
        <path class="land" d={map.land} />
        {map.points.map(({ name, path, articles, x, y, radius }) => (
          <a
            key={path}
            href={href(page.path, path)}
            tabindex={-1}
            aria-label={`${name}: ${format.count(ui.counts.articles, articles)}`}
          >
            <circle cx={x} cy={y} r={radius}>
              <title>{`${name}: ${format.count(ui.counts.articles, articles)}`}</title>
            </circle>
          </a>
        ))}
        {map.points
          .filter(({ label }) => label !== "none")
          .map(({ name, path, x, y, radius, label }) => (
            <text class={label} key={path} x={x} y={y - radius - 6}>
              {name}
            </text>
          ))}
      </svg>
      {map.unplaced > 0 && (
        <p class="note">
          {ui.charts.unplaced}: {format.number(map.unplaced)}
        </p>
      )}
      <NumbersTable
        page={page}
        context={context}
        columns={[ui.entityTypes.Place, ui.charts.articles]}
        rows={map.points.map(({ name, path, articles }) => ({
          key: path,
          cells: [
            <a href={href(page.path, path)}>
              <bdi>{name}</bdi>
            </a>,
            format.number(articles),
          ],
        }))}
      />
    </section>
  );
}

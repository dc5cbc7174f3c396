import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { scaleSqrt } from "d3-scale";
import type { ArchivedEntity } from "../../model/archive.ts";
import type { NetworkLink, NetworkNode, PeopleNetwork } from "../../model/chart.ts";
import { entityPath } from "../paths.ts";
import { labelPoints } from "./label-points.ts";

const width = 960;
const height = 600;
const mostNodes = 36;
const steps = 300;
/** Room for a name beside its point, and half of what a letter of one takes. */
const margin = 80;
const halfLetter = 4.6;

interface Body {
  index: number;
  entity: ArchivedEntity;
  x?: number;
  y?: number;
  radius: number;
}

/**
 * Who is mentioned in the same articles as whom: the most mentioned people, those that stand with nobody left out. Null when
 * fewer than three are left. The same archive gives the same picture: the simulation starts from a fixed pattern.
 */
export function makePeopleNetwork(people: readonly ArchivedEntity[]): PeopleNetwork | null {
  const { candidates, pairs } = peopleTogether(people);
  const linked = new Set(pairs.flatMap(({ source, target }) => [source, target]));
  if (linked.size < 3) return null;
  const kept = candidates.map((_, index) => index).filter((index) => linked.has(index));
  const place = new Map(kept.map((old, index) => [old, index]));
  const links = pairs.map(({ source, target, articles }) => ({
    source: place.get(source) ?? 0,
    target: place.get(target) ?? 0,
    articles,
  }));
  const most = Math.max(...candidates.map(({ articles }) => articles.length));
  const radius = scaleSqrt([0, most], [3, 20]);
  const bodies = kept.flatMap((old, index): Body[] => {
    const entity = candidates[old];
    return entity === undefined ? [] : [{ index, entity, radius: radius(entity.articles.length) }];
  });
  const simulation = forceSimulation(bodies)
    .force(
      "link",
      forceLink<Body, { source: number | Body; target: number | Body; articles: number }>(
        links.map((link) => ({ ...link })),
      )
        .distance(110)
        .strength(({ articles }) => Math.min(1, 0.15 + articles / 8)),
    )
    .force("apart", forceManyBody().strength(-420))
    .force("x", forceX(width / 2).strength(0.06))
    .force("y", forceY(height / 2).strength(0.11))
    .force(
      "room",
      forceCollide<Body>(({ radius: size, entity }) => Math.max(size + 22, entity.name.length * halfLetter)),
    )
    .stop();
  simulation.tick(steps);
  const unnamed = bodies.map(({ entity, x = 0, y = 0, radius: size }) => ({
    name: entity.name,
    path: entityPath(entity.type, entity.id),
    articles: entity.articles.length,
    x: inside(x, width, margin),
    y: inside(y, height, 40),
    radius: Math.round(size * 10) / 10,
  }));
  const labels = labelPoints(unnamed, width, mostNodes);
  return {
    width,
    height,
    nodes: unnamed.map(
      (node, nth): NetworkNode => ({
        ...node,
        label: labels[nth] === "always" ? "always" : "wide",
      }),
    ),
    links: links.sort((one, other) => other.articles - one.articles),
  };
}

/** All that a network is worked out from: those who may be on it, and which of them share articles, by their places among these. */
export function peopleTogether(people: readonly ArchivedEntity[]): {
  candidates: readonly ArchivedEntity[];
  pairs: NetworkLink[];
} {
  const candidates = people.slice(0, mostNodes);
  return { candidates, pairs: linksOf(candidates) };
}

/** Pairs that share an article, by index. */
function linksOf(people: readonly ArchivedEntity[]): NetworkLink[] {
  const sets = people.map(({ articles }) => new Set(articles));
  const links: NetworkLink[] = [];
  sets.forEach((one, source) => {
    for (let target = source + 1; target < sets.length; target += 1) {
      const other = sets[target] ?? new Set();
      let articles = 0;
      for (const article of one) if (other.has(article)) articles += 1;
      if (articles > 0) links.push({ source, target, articles });
    }
  });
  return links;
}

function inside(value: number, size: number, room: number): number {
  return Math.round(Math.min(size - room, Math.max(room, value)) * 10) / 10;
}

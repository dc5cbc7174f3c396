import type { PointLabel } from "../../model/chart.ts";

interface NamedPoint {
  name: string;
  x: number;
  y: number;
  radius: number;
}

/** How large letters are in units of the picture: half of one's width on the average, and a line's height. */
interface Letters {
  half: number;
  height: number;
}

/** On a desktop's screen, and on a phone's, which shows the picture at less than half its size. */
const wide: Letters = { half: 4.5, height: 22 };
const narrow: Letters = { half: 11.5, height: 46 };

/**
 * Which points have room for their names above them, with no name on another; the first of the points go before the others. What is named on a
 * phone is named everywhere.
 * @param most names on a wide screen
 */
export function labelPoints(points: readonly NamedPoint[], width: number, most: number): PointLabel[] {
  const always = place(points, narrow, width, most, new Set());
  const named = place(points, wide, width, most, always);
  return points.map((_, nth) => (always.has(nth) ? "always" : named.has(nth) ? "wide" : "none"));
}

function place(
  points: readonly NamedPoint[],
  { half, height }: Letters,
  width: number,
  most: number,
  placed: ReadonlySet<number>,
): Set<number> {
  const boxOf = ({ name, x, y, radius }: NamedPoint) => {
    const top = y - radius - height;
    return { left: x - name.length * half, right: x + name.length * half, top, bottom: top + height };
  };
  const named = new Set(placed);
  const taken = points.filter((_, nth) => placed.has(nth)).map(boxOf);
  for (const [nth, point] of points.entries()) {
    if (named.size >= most) break;
    const box = boxOf(point);
    const isFree = taken.every(
      (other) =>
        box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
    );
    if (placed.has(nth) || !isFree || box.left < 0 || box.right > width || box.top < 0) continue;
    taken.push(box);
    named.add(nth);
  }
  return named;
}

/**
 * The outline of a level's mark as an SVG path: a circle, a hexagon, a star of twelve points. Levels
 * differ by shape, since colour alone tells not everybody something.
 */
export function markShape(level: number, { centre, radius }: { centre: number; radius: number }) {
  if (level <= 1) {
    const d = 2 * radius;
    return `M${centre - radius} ${centre}a${radius} ${radius} 0 1 0 ${d} 0a${radius} ${radius} 0 1 0 ${-d} 0Z`;
  }
  if (level === 2) return polygon(corners(6, centre, () => radius));
  return polygon(corners(24, centre, (corner) => (corner % 2 === 0 ? radius : radius * 0.86)));
}

type Point = readonly [number, number];

function corners(count: number, centre: number, radiusOf: (corner: number) => number): Point[] {
  return Array.from({ length: count }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / count - Math.PI / 2;
    const radius = radiusOf(corner);
    return [round(centre + radius * Math.cos(angle)), round(centre + radius * Math.sin(angle))];
  });
}

function polygon(points: Point[]): string {
  return `M${points.map(([x, y]) => `${x} ${y}`).join("L")}Z`;
}

/** A five-pointed star around a point. */
export function starPath(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, corner): Point => {
    const angle = (Math.PI * corner) / 5 - Math.PI / 2;
    const reach = corner % 2 === 0 ? radius : radius * 0.42;
    return [round(x + reach * Math.cos(angle)), round(y + reach * Math.sin(angle))];
  });
  return polygon(points);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Outlines by level, in a square of 24: a disc, a hexagon, a star. */
const SHAPES: Record<number, string> = {
  1: "M12 2a10 10 0 1 1 0 20a10 10 0 0 1 0-20Z",
  2: "M12 1.5 21.1 6.75v10.5L12 22.5 2.9 17.25V6.75Z",
  3: "M12 1l3 5 5.7-1.3L19.4 10.4 23 15l-5.6 1.5L16.6 22 12 18.9 7.4 22l-.8-5.5L1 15l3.6-4.6L3.3 4.7 9 6Z",
};

/**
 * The mark of a certification: its shape tells the level, its text alternative names it. A mark of
 * former times is drawn as an outline.
 */
export function CertificationMark({
  level,
  label,
  size = 20,
  former = false,
}: {
  level: number;
  /** Name and level in words. */
  label: string;
  size?: number;
  former?: boolean;
}) {
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      className="shrink-0 text-gold"
    >
      <title>{label}</title>
      <path
        d={SHAPES[level] ?? SHAPES[1]}
        fill={former ? "none" : "currentColor"}
        stroke="currentColor"
        strokeWidth={former ? 2 : 0}
        strokeLinejoin="round"
      />
      <path
        d="m7.8 12.4 2.8 2.8 5.6-5.8"
        fill="none"
        stroke={former ? "currentColor" : "var(--color-surface)"}
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

const hues = ["#2f6f6d", "#5b5f97", "#8a5a44", "#3f6e9a", "#7a4f7d", "#4e6b3a", "#8a4b57"];

/** A person's picture, or the first character of the name on a colour that stays the same. */
export function Avatar({
  name,
  fileId,
  size = 40,
}: {
  name: string;
  fileId?: string | null;
  size?: number;
}) {
  if (fileId) {
    return (
      <img
        src={`/files/${fileId}`}
        alt=""
        width={size}
        height={size}
        loading="lazy"
        className="shrink-0 rounded-full object-cover"
      />
    );
  }
  const first = [...name.trim()][0] ?? "?";
  const hue = hues[[...name].reduce((sum, c) => sum + (c.codePointAt(0) ?? 0), 0) % hues.length];
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 40 40"
      aria-hidden="true"
      className="shrink-0 rounded-full"
    >
      <rect width="40" height="40" fill={hue} />
      <text x="20" y="21" fill="#fff" fontSize="18" textAnchor="middle" dominantBaseline="central">
        {first.toUpperCase()}
      </text>
    </svg>
  );
}

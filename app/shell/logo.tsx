/** Two people under one roof of speech: the mark of the portal. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <path
        d="M6 4h20a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4Z"
        className="fill-brand"
      />
      <circle cx="11.5" cy="11" r="2.8" className="fill-brand-ink" />
      <circle cx="20.5" cy="11" r="2.8" className="fill-brand-ink" />
      <path
        d="M6.5 19.5c0-3 2.2-4.8 5-4.8s4.5 1.8 4.5 1.8 1.7-1.8 4.5-1.8 5 1.8 5 4.8"
        className="fill-none stroke-brand-ink"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  );
}

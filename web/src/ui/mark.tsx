/** A bridge span over a beat. Drawn in the colour of its text. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d="M3 14C8 5.5 24 5.5 29 14" />
      <path d="M3 14h26" />
      <path d="M10 14V9.6M16 14V7.9M22 14V9.6" strokeWidth="1.4" />
      <path d="M3 24h7l2.5-4.5 4 8 3-6.5 1.8 3H29" />
    </svg>
  );
}

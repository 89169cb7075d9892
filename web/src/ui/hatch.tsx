/**
 * The patterns that stand for what is not there. Every chart refers to them by `url(#…)`:
 * `hatch-gap` demand that nothing teaches, `hatch-unknown` what cannot be told.
 */
export function HatchDefinitions() {
  return (
    <svg width="0" height="0" aria-hidden focusable="false" className="hatch-definitions">
      <defs>
        <pattern
          id="hatch-gap"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" y1="0" x2="0" y2="6" stroke="var(--demand)" strokeWidth="2.6" />
        </pattern>
        <pattern
          id="hatch-unknown"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <line x1="0" y1="0" x2="0" y2="5" stroke="var(--line-strong)" strokeWidth="1.2" />
        </pattern>
        <pattern
          id="hatch-partial"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <line x1="0" y1="0" x2="0" y2="5" stroke="var(--supply)" strokeWidth="2" />
        </pattern>
      </defs>
    </svg>
  );
}

import type { Relation } from '@nhip/server/crosswalks/contract.ts';
import type { ReactNode } from 'react';

/** The relation as it is drawn between the trees: solid, tapered towards the narrower, dotted. */
export function RelationIcon({ relation }: { relation: Relation }) {
  return (
    <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden>
      {SHAPES[relation]}
    </svg>
  );
}

const SHAPES: Record<Relation, ReactNode> = {
  exact: <rect x="1" y="4.5" width="24" height="5" rx="2" fill="currentColor" />,
  broader: <path d="M1 1 L25 6 V8 L1 13 Z" fill="currentColor" />,
  narrower: <path d="M1 6 L25 1 V13 L1 8 Z" fill="currentColor" />,
  related: (
    <line
      x1="2"
      y1="7"
      x2="25"
      y2="7"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      strokeDasharray="0.5 6"
    />
  ),
};

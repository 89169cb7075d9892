import { useEffect, useState } from 'react';

/** The value once it has rested for a moment; the first one at once. */
export function usePause<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const pause = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(pause);
  }, [value, ms]);
  return rested;
}

import { useEffect, useState } from 'react';

export interface Rotation {
  at: number;
  /** Seconds until the next panel. */
  left: number;
  paused: boolean;
  pause: () => void;
  show: (at: number) => void;
}

/** Goes round `count` panels, each for `seconds`, unless somebody stops it. */
export function useRotation(count: number, seconds: number): Rotation {
  const [state, setState] = useState({ at: 0, left: seconds, paused: false });
  useEffect(() => {
    if (state.paused) return;
    const timer = setInterval(() => setState((now) => (now.left > 1 ? { ...now, left: now.left - 1 } : { ...now, at: (now.at + 1) % count, left: seconds })), 1000);
    return () => clearInterval(timer);
  }, [state.paused, count, seconds]);
  return {
    ...state,
    pause: () => setState((now) => ({ ...now, paused: !now.paused })),
    show: (at) => setState((now) => ({ ...now, at: (at + count) % count, left: seconds })),
  };
}

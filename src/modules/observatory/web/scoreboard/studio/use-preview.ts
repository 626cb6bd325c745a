import { useEffect, useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { previewScoreboard } from '../../../words/scoreboard.contract.ts';
import type { ScoreboardContent } from '../../../words/scoreboard.schema.ts';

/** The value as it was when nothing had changed for a moment: a slider asks once, not a hundred times. */
export function useSettled<Value>(value: Value, wait = 250): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}

export const canCompute = (content: ScoreboardContent): boolean => content.subjects.length >= 2 && content.nodes.some((node) => node.indicatorId !== null);

/** Computes content that is not stored. With intervals it replicates the whole chain 200 times. */
export function usePreview(scoreboardId: string, content: ScoreboardContent, { intervals = false, enabled = true }: { intervals?: boolean; enabled?: boolean } = {}) {
  return useRoute(
    previewScoreboard,
    { params: { scoreboardId }, body: { content, parts: intervals ? ['intervals'] : [] } },
    { enabled: enabled && canCompute(content), keepPrevious: intervals, staleTime: 300_000 },
  );
}

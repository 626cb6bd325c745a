import { useEffect, useMemo, useRef, useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { updateEdition } from '../../../words/scoreboard.contract.ts';
import type { ScoreboardChoices } from '../../../words/scoreboard-choices.schema.ts';
import { contentSchema, type Edition, type ScoreboardContent, type ScoreboardNode } from '../../../words/scoreboard.schema.ts';

export interface Studio {
  content: ScoreboardContent;
  /** What is stored of it. */
  saved: ScoreboardContent;
  dirty: boolean;
  change: (part: Partial<ScoreboardContent>) => void;
  setNodes: (nodes: ScoreboardNode[]) => void;
  setChoices: (choices: Partial<ScoreboardChoices>) => void;
  undo: (() => void) | null;
  save: () => void;
  saving: boolean;
  error: ReturnType<typeof useWrite<typeof updateEdition>>['error'];
  /** Names of what was added here, until the server tells them. */
  names: Map<string, string>;
}

/** The same text for the same content, in whatever order its fields came. */
const textOf = (content: ScoreboardContent): string => JSON.stringify(contentSchema.safeParse(content).data ?? content);

/** The content at hand of an open edition: every change can be undone, nothing is stored until it is saved. */
export function useStudio(edition: Edition): Studio {
  const [past, setPast] = useState<ScoreboardContent[]>([]);
  const [content, setContent] = useState(edition.content);
  const names = useRef(new Map<string, string>());
  const write = useWrite(updateEdition, { touches: ['scoreboard'] });
  const dirty = useMemo(() => textOf(content) !== textOf(edition.content), [content, edition.content]);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
  const change = (part: Partial<ScoreboardContent>) => {
    setPast((before) => [...before.slice(-49), content]);
    setContent({ ...content, ...part });
  };
  const last = past.at(-1);
  return {
    content,
    saved: edition.content,
    dirty,
    change,
    setNodes: (nodes) => change({ nodes }),
    setChoices: (choices) => change({ choices: { ...content.choices, ...choices } }),
    undo: last
      ? () => {
          setContent(last);
          setPast((before) => before.slice(0, -1));
        }
      : null,
    save: () => write.mutate({ params: { editionId: edition.id }, body: { note: edition.note, content }, ifMatch: edition.version }),
    saving: write.isPending,
    error: write.error,
    names: names.current,
  };
}

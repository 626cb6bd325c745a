import { useText } from '#web/i18n/use-text.ts';

export const actorTypes = ['government', 'enterprise', 'research', 'association', 'service'] as const;
export type ActorType = (typeof actorTypes)[number];

export const actorColours: Record<ActorType, string> = {
  government: 'var(--cat-8)',
  enterprise: 'var(--cat-1)',
  research: 'var(--cat-3)',
  association: 'var(--cat-2)',
  service: 'var(--cat-7)',
};

const shapes: Record<ActorType, string> = {
  government: 'M1 1h10v10H1z',
  enterprise: 'M6 .6a5.4 5.4 0 110 10.8A5.4 5.4 0 016 .6z',
  research: 'M6 .6l5.6 10.4H.4z',
  association: 'M6 .2L11.8 6 6 11.8.2 6z',
  service: 'M3.2 1h5.6L11.6 6 8.8 11H3.2L.4 6z',
};

/** The five kinds of actors, by shape and colour; with `bare` the word is only read aloud. */
export function OrganisationMark({ type, bare = false, size = 12 }: { type: ActorType; bare?: boolean; size?: number }) {
  const text = useText();
  const word = text(`web.actor.${type}`);
  return (
    <span className="actor-mark" title={bare ? word : undefined}>
      <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
        <path d={shapes[type]} fill={actorColours[type]} />
      </svg>
      {bare ? <span className="visually-hidden">{word}</span> : word}
    </span>
  );
}

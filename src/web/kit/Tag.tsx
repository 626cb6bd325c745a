import type { ReactNode } from 'react';
import { Icon } from './icon/Icon.tsx';
import type { IconName } from './icon/paths.ts';

export type Tone = 'neutral' | 'brand' | 'positive' | 'warning' | 'critical';

/** State in a word, with tint, border and icon: never colour alone. */
export function Tag({ tone = 'neutral', icon, children, title }: { tone?: Tone; icon?: IconName; children: ReactNode; title?: string }) {
  return (
    <span className={`tag tag-${tone}`} title={title}>
      {icon ? <Icon name={icon} size={12} /> : null}
      {children}
    </span>
  );
}

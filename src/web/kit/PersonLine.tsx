import type { ReactNode } from 'react';
import { initialsOf } from './initials.ts';

/** A person in the right column: initial, name, what they do here. */
export function PersonLine({ name, detail }: { name: string; detail?: ReactNode }) {
  return (
    <li>
      <span className="avatar" aria-hidden="true">{initialsOf(name)}</span>
      <span className="person-lines">
        <span>{name}</span>
        {detail ? <span className="small quiet">{detail}</span> : null}
      </span>
    </li>
  );
}

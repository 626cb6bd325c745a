import type { ComponentType } from 'react';
import type { MessageKey } from '#web/i18n/catalogue.ts';
import type { IconName } from '#web/kit/icon/paths.ts';

export interface PageRoute {
  /** `/organisations/$organisationId`; parameters with a dollar sign. */
  path: string;
  title: MessageKey;
  load: () => Promise<{ default: ComponentType }>;
  /** A line in the rail. `end` puts it at the foot, away from the rooms. */
  nav?: {
    order: number;
    icon: IconName;
    /** Pages of one room share a line; the others stand in a bar above the page. */
    room?: 'intake' | 'observatory';
    section?: 'rooms' | 'end';
    /** Other path beginnings that light this line up. */
    covers?: readonly string[];
    /** Shown to holders of one of these permissions; to everyone signed in when left out. */
    permissions?: readonly string[];
    /** Shown to whoever may open one of the administration's pages. */
    administration?: true;
  };
  /** A line in the administration's own menu; the page wraps itself in `<Administration>`. */
  administration?: {
    group: 'people' | 'exchange' | 'rules' | 'system';
    order: number;
    /** Null: every one signed in. */
    permission: string | null;
    /** One sentence on what is done there. */
    hint: MessageKey;
  };
  /** Parts of the top bar's context that narrow this page: it reads them with `useReadingContext()`. */
  reads?: readonly ('territory' | 'period')[];
  /** Readable without signing in. */
  public?: boolean;
  /** Without rail and top bar: sign-in, large screen. */
  fullScreen?: boolean;
}

/** The page found for a path, as the frame needs it. */
export function pageOf(staticData: object): PageRoute | null {
  return (staticData as { page?: PageRoute }).page ?? null;
}

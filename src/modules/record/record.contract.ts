import type { Route } from '#platform/http/route.contract.ts';
import { commentReasons, commentRoutes } from './words/comment.contract.ts';
import { fileReasons, fileRoutes } from './words/file.contract.ts';
import { viewReasons, viewRoutes } from './words/view.contract.ts';

/** Reasons of this room and their HTTP status; words are `record.reason.<name>`. */
export const recordReasons = { ...fileReasons, ...commentReasons, ...viewReasons } as const;

export const recordRoutes: readonly Route[] = [...fileRoutes, ...commentRoutes, ...viewRoutes];

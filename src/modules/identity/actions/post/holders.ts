import type { Context } from '#platform/module/module.ts';
import { holderAt, superiorsAt } from '../../store/post-holder-store.ts';

/** Who holds the post at this instant: duties, routes and notices that name a post follow it by date. */
export const holderOf = (context: Pick<Context, 'db' | 'spaceId'>, postId: string, at: Date): Promise<string | null> => holderAt(context.db, context.spaceId, postId, at);

/** Whom unanswered things of this person escalate to. */
export const superiorsOf = (context: Pick<Context, 'db' | 'spaceId'>, personId: string, at: Date): Promise<string[]> => superiorsAt(context.db, context.spaceId, personId, at);

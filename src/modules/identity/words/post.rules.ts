import { mandateDeeds } from './approval.rules.ts';

/** A post above itself would make its own superior out of everybody between. */
export function isAbove(posts: readonly { id: string; superiorId: string | null }[], id: string, superiorId: string | null): boolean {
  const above = new Map(posts.map((post) => [post.id, post.superiorId]));
  const seen = new Set<string>();
  for (let at = superiorId; at !== null && !seen.has(at); at = above.get(at) ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/** Whoever holds such a post holds rights over the whole space, so a change of holder waits for a second person as a grant would. */
export function isDangerousPost(mandates: readonly { role: string; scopeKind: string; state: string }[]): boolean {
  return mandates.some((mandate) => mandate.state !== 'ended' && mandateDeeds.grant(mandate));
}

/** Posts as a chart reads them: each with how deep it lies, superiors first. Posts whose superior is not shown begin a tree. */
export function chartOrder<Post extends { id: string; superiorId: string | null }>(posts: readonly Post[]): { post: Post; depth: number }[] {
  const shown = new Set(posts.map((post) => post.id));
  const below = (superior: string | null) => posts.filter((post) => (post.superiorId !== null && shown.has(post.superiorId) ? post.superiorId : null) === superior);
  const walk = (superior: string | null, depth: number): { post: Post; depth: number }[] => below(superior).flatMap((post) => [{ post, depth }, ...walk(post.id, depth + 1)]);
  return walk(null, 0);
}

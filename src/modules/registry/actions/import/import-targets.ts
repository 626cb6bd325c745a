import type { ImportTarget } from '#platform/module/module.ts';
import { organisationTarget } from './organisation-target.ts';
import { siteTarget } from './site/site-target.ts';

/** What intake may write into the register, in the order in which the records build on one another. */
export const importTargets: readonly ImportTarget[] = [organisationTarget, siteTarget];

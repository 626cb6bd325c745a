import type { ImportTarget } from '#platform/module/module.ts';
import { bodyTarget } from './body/body-target.ts';
import { clusterTarget } from './cluster/cluster-target.ts';
import { membershipTarget } from './membership/membership-target.ts';
import { organisationTarget } from './organisation-target.ts';
import { placeTarget } from './place/place-target.ts';
import { siteTarget } from './site/site-target.ts';
import { titleTarget } from './title/title-target.ts';

/** What intake may write into the register, in the order in which the records build on one another. */
export const importTargets: readonly ImportTarget[] = [organisationTarget, siteTarget, titleTarget, clusterTarget, membershipTarget, bodyTarget, placeTarget];

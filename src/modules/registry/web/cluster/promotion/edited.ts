import type { bodySlots, ClusterOrganisation } from '../../../words/cluster.schema.ts';

export type Body = ClusterOrganisation['bodies'][number];
export type Seat = Body['seats'][number];

/** What a dialog is open for; null stands for a new one. */
export interface EditedBody {
  slot: (typeof bodySlots)[number];
  body: Body | null;
}
export interface EditedSeat {
  body: Body;
  seat: Seat | null;
}
export const promotionTouches = ['clusterOrganisation', 'subOrganisation', 'cluster', 'body', 'seat', 'history', 'organisation'] as const;

import type { ClaimState } from '../../words/claim.schema.ts';

export const claimTone = { waiting: 'warning', approved: 'positive', rejected: 'neutral' } as const satisfies Record<ClaimState, string>;

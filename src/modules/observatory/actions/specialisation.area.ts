import type { Module } from '#platform/module/module.ts';
import { specialisationReasons } from '../words/specialisation.contract.ts';

/** Region by industry tables: location quotients, strong clusters, shift–share, related industries. */
export const specialisationArea = {
  actions: {},
  reasons: specialisationReasons,
} satisfies Pick<Module, 'actions' | 'reasons'>;

import type { Module } from '#platform/module/module.ts';
import { mapReasons } from '../words/map.contract.ts';

/** Points of organisations, density clusters and their boundaries. */
export const mapArea = {
  actions: {},
  reasons: mapReasons,
} satisfies Pick<Module, 'actions' | 'reasons'>;

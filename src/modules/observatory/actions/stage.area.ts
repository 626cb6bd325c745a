import type { Module } from '#platform/module/module.ts';
import { stageReasons } from '../words/stage.contract.ts';

/** Lifecycle stages by a dated rule set, and diagnosis sheets. */
export const stageArea = {
  actions: {},
  reasons: stageReasons,
} satisfies Pick<Module, 'actions' | 'reasons'>;

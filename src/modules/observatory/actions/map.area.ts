import type { Module } from '#platform/module/module.ts';
import { mapReasons } from '../words/map.contract.ts';
import { getDensityMap } from './map/get-density-map.ts';
import { listMapSites } from './map/list-map-sites.ts';
import { get, measure, measureJob } from './map/measure-k-density.ts';

/** Points of organisations, density clusters and their boundaries. */
export const mapArea = {
  actions: {
    'densityMap.get': getDensityMap,
    'densityMap.sites': listMapSites,
    'kDensity.measure': measure,
    'kDensity.get': get,
  },
  reasons: mapReasons,
  jobs: { 'observatory.measureKDensity': measureJob },
} satisfies Pick<Module, 'actions' | 'reasons' | 'jobs'>;

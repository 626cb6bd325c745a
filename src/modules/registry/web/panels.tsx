import type { Panel } from '#web/router/collect-panels.ts';
import { LargestClusters } from './cluster/LargestClusters.tsx';
import { MapPanel } from './territory/MapPanel.tsx';
import './registry.css';

/** What the registry offers to the cockpit and the large screen. */
export const panels: readonly Panel[] = [
  { key: 'clusters', title: 'registry.map.picture.clusters', order: 10, Panel: ({ large }) => <MapPanel of="clusters" large={large} /> },
  { key: 'largest', title: 'registry.largest', order: 20, Panel: ({ large }) => <LargestClusters most={large ? 10 : 8} /> },
  { key: 'organisations', title: 'registry.map.picture.organisations', order: 15, screenOnly: true, Panel: ({ large }) => <MapPanel of="organisations" large={large} /> },
];

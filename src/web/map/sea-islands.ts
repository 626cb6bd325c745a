import type { MapFeature } from './map-data.ts';

interface Drawn {
  name?: string;
  geometries?: readonly { exterior?: readonly (readonly number[])[] }[];
}
type Inner = { getModel?: () => { getComponent: (kind: string) => { coordinateSystem?: { regions?: readonly Drawn[] } } | undefined } };

/** The sea islands of China as the drawing library adds them to a map of that name, in degrees, for maps that are drawn without it. */
export async function seaIslands(features: readonly MapFeature[]): Promise<(readonly (readonly number[])[])[]> {
  const { startMap } = await import('./draw-map.ts');
  const holder = document.createElement('div');
  Object.assign(holder.style, { width: '10px', height: '10px', position: 'fixed', left: '-99px' });
  document.body.append(holder);
  const chart = startMap(holder, 'china', features, {});
  try {
    chart.setOption({ geo: { map: 'china' } });
    const regions = (chart as unknown as Inner).getModel?.().getComponent('geo')?.coordinateSystem?.regions ?? [];
    return regions.filter(({ name }) => name === '南海诸岛').flatMap(({ geometries = [] }) => geometries.flatMap(({ exterior }) => (exterior ? [exterior] : [])));
  } finally {
    chart.dispose();
    holder.remove();
  }
}

import { ScatterChart } from 'echarts/charts';
import { AriaComponent, GeoComponent, GraphicComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import type { EChartsType } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import type { MapFeature } from './map-data.ts';

use([ScatterChart, GeoComponent, GraphicComponent, AriaComponent, CanvasRenderer, SVGRenderer]);

export type { EChartsType } from 'echarts/core';

export function startMap(holder: HTMLElement, mapName: string, features: readonly MapFeature[], theme: object): EChartsType {
  registerMap(mapName, { type: 'FeatureCollection', features: features.map((feature) => ({ type: 'Feature', ...feature })) } as never);
  return init(holder, theme, { renderer: 'canvas' });
}

/** The same picture as an image: PNG from a canvas at twice the size, or SVG text. */
export function mapImage(mapName: string, option: object, theme: object, kind: 'png' | 'svg', size: { width: number; height: number }, note: string): string {
  const holder = document.createElement('div');
  Object.assign(holder.style, { width: `${size.width}px`, height: `${size.height}px`, position: 'fixed', left: '-9999px' });
  document.body.append(holder);
  const chart = init(holder, theme, { renderer: kind === 'svg' ? 'svg' : 'canvas', width: size.width, height: size.height });
  try {
    const graphic = { elements: [{ type: 'text', left: 12, bottom: 8, style: { text: note, fontSize: 12, fill: '#5b696f' } }] };
    chart.setOption({ ...option, animation: false, graphic, backgroundColor: getComputedStyle(document.body).getPropertyValue('--bg-surface') || '#fff' });
    return kind === 'svg' ? chart.renderToSVGString() : chart.getDataURL({ type: 'png', pixelRatio: 2 });
  } finally {
    chart.dispose();
    holder.remove();
  }
}

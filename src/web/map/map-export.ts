import { saveFile, toCsv } from '#web/api/download.ts';
import { text } from '#web/i18n/use-text.ts';
import { echartsTheme } from '#web/theme/echarts-theme.ts';
import { mapOption } from './map-option.ts';
import type { MapPicture } from './map-option.ts';

export interface MapExport {
  title: string;
  picture: MapPicture;
  source: string;
  nameOf: (id: string) => string;
  unit: string | undefined;
}

const size = { width: 1200, height: 860 };

async function image({ title, picture, source }: MapExport, kind: 'png' | 'svg'): Promise<void> {
  const { mapImage } = await import('./draw-map.ts');
  const note = [title, source, text('web.map.notice')].filter(Boolean).join(' · ');
  const made = mapImage(picture.mapName, mapOption(picture, document.body), echartsTheme(), kind, size, note);
  if (kind === 'svg') return saveFile(`${title}.svg`, made, 'image/svg+xml');
  saveFile(`${title}.png`, await (await fetch(made)).blob());
}

/** PNG and SVG carry title, source and notice burnt in; CSV has the table twin's rows. */
export function mapExports(map: MapExport): { key: string; label: string; save: () => void }[] {
  const rows = () => [
    [text('web.map.region'), map.unit ? `${text('web.statement.value')} (${map.unit})` : text('web.statement.value')],
    ...map.picture.values.map((each) => [map.nameOf(each.id), each.suppressed ? text('web.map.suppressed') : each.value]),
    [],
    [text('web.trace.source'), map.source],
  ];
  return [
    { key: 'png', label: 'PNG', save: () => void image(map, 'png') },
    { key: 'svg', label: 'SVG', save: () => void image(map, 'svg') },
    { key: 'csv', label: 'CSV', save: () => saveFile(`${map.title}.csv`, toCsv(rows()), 'text/csv') },
  ];
}

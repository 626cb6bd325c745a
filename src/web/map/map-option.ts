import { readToken } from '#web/theme/read-token.ts';
import { classOf } from './map-data.ts';
import type { MapClass, MapFeature, MapPoint, PointGroup, RegionValue } from './map-data.ts';

export interface MapPicture {
  mapName: string;
  features: readonly MapFeature[];
  values: readonly RegionValue[];
  classes: readonly MapClass[];
  points: readonly MapPoint[];
  groups: readonly PointGroup[];
  nameOf: (feature: MapFeature) => string;
  /** Where the picture opens, when not on the whole. */
  focus: { center: [number, number]; zoom: number } | null;
  /** Regions that carry a label. */
  labelled: ReadonlySet<string>;
}

const hexagon = 'path://M25 0h50l25 50-25 50H25L0 50z';
export const colourOf = (role: string, within: Element): string => (role.startsWith('var(') ? readToken(role.slice(4, -1), within) : role);

/** The 45° hatch of a suppressed value. */
function hatch(within: Element): object {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 6;
  const pen = tile.getContext('2d');
  if (pen) {
    pen.fillStyle = readToken('--neutral-bg', within);
    pen.fillRect(0, 0, 6, 6);
    pen.strokeStyle = readToken('--border-control', within);
    for (const offset of [-6, 0, 6]) {
      pen.moveTo(offset, 6);
      pen.lineTo(offset + 6, 0);
    }
    pen.stroke();
  }
  return { image: tile, repeat: 'repeat' };
}

const seaIslands = '南海诸岛';

/** Sea islands come from the drawing library itself, when and only when the map is registered as exactly `china`. */
export function mapOption(picture: MapPicture, within: Element): Record<string, unknown> {
  const { features, values, classes, points, groups } = picture;
  const byId = new Map(values.map((each) => [each.id, each]));
  const blank = readToken('--neutral-bg', within);
  const border = readToken('--bg-surface', within);
  const regions = features.map((feature) => {
    const found = byId.get(feature.id);
    const fill = found?.value === null || found?.value === undefined ? blank : (classOf(classes, found.value)?.colour ?? blank);
    const areaColor = found?.suppressed ? hatch(within) : fill;
    return {
      name: feature.properties.name,
      itemStyle: { areaColor },
      emphasis: { itemStyle: { areaColor } },
      select: { itemStyle: { areaColor } },
      label: { show: picture.labelled.has(feature.id), formatter: picture.nameOf(feature) },
    };
  });
  return {
    aria: { enabled: false },
    geo: {
      map: picture.mapName,
      ...picture.focus,
      roam: 'move',
      scaleLimit: { min: 1, max: 12 },
      left: 16,
      right: 16,
      top: 12,
      bottom: 12,
      preserveAspect: 'contain',
      itemStyle: { areaColor: blank, borderColor: border, borderWidth: 0.8 },
      label: { color: readToken('--text-primary', within), fontSize: 12, textBorderColor: border, textBorderWidth: 2 },
      emphasis: { itemStyle: { borderColor: readToken('--brand-solid', within), borderWidth: 2 }, label: { show: false } },
      select: { itemStyle: { borderColor: readToken('--focus-ring', within), borderWidth: 2.5 }, label: { show: true, color: readToken('--text-primary', within) } },
      selectedMode: 'single',
      regions: [...regions, { name: seaIslands, itemStyle: { areaColor: blank, borderColor: readToken('--border-control', within), borderWidth: 1 }, label: { show: false } }],
    },
    series: groups.map((group) => ({
      type: 'scatter',
      coordinateSystem: 'geo',
      name: group.key,
      symbol: group.shape === 'hexagon' ? hexagon : group.shape,
      symbolSize: points.length > 1000 ? 5 : 8,
      itemStyle: { color: colourOf(group.colour, within), borderColor: border, borderWidth: points.length > 1000 ? 0.5 : 1 },
      emphasis: {
        scale: 1.5,
        label: { show: points.length <= 1000, formatter: '{b}', position: 'top', color: readToken('--text-on-tooltip', within), backgroundColor: readToken('--bg-tooltip', within), padding: [4, 8], borderRadius: 4, fontSize: 12 },
      },
      z: 3,
      data: points.filter((point) => point.group === group.key).map((point) => ({ name: point.name, id: point.id, value: [point.longitude, point.latitude] })),
    })),
  };
}

import { useMemo } from 'react';
import type { MapLevel } from '#modules/registry/words/territory.schema.ts';
import { listMapClusters } from '#modules/registry/words/territory.contract.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ChinaMap } from '#web/map/ChinaMap.tsx';
import { classLimits, type MapPoint, type PointGroup } from '#web/map/map-data.ts';
import { useGo } from '#web/router/use-search.ts';
import type { ReadValue } from '../../words/reading.schema.ts';
import { told } from './read-figure.ts';

export interface SectionMapProps {
  title: string;
  values: readonly ReadValue[];
  unit: string;
  /** Of the unit. */
  code: string | null;
  /** What the table and the export call the source. */
  source: string;
  subjectKind: ReadValue['subjectKind'];
  system: string | null;
}

const shapes = ['circle', 'triangle', 'diamond', 'rect', 'hexagon'] as const;
const tones = ['var(--seq-3)', 'var(--seq-5)', 'var(--seq-7)', 'var(--seq-9)', 'var(--cat-4)'] as const;

/** The map on which territories can be drawn, by what their ids say. */
function levelOf(ids: readonly string[]): { level: MapLevel; province?: string } | null {
  if (ids.length === 0) return null;
  if (ids.every((id) => id.startsWith('world:'))) return { level: 'world' };
  if (ids.some((id) => /^cn:\d{2}0000$/.test(id))) return { level: 'provinces' };
  if (!ids.every((id) => /^cn:\d{4}00$/.test(id))) return null;
  const provinces = new Set(ids.map((id) => id.slice(3, 5)));
  return provinces.size === 1 ? { level: 'prefectures', province: `cn:${[...provinces][0]}0000` } : { level: 'prefectures' };
}

export function SectionMap(props: SectionMapProps) {
  const text = useText();
  const drawable = levelOf(props.values.flatMap(({ territoryId }) => territoryId ?? []));
  if (drawable) return <Shaded {...props} {...drawable} />;
  if (props.subjectKind === 'cluster') return <Clusters {...props} />;
  return <Card title={props.title}><p className="quiet">{text(props.system === null ? 'indicator.map.noPlace' : 'indicator.map.noBoundaries', { system: props.system ?? '' })}</p></Card>;
}

function Shaded({ title, values, unit, source, level, province }: SectionMapProps & { level: MapLevel; province?: string }) {
  const text = useText();
  const go = useGo();
  const regions = useMemo(() => values.flatMap(({ territoryId, value, missing }) => (territoryId === null ? [] : [{ id: territoryId, value: value === null ? null : Number(value), suppressed: missing === 'suppressed' }])), [values]);
  const left = values.length - regions.length;
  const said = text('indicator.map.said', { drawn: regions.filter(({ value }) => value !== null).length, none: regions.filter(({ value, suppressed }) => value === null && !suppressed).length, suppressed: regions.filter(({ suppressed }) => suppressed).length });
  return <ChinaMap title={title} level={level} {...(province ? { province } : {})} values={regions} unit={unit} summary={left > 0 ? `${said}${text('indicator.map.left', { count: left })}` : said} source={source} hrefOf={(id) => `/territories/${id}`} onOpen={(id) => go(`/territories/${id}`)} />;
}

/** Clusters as points, in classes of about equally many, each with a shape and a tone of its own. */
function Clusters({ title, values, unit, code, source }: SectionMapProps) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const go = useGo();
  const found = useRoute(listMapClusters, { params: { level: 'provinces' }, query: {} });
  const { points, groups, drawn } = useMemo(() => {
    const held = new Map(values.map((value) => [value.subject.id, value]));
    const limits = classLimits(values.flatMap(({ value }) => (value === null ? [] : [Number(value)])), 4);
    const groupOf = (value: ReadValue) => (value.value === null ? 'none' : `class ${limits.findIndex(({ from, to }) => Number(value.value) >= from && Number(value.value) <= to)}`);
    const made = (found.data?.ids ?? []).flatMap((id, at): MapPoint[] => {
      const value = held.get(id);
      const shown = value?.value == null ? text('web.figure.notStated') : told(format, value.value, value.unit);
      return value ? [{ id, name: `${name(value.subject.name)} ${shown}`, longitude: found.data?.longitudes[at] ?? 0, latitude: found.data?.latitudes[at] ?? 0, group: groupOf(value), href: `/clusters/${id}` }] : [];
    });
    const ids = (key: string) => new Set(made.filter((point) => point.group === key).map((point) => point.id)).size;
    const number = (value: number) => told(format, value, code);
    const classes = limits.map(({ from, to }, at): PointGroup => ({ key: `class ${at}`, label: from === to ? number(from) : `${number(from)}–${number(to)}`, colour: tones[at] ?? tones[0], shape: shapes[at] ?? 'circle', count: ids(`class ${at}`) }));
    const none: PointGroup = { key: 'none', label: text('web.map.noData'), colour: 'var(--cat-8)', shape: 'hexagon', count: ids('none') };
    return { points: made, groups: ids('none') > 0 ? [...classes, none] : classes, drawn: new Set(made.map((point) => point.id)).size };
  }, [values, found.data, code, text, name, format]);
  if (found.data && drawn === 0) return <Card title={title}><p className="quiet">{text('indicator.map.noClusterPlace')}</p></Card>;
  return <ChinaMap title={title} level="provinces" values={[]} unit={unit} points={points} groups={groups} summary={text('indicator.map.clusters', { drawn, left: values.length - drawn })} source={source} onPoint={(id) => go(`/clusters/${id}`)} />;
}

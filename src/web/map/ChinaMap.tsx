import { lazy, Suspense, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { getMapGeometry } from '#modules/registry/words/territory.contract.ts';
import type { MapLevel } from '#modules/registry/words/territory.schema.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { sequentialSteps } from '#web/theme/read-token.ts';
import { useScheme } from '#web/theme/scheme.ts';
import { classLimits, featureSchema, focusOn, labelledOf } from './map-data.ts';
import type { MapFeature, MapPoint, PointGroup, RegionValue } from './map-data.ts';
import { MapFrame } from './MapFrame.tsx';
import { MapLegend } from './MapLegend.tsx';
import type { MapPicture } from './map-option.ts';
import { mapExports } from './map-export.ts';
import { MapTable } from './MapTable.tsx';

const MapCanvas = lazy(() => import('./MapCanvas.tsx'));
const noPoints: readonly MapPoint[] = [];
const noGroups: readonly PointGroup[] = [];
const noFeatures: MapFeature[] = [];
const height = 440;
const lowHeight = 300;
const tallHeight = 560;
/** Labels on a map of many regions, where all of them would lie over each other. */
const mostLabels = 8;

export interface ChinaMapProps {
  title: string;
  note?: ReactNode;
  level: MapLevel;
  /** Province whose prefectures are drawn. */
  province?: string;
  /** Regions that the picture opens on; its neighbours stay around them. */
  focus?: readonly string[];
  values: readonly RegionValue[];
  /** What the values count: `家`. */
  unit?: string;
  points?: readonly MapPoint[];
  groups?: readonly PointGroup[];
  /** One sentence: what it shows, what it leaves out. */
  summary: ReactNode;
  source: string;
  hrefOf?: (regionId: string) => string;
  onOpen?: (regionId: string) => void;
  onPoint?: (pointId: string) => void;
  above?: ReactNode;
  /** A small map among other things. */
  low?: boolean;
  /** Region the page has in hand; without it the map keeps its own. */
  current?: string | null;
  onCurrent?: (regionId: string | null) => void;
  /** A map that fills a page. */
  tall?: boolean;
}

/** Choropleth and points over our own boundaries, with its table twin; nothing is fetched from outside. */
export function ChinaMap(props: ChinaMapProps) {
  const { title, level, province, focus, values, unit, points = noPoints, groups = noGroups, hrefOf, onOpen, onPoint } = props;
  const language = useLanguage();
  const format = useFormat();
  const scheme = useScheme();
  const [own, setOwn] = useState<string | null>(null);
  const current = props.current === undefined ? own : props.current;
  const setCurrent = props.onCurrent ?? setOwn;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const query = useRoute(getMapGeometry, { params: { level }, query: province ? { province } : {} }, { staleTime: Infinity });
  const features = useMemo(() => (query.data ? z.array(featureSchema).parse(query.data.collection.features) : noFeatures), [query.data]);
  const classes = useMemo(() => {
    const limits = classLimits(values.flatMap((each) => (each.value === null || each.suppressed ? [] : [each.value])));
    const colours = scheme ? sequentialSteps(Math.max(limits.length, 2)) : [];
    return limits.map((each, index) => ({ ...each, colour: colours[index] ?? '' }));
  }, [values, scheme]);
  const picture = useMemo<MapPicture>(
    () => ({
      mapName: level === 'provinces' ? 'china' : `${level}${province ?? ''}`,
      features,
      values,
      classes,
      points: points.filter((point) => !hidden.has(point.group)),
      groups,
      nameOf: (feature) => (language === 'en' ? feature.properties.en || feature.properties.zh : feature.properties.zh),
      focus: focus ? focusOn(features, focus) : null,
      labelled: labelledOf(features, values, props.low ? 0 : mostLabels),
    }),
    [level, province, focus, props.low, features, values, classes, points, groups, hidden, language],
  );
  const nameById = (id: string) => {
    const feature = features.find((each) => each.id === id);
    return feature ? picture.nameOf(feature) : id;
  };
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    setHidden(next);
  };
  const known = new Map(values.map((each) => [each.id, each]));
  const tell = (id: string) => `${nameById(id)} ${known.get(id)?.value === null || !known.has(id) ? '—' : `${format.count(known.get(id)?.value ?? 0)} ${unit ?? ''}`}`;
  if (query.error) return <ErrorState what={title} problem={query.error} retry={() => void query.refetch()} />;
  const waiting = <LoadingSkeleton height={props.low ? lowHeight : props.tall ? tallHeight : height} lines={0} />;
  return (
    <MapFrame
      title={title}
      note={props.note}
      low={props.low}
      tall={props.tall}
      above={props.above}
      summary={props.summary}
      legend={
        <MapLegend
          classes={classes}
          unit={unit}
          missing={values.length === 0 ? 0 : features.filter((feature) => (known.get(feature.id)?.value ?? null) === null).length}
          suppressed={values.filter((each) => each.suppressed).length}
          groups={groups.map((group) => ({ ...group, count: group.count ?? points.filter((point) => point.group === group.key).length }))}
          hidden={hidden}
          onToggle={toggle}
        />
      }
      picture={
        query.data ? (
          <Suspense fallback={waiting}>
            <MapCanvas picture={picture} label={title} current={current} onCurrent={setCurrent} onOpen={onOpen} onPoint={onPoint} tell={tell} />
          </Suspense>
        ) : (
          waiting
        )
      }
      table={<MapTable label={title} unit={unit} values={values} nameOf={nameById} hrefOf={hrefOf} current={current} onCurrent={setCurrent} />}
      exports={mapExports({ title, picture, source: props.source, nameOf: nameById, unit })}
    />
  );
}

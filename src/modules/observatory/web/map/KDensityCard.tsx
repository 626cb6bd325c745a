import { useEffect, useId, useState } from 'react';
import { saveFile, toCsv } from '#web/api/download.ts';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { JobProgress } from '#web/kit/job/JobProgress.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { KDensity, KDensityCurve, KDensityInput } from '../../words/k-density.schema.ts';
import { getKDensity, measureKDensity } from '../../words/map.contract.ts';
import type { DensityMap } from '../../words/map.schema.ts';
import { peakOf, stretchesOf } from './k-density-story.ts';
import { KCurve } from './KCurve.tsx';
import type { MapState } from './use-cluster-map.ts';
import { useDistance } from './use-distance.ts';

/** Whether a trade is closer together than chance, and at which distances. Long work goes on as a job and comes back by its link. */
export function KDensityCard({ state, data }: { state: MapState; data: DensityMap }) {
  const text = useText();
  const name = useName();
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const asked = state.value('k');
  const measure = useWrite(measureKDensity, { onDone: (made) => state.set({ k: made.id }) });
  const found = useRoute(getKDensity, { params: { kDensityId: asked ?? '' } }, { enabled: asked !== undefined, staleTime: 0, readAgain: (each) => (each.curve === null ? 2000 : false) });
  const trade = chosen ?? data.trades[0]?.id ?? '';
  const ask = () => {
    const { type, territoryId, sample } = state.query;
    const label = /^label:(.*)$/s.exec(trade)?.[1];
    const body = { ...(type ? { type } : {}), ...(territoryId ? { territoryId } : {}), ...(sample ? { sample } : {}), ...(label === undefined ? { industryId: trade } : { industryLabel: label }) };
    measure.mutate({ body: body as KDensityInput });
  };
  return (
    <Card title={text('observatory.k')} note={text('observatory.k.note')} caption={text('observatory.k.caption')}>
      <div className="stack">
        <div className="map-method">
          <label htmlFor={id} className="small quiet">{text('observatory.map.industry')}</label>
          <select id={id} className="input map-select" value={trade} onChange={(event) => setChosen(event.target.value)} disabled={data.trades.length === 0}>
            {data.trades.map((each) => <option key={each.id} value={each.id}>{`${name(each.name)} (${each.count})`}</option>)}
          </select>
          <Button kind="primary" onClick={ask} busy={measure.isPending} missing={trade === '' ? text('observatory.map.unknownTrade') : undefined}>{text('observatory.k.measure')}</Button>
        </div>
        {measure.error ? <p className="field-error" role="alert">{problemText(measure.error, text)}</p> : null}
        {asked === undefined ? null : <Loaded query={found} what={text('observatory.k')} lines={4}>{(each) => (each.curve ? <Curve asked={each} curve={each.curve} /> : each.jobId ? <JobProgress jobId={each.jobId} /> : null)}</Loaded>}
      </div>
    </Card>
  );
}

function Curve({ asked, curve }: { asked: KDensity; curve: KDensityCurve }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const distance = useDistance();
  const [view, setView] = useState<'picture' | 'table'>('picture');
  useEffect(() => setView('picture'), [asked.id]);
  const [above, below, peak] = [stretchesOf(curve, 'above'), stretchesOf(curve, 'below'), peakOf(curve)];
  const spans = (stretches: typeof above) => stretches.map(({ from, to }) => (from === to ? distance(from) : `${distance(from)}–${distance(to)}`)).join(text('web.listComma'));
  const trade = name(asked.trade.name);
  const verdict = [
    above.length > 0 && peak !== null ? text('observatory.k.closer', { trade, spans: spans(above), peak: distance(peak) }) : text('observatory.k.notCloser', { trade }),
    below.length > 0 ? text('observatory.k.farther', { spans: spans(below) }) : '',
  ].filter(Boolean).join(text('observatory.map.story.join'));
  const basis = text('observatory.k.basis', { sites: curve.sites, among: curve.among, draws: Number(asked.input['draws']), alpha: Number(asked.input['alpha']) * 100, bandwidth: distance(curve.bandwidth), version: curve.method.version });
  const rows = curve.r.map((r, at) => ({ r, observed: curve.observed[at] ?? 0, low: curve.globalLow[at] ?? 0, high: curve.globalHigh[at] ?? 0, localLow: curve.localLow[at] ?? 0, localHigh: curve.localHigh[at] ?? 0 }));
  const head = [text('observatory.k.distance'), text('observatory.k.observed'), text('observatory.k.globalLow'), text('observatory.k.globalHigh'), text('observatory.k.localLow'), text('observatory.k.localHigh')];
  // Per metre the numbers are tiny; per 1,000 km they can be read.
  const shown = (value: number) => format.count(Math.round(value * 1e8) / 100);
  const number = (key: 'observed' | 'low' | 'high' | 'localLow' | 'localHigh', label: string | undefined) => ({ key, label: label ?? key, number: true, cell: (row: (typeof rows)[number]) => shown(row[key]) });
  return (
    <div className="stack">
      <p><strong>{verdict}</strong> <span className="quiet">{basis}</span></p>
      <div className="row row-wrap">
        <Segmented label={text('web.map.view')} value={view} onChange={setView} options={[{ value: 'picture', label: text('observatory.k.picture') }, { value: 'table', label: text('web.map.table') }]} />
        <Button kind="quiet" size="small" icon="download" onClick={() => saveFile(`${text('observatory.k')} ${trade}.csv`, toCsv([head, ...rows.map((row) => [row.r, row.observed, row.low, row.high, row.localLow, row.localHigh]), [], [verdict], [basis]]), 'text/csv')}>CSV</Button>
      </div>
      {view === 'picture' ? <KCurve curve={curve} label={verdict} /> : (
        <DataTable caption={text('observatory.k')} density="compact" rows={rows} rowKey={(row) => String(row.r)} columns={[{ key: 'r', label: head[0] ?? '', cell: (row) => distance(row.r) }, number('observed', head[1]), number('low', head[2]), number('high', head[3]), number('localLow', head[4]), number('localHigh', head[5])]} />
      )}
    </div>
  );
}

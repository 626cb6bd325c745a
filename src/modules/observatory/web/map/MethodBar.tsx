import { useId, useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import type { DensityMap } from '../../words/map.schema.ts';
import type { MapState } from './use-cluster-map.ts';
import { useDistance } from './use-distance.ts';

/** How clusters are found: the method and its two numbers, the radius suggested from the distances unless somebody says another. */
export function MethodBar({ state, method }: { state: MapState; method: DensityMap['method'] }) {
  const text = useText();
  const distance = useDistance();
  const own = state.value('eps');
  return (
    <div className="map-method">
      <Segmented
        label={text('observatory.map.method')}
        value={method.id}
        onChange={(value) => state.set({ method: value === 'dbscan' ? undefined : value })}
        options={[{ value: 'dbscan', label: 'DBSCAN' }, { value: 'hdbscan', label: 'HDBSCAN' }]}
      />
      {method.id === 'dbscan' ? (
        <NumberBox key={`eps ${method.eps}`} label={text('observatory.map.eps')} unit={text('observatory.map.kilometre')} value={(method.eps ?? 0) / 1000} from={0.01} to={1000} onTake={(value) => state.set({ eps: String(Math.round(value * 1000)) })} />
      ) : null}
      <NumberBox key={`minPts ${method.minPts}`} label={text('observatory.map.minPts')} value={method.minPts} from={2} to={500} whole onTake={(value) => state.set({ minPts: String(value) })} />
      {method.id === 'dbscan' && own !== undefined && method.suggestedEps > 0 ? (
        <Button kind="quiet" size="small" onClick={() => state.set({ eps: undefined })}>{text('observatory.map.useSuggested', { distance: distance(method.suggestedEps) })}</Button>
      ) : null}
      {method.id === 'dbscan' && own === undefined ? <span className="small quiet">{text('observatory.map.suggested')}</span> : null}
    </div>
  );
}

interface NumberBoxProps {
  label: string;
  unit?: string;
  value: number;
  from: number;
  to: number;
  whole?: boolean;
  onTake: (value: number) => void;
}

/** Takes a number when it is left or Enter is pressed; what is no number within the limits is put back. */
function NumberBox({ label, unit, value, from, to, whole = false, onTake }: NumberBoxProps) {
  const id = useId();
  const [typed, setTyped] = useState(String(value));
  const take = () => {
    const read = Number(typed.replace(',', '.'));
    if (typed.trim() === '' || !(read >= from && read <= to) || (whole && !Number.isInteger(read))) setTyped(String(value));
    else if (read !== value) onTake(read);
  };
  return (
    <span className="row map-number">
      <label htmlFor={id} className="small quiet">{label}</label>
      <span className="input-holder">
        <input id={id} className="input" inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={take} onKeyDown={(event) => (event.key === 'Enter' ? take() : null)} />
        {unit ? <span className="input-unit">{unit}</span> : null}
      </span>
    </span>
  );
}

import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { drawPoints } from './draw-points.ts';
import type { PointScene } from './draw-points.ts';
import { canvasPen } from './pen.ts';
import { fit, nearest, pan, zoomAt } from './point-view.ts';
import type { Size, View } from './point-view.ts';

export interface PointCanvasProps {
  scene: PointScene;
  /** All places in the order of the page's rows, x and y in turn, for finding what was clicked. */
  places: Float64Array;
  /** Squares beside the dots; a click on one is told by its place in the list. */
  extra: Float64Array;
  onExtra: (at: number) => void;
  /** What the picture opens on and returns to; changes with the rows. */
  home: Float64Array;
  label: string;
  onPoint: (at: number) => void;
  onCurrent: (key: number | null) => void;
  onOpen: (key: number) => void;
  /** What to say of an outline. */
  tell: (key: number) => string;
}

const step = 80;
const keysOf = (scene: PointScene): number[] => scene.outlines.map(({ key }) => key);

/** Thousands of dots and their outlines on a canvas of our own: drag, magnify, or go by keyboard. */
export function PointCanvas({ scene, places, extra, onExtra, home, label, onPoint, onCurrent, onOpen, tell }: PointCanvasProps) {
  const text = useText();
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  const [moved, setMoved] = useState<{ home: Float64Array; view: View } | null>(null);
  const drag = useRef<{ x: number; y: number; far: boolean } | null>(null);
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  const opening = useMemo(() => (size ? fit(home, size) : null), [home, size]);
  const view = moved?.home === home ? moved.view : opening;
  const show = (next: View) => setMoved({ home, view: next });
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !size || !view) return;
    const ratio = devicePixelRatio || 1;
    element.width = size.width * ratio;
    element.height = size.height * ratio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawPoints(canvasPen(context), scene, view, size);
  }, [scene, view, size]);

  const zoom = (factor: number, x?: number, y?: number) => view && size && show(zoomAt(view, size, factor, x, y));
  const at = (event: { clientX: number; clientY: number }) => {
    const box = holder.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const move = (event: PointerEvent) => {
    const from = drag.current;
    if (!from || !view) return;
    const [right, down] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.far && Math.hypot(right, down) < 4) return;
    drag.current = { x: event.clientX, y: event.clientY, far: true };
    show(pan(view, right, down));
  };
  const release = (event: PointerEvent) => {
    const far = drag.current?.far ?? true;
    drag.current = null;
    if (far || !view || !size) return;
    const { x, y } = at(event);
    const dot = nearest(places, view, size, x, y);
    if (dot >= 0) return onPoint(dot);
    const square = nearest(extra, view, size, x, y);
    if (square >= 0) return onExtra(square);
    onCurrent(outlineAt(scene, (x - size.width / 2) / view.scale + view.x, (y - size.height / 2) / view.scale + view.y));
  };
  const turn = (by: 1 | -1) => {
    const keys = keysOf(scene);
    const now = scene.current === null ? (by === 1 ? -1 : 0) : keys.indexOf(scene.current);
    const next = keys[(now + by + keys.length) % keys.length];
    const outline = scene.outlines.find(({ key }) => key === next);
    if (next === undefined || !outline) return;
    onCurrent(next);
    if (view) show({ ...view, x: outline.middle[0], y: outline.middle[1] });
  };
  const key = (event: KeyboardEvent) => {
    if (!view || event.ctrlKey || event.metaKey || event.altKey) return;
    const deeds: Record<string, () => void> = {
      ArrowLeft: () => show(pan(view, step, 0)),
      ArrowRight: () => show(pan(view, -step, 0)),
      ArrowUp: () => show(pan(view, 0, step)),
      ArrowDown: () => show(pan(view, 0, -step)),
      '+': () => zoom(1.6),
      '=': () => zoom(1.6),
      '-': () => zoom(1 / 1.6),
      0: () => setMoved(null),
      n: () => turn(1),
      p: () => turn(-1),
      Escape: () => onCurrent(null),
      Enter: () => scene.current !== null && onOpen(scene.current),
    };
    const deed = deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  };
  return (
    <div className="map-canvas">
      <div
        ref={holder}
        className="map-keys map-points"
        role="application"
        tabIndex={0}
        aria-label={`${label}. ${text('web.map.pointKeys')}`}
        onKeyDown={key}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, y: event.clientY, far: false };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={() => (drag.current = null)}
        onDoubleClick={(event) => zoom(2, at(event).x, at(event).y)}
      >
        <canvas ref={canvas} style={{ width: '100%', height: '100%', display: 'block' }} aria-hidden="true" />
      </div>
      <div className="map-zoom">
        <IconButton icon="plus" label={text('web.map.zoomIn')} onClick={() => zoom(1.6)} />
        <IconButton icon="minus" label={text('web.map.zoomOut')} onClick={() => zoom(1 / 1.6)} />
        <IconButton icon="refresh" label={text('web.map.whole')} onClick={() => setMoved(null)} />
      </div>
      <p className="visually-hidden" aria-live="polite">{scene.current === null ? '' : tell(scene.current)}</p>
      <p className="map-notice">{text('web.map.notice')}</p>
    </div>
  );
}

/** The outline around a place of the Mercator square: the smallest, where one lies in another's hole. */
function outlineAt({ outlines }: PointScene, x: number, y: number): number | null {
  const holds = (ring: Float64Array): boolean => {
    let odd = false;
    for (let at = 2; at < ring.length; at += 2) {
      const [ax, ay, bx, by] = [ring[at - 2], ring[at - 1], ring[at], ring[at + 1]] as [number, number, number, number];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
    }
    return odd;
  };
  return outlines.find(({ rings }) => rings.filter(holds).length % 2 === 1)?.key ?? null;
}

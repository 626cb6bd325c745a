import { saveFile } from '#web/api/download.ts';
import { drawPoints } from '#web/map/draw-points.ts';
import type { PointScene } from '#web/map/draw-points.ts';
import { canvasPen, svgPen } from '#web/map/pen.ts';
import type { Pen } from '#web/map/pen.ts';
import { fit } from '#web/map/point-view.ts';

const size = { width: 1200, height: 860 };
const ratio = 2;

export interface Captions {
  title: string;
  note: string;
  /** Colours and what they stand for. */
  legend: readonly { colour: string; label: string }[];
}

/** The whole map as a file, with its title, legend, method and source burnt in. */
export function savePicture(kind: 'png' | 'svg', scene: PointScene, home: Float64Array, { title, note, legend }: Captions): void {
  const draw = (pen: Pen): void => {
    drawPoints(pen, scene, fit(home, size, 0.85), size);
    pen.label(16, 24, title, { fill: scene.colours.text, halo: scene.colours.surface, size: 18, anchor: 'start' });
    for (const [line, { colour, label }] of legend.entries()) {
      pen.dots([22, 50 + 18 * line], 5, { fill: colour });
      pen.label(34, 50 + 18 * line, label, { fill: scene.colours.text, halo: scene.colours.surface, size: 12, anchor: 'start' });
    }
    for (const [line, words] of lines(note).entries()) pen.label(16, size.height - 16 - 18 * (lines(note).length - 1 - line), words, { fill: scene.colours.text, halo: scene.colours.surface, size: 12, anchor: 'start' });
  };
  if (kind === 'svg') {
    const pen = svgPen(size.width, size.height, scene.colours.surface);
    draw(pen);
    return saveFile(`${title}.svg`, pen.finish(), 'image/svg+xml');
  }
  const canvas = document.createElement('canvas');
  canvas.width = size.width * ratio;
  canvas.height = size.height * ratio;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(ratio, ratio);
  context.fillStyle = scene.colours.surface;
  context.fillRect(0, 0, size.width, size.height);
  draw(canvasPen(context));
  canvas.toBlob((blob) => (blob ? saveFile(`${title}.png`, blob) : null));
}

const lines = (note: string): string[] => note.split(' · ');

/** What a picture of points is drawn with: the same strokes on a canvas and into an SVG. */
export interface Pen {
  /** Closed rings, even–odd. */
  area(rings: readonly Float64Array[], style: { fill?: string; opacity?: number; stroke?: string; width?: number; dash?: readonly number[] }): void;
  /** x and y in turn. */
  dots(places: ArrayLike<number>, radius: number, style: { fill?: string; stroke?: string; width?: number }): void;
  label(x: number, y: number, words: string, style: { fill: string; halo: string; size: number; anchor?: 'start' | 'middle' }): void;
}

export function canvasPen(context: CanvasRenderingContext2D): Pen {
  const trace = (rings: readonly Float64Array[]): void => {
    context.beginPath();
    for (const ring of rings) {
      context.moveTo(ring[0] ?? 0, ring[1] ?? 0);
      for (let at = 2; at < ring.length; at += 2) context.lineTo(ring[at] as number, ring[at + 1] as number);
      context.closePath();
    }
  };
  return {
    area(rings, { fill, opacity = 1, stroke, width = 1, dash = [] }) {
      trace(rings);
      if (fill) {
        context.globalAlpha = opacity;
        context.fillStyle = fill;
        context.fill('evenodd');
        context.globalAlpha = 1;
      }
      if (!stroke) return;
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.lineJoin = 'round';
      context.setLineDash([...dash]);
      context.stroke();
      context.setLineDash([]);
    },
    dots(places, radius, { fill, stroke, width = 1 }) {
      context.beginPath();
      for (let at = 0; at < places.length; at += 2) {
        const [x, y] = [places[at] as number, places[at + 1] as number];
        // A square of two pixels reads as a dot and is drawn many times faster.
        if (radius <= 1.6) context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
        else {
          context.moveTo(x + radius, y);
          context.arc(x, y, radius, 0, 2 * Math.PI);
        }
      }
      if (fill) {
        context.fillStyle = fill;
        context.fill();
      }
      if (!stroke) return;
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.stroke();
    },
    label(x, y, words, { fill, halo, size, anchor = 'middle' }) {
      context.font = `600 ${size}px ${getComputedStyle(document.body).fontFamily}`;
      context.textAlign = anchor === 'middle' ? 'center' : 'left';
      context.textBaseline = 'middle';
      context.lineWidth = 3;
      context.strokeStyle = halo;
      context.lineJoin = 'round';
      context.strokeText(words, x, y);
      context.fillStyle = fill;
      context.fillText(words, x, y);
    },
  };
}

const short = (value: number): string => String(Math.round(value * 10) / 10);
const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A pen that writes; `finish` answers the text of the picture. */
export function svgPen(width: number, height: number, background: string): Pen & { finish: () => string } {
  const parts: string[] = [];
  const pathOf = (rings: readonly Float64Array[]): string => rings.map((ring) => `M${Array.from({ length: ring.length / 2 }, (_, at) => `${short(ring[2 * at] ?? 0)} ${short(ring[2 * at + 1] ?? 0)}`).join('L')}Z`).join('');
  return {
    area(rings, { fill = 'none', opacity = 1, stroke = 'none', width: line = 1, dash = [] }) {
      parts.push(`<path d="${pathOf(rings)}" fill="${fill}" fill-opacity="${opacity}" fill-rule="evenodd" stroke="${stroke}" stroke-width="${line}"${dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : ''} stroke-linejoin="round"/>`);
    },
    dots(places, radius, { fill, stroke, width: line = 1 }) {
      const each = Array.from({ length: places.length / 2 }, (_, at) => [short(places[2 * at] ?? 0), short(places[2 * at + 1] ?? 0)] as const);
      // A line of no length with round ends is a dot: one path holds thousands.
      if (fill) parts.push(`<path d="${each.map(([x, y]) => `M${x} ${y}h0`).join('')}" stroke="${fill}" stroke-width="${short(2 * radius)}" stroke-linecap="round"/>`);
      if (stroke) parts.push(`<g fill="none" stroke="${stroke}" stroke-width="${line}">${each.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${radius}"/>`).join('')}</g>`);
    },
    label(x, y, words, { fill, halo, size, anchor = 'middle' }) {
      parts.push(`<text x="${short(x)}" y="${short(y)}" font-family="sans-serif" font-size="${size}" font-weight="600" text-anchor="${anchor}" dominant-baseline="middle" fill="${fill}" stroke="${halo}" stroke-width="3" paint-order="stroke">${escaped(words)}</text>`);
    },
    finish: () => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${background}"/>${parts.join('')}</svg>`,
  };
}

import { saveFile } from '#web/api/download.ts';

const painted = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-weight', 'opacity'] as const;

/** Saves a drawing as SVG with its colours as they are now, and a line under it that says what it is and where it is from. */
export function savePicture(svg: SVGSVGElement, title: string, note: string): void {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [[...svg.querySelectorAll('*')], [...copy.querySelectorAll('*')]];
  for (const [at, original] of originals.entries()) {
    const style = getComputedStyle(original);
    for (const property of painted) (copies[at] as SVGElement).style.setProperty(property, style.getPropertyValue(property));
  }
  const { width, height } = svg.getBoundingClientRect();
  const box = svg.viewBox.baseVal.width > 0 ? svg.viewBox.baseVal : { width, height };
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 0 ${box.width} ${box.height + 24}`);
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height + 24));
  copy.style.fontFamily = getComputedStyle(document.body).fontFamily;
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  line.textContent = `${title} · ${note}`;
  line.setAttribute('x', '8');
  line.setAttribute('y', String(box.height + 16));
  line.setAttribute('font-size', '11');
  line.setAttribute('fill', getComputedStyle(document.body).color);
  copy.append(line);
  saveFile(`${title}.svg`, new XMLSerializer().serializeToString(copy), 'image/svg+xml');
}

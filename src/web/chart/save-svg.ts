import { saveFile } from '#web/api/download.ts';

const shown = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'fill-opacity', 'font-size', 'font-family', 'font-weight', 'text-anchor'] as const;

/** Saves a drawing of the page as a file of its own: colours and letters are written into it, with title and source above. */
export function saveSvg(svg: SVGSVGElement, title: string, note: string): void {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [[svg, ...svg.querySelectorAll('*')], [copy, ...copy.querySelectorAll('*')]];
  from.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const name of shown) to[at]?.setAttribute(name, style.getPropertyValue(name));
  });
  // A drawing that is scaled to its place is saved in its own measure.
  const { width, height } = svg.hasAttribute('viewBox') ? svg.viewBox.baseVal : svg.getBoundingClientRect();
  const words = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  words.setAttribute('x', '8');
  words.setAttribute('y', '-8');
  words.setAttribute('font-size', '12');
  words.setAttribute('fill', getComputedStyle(document.body).color);
  words.textContent = [title, note].filter(Boolean).join(' · ');
  copy.append(words);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 -28 ${width} ${height + 28}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height + 28));
  copy.setAttribute('style', `background:${getComputedStyle(document.body).backgroundColor}`);
  saveFile(`${title}.svg`, new XMLSerializer().serializeToString(copy), 'image/svg+xml');
}

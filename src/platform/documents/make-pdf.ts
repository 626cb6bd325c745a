import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The family that the fonts call themselves; a template names no other, a missing one would be replaced in silence. */
export const pdfFont = 'Noto Sans S Chinese';

let compiler: Promise<NodeCompiler> | null = null;

/** Fonts come along: a fresh machine has none for Chinese. */
async function makeCompiler(): Promise<NodeCompiler> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
  const fontBlobs = await Promise.all(['Regular', 'Bold'].map((weight) => readFile(join(folder, `NotoSansHans-${weight}.otf`))));
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
}

/** A fixed template and data beside it: what people wrote is never part of the source, so it can say nothing to the typesetter. */
export async function makePdf(template: string, data: unknown): Promise<Uint8Array> {
  compiler ??= makeCompiler();
  const made = await compiler;
  const bytes = made.pdf({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
  made.evictCache(10);
  return new Uint8Array(bytes);
}

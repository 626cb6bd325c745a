import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const blocks = { light: tokens.slice(tokens.indexOf("[data-theme='light']"), tokens.indexOf("[data-theme='dark']")), dark: tokens.slice(tokens.indexOf("[data-theme='dark']")) };
type Colour = readonly number[];

const token = (theme: keyof typeof blocks, name: string): string => new RegExp(`--${name}:\\s*([^;]+);`).exec(blocks[theme])?.[1]?.trim() ?? '';
const colour = (theme: keyof typeof blocks, name: string): Colour => [1, 3, 5].map((at) => Number.parseInt(token(theme, name).slice(at, at + 2), 16));
const over = (below: Colour, above: Colour, opacity: number): Colour => below.map((part, index) => part * (1 - opacity) + (above[index] ?? 0) * opacity);
const luminance = (of: Colour): number => of.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
const contrast = (one: Colour, other: Colour): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

const pairs: [string, string][] = ['primary', 'secondary', 'tertiary'].flatMap((text) => ['page', 'surface', 'hover'].map((background) => [`text-${text}`, `bg-${background}`] as [string, string]));
pairs.push(['brand-text', 'bg-surface'], ['critical-text', 'critical-bg'], ['warning-text', 'warning-bg'], ['positive-text', 'positive-bg'], ['neutral-text', 'neutral-bg']);

/** The worst case: the mark covers the background beside a letter and not the letter. */
const worst = (theme: keyof typeof blocks, opacity: number): number => Math.min(...pairs.map(([text, background]) => contrast(colour(theme, text), over(colour(theme, background), colour(theme, 'text-primary'), opacity))));

describe('the watermark', () => {
  it.each(['light', 'dark'] as const)('leaves every text at 4.5 to 1 or more in the %s theme', (theme) => {
    const opacity = Number(token(theme, 'watermark'));
    expect(opacity).toBeGreaterThan(0.03);
    process.stdout.write(`watermark ${theme}: worst contrast ${worst(theme, opacity).toFixed(2)} at opacity ${opacity}\n`);
    expect(worst(theme, opacity)).toBeGreaterThanOrEqual(4.5);
  });
  it('turns red when it is drawn too strongly', () => {
    expect(worst('light', 0.3)).toBeLessThan(4.5);
  });
});

/** The value of a design token (`--brand-solid`) where `within` stands, for canvases and libraries that need real colours. */
export function readToken(name: string, within: Element = document.documentElement): string {
  return getComputedStyle(within).getPropertyValue(name).trim();
}

export function readTokens<const Name extends string>(names: readonly Name[], within?: Element): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, readToken(name, within)])) as Record<Name, string>;
}

export const categoricalTokens = ['--cat-1', '--cat-2', '--cat-3', '--cat-4', '--cat-5', '--cat-6', '--cat-7', '--cat-8'] as const;

/** Five to seven steps of the sequential ramp, spread over its nine. */
export function sequentialSteps(count: number, within?: Element): string[] {
  const last = 8;
  return Array.from({ length: count }, (_, index) => readToken(`--seq-${count === 1 ? 5 : Math.round((index * (last - 1)) / (count - 1)) + 1}`, within));
}

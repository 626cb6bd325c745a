import type { TraceLink } from '#platform/figure/figure.schema.ts';

/** `registry.members;clusterId=…` — short, readable, and the whole state of the panel. */
export function traceToText(link: TraceLink): string {
  const params = Object.entries(link.params).sort(([one], [other]) => (one < other ? -1 : 1));
  return [link.provider, ...params.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)].join(';');
}

export function traceFromText(text: string): TraceLink | null {
  const [provider, ...parts] = text.split(';');
  if (!provider || !/^[\w.-]+$/.test(provider)) return null;
  const params: Record<string, string> = {};
  for (const part of parts) {
    const at = part.indexOf('=');
    if (at < 1) return null;
    try {
      params[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1));
    } catch {
      return null;
    }
  }
  return { provider, params };
}

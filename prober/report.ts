import { kinds, type Kind } from './draft.ts';
import type { ProbeRequest } from './hooks.ts';

export interface Finding {
  operation: string;
  kind: Kind;
  fault: string;
  /** The smallest request that shows it. */
  request: string;
  explanation: string;
  /** Gives the same request again: `probe({ …, seed, only: operation, path })`. */
  seed: number;
  path: string;
}

export interface OperationReport {
  requests: number;
  statuses: Record<number, number>;
  kinds: Partial<Record<Kind, number>>;
}

export interface ProbeReport {
  seed: number;
  /** Generated requests; those that only shrank a finding are not counted. */
  requests: number;
  operations: Readonly<Record<string, OperationReport>>;
  findings: readonly Finding[];
}

/** As it can be read and sent again by hand. Long texts are cut. */
export function describeRequest(request: ProbeRequest): string {
  const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}… (${text.length} characters)` : text);
  const shown = Object.entries(request.headers).filter(([name]) => !/^(?:cookie|authorization)$/i.test(name)).map(([name, value]) => ` -H ${JSON.stringify(cut(`${name}: ${value}`, 200))}`);
  const body = request.body ? ` --data ${JSON.stringify(cut(new TextDecoder().decode(request.body), 1500))}` : '';
  return `${request.method} ${cut(request.target, 1500)}${shown.join('')}${body}`;
}

export function describeReport(report: ProbeReport): string {
  const every = Object.entries(report.operations);
  const reached = every.filter(([, one]) => Object.keys(one.statuses).some((status) => Number(status) < 300));
  const unreached = every.filter((entry) => !reached.includes(entry)).map(([id]) => id);
  const sum = (read: (one: OperationReport) => number): number => every.reduce((total, [, one]) => total + read(one), 0);
  const lines = [
    `${report.requests} requests over ${every.length} operations (seed ${report.seed}), ${reached.length} answered with success, ${report.findings.length} findings`,
    `by kind: ${kinds.map((kind) => `${kind} ${sum((one) => one.kinds[kind] ?? 0)}`).join(', ')}`,
    ...(unreached.length > 0 ? [`never with success: ${unreached.join(', ')}`] : []),
    ...report.findings.map((finding) => `${finding.operation} (${finding.kind}, seed ${finding.seed}, path ${finding.path}): ${finding.fault}\n  ${finding.request}${finding.explanation ? `\n  ${finding.explanation}` : ''}`),
  ];
  return lines.join('\n');
}

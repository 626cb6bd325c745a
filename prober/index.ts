export { probe, type ProbeOptions } from './probe.ts';
export { describeReport, type Finding, type ProbeReport } from './report.ts';
export { readOperations, type Operation } from './document.ts';
export type { ProbeAnswer, ProbeHooks, ProbeRequest } from './hooks.ts';

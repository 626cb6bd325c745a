import { computeOptions, runCompute, type ComputeValues } from '../compute/run-compute.ts';
import type { Command } from './command.ts';

export const computeCommand: Command = {
  usage: 'METHOD --in FILE [--out FILE] | --list | --help METHOD',
  summary: { en: 'Compute a method from JSON or CSV; needs no database', zh: '用 JSON 或 CSV 计算一个方法，不需要数据库' },
  options: computeOptions,
  run: async ({ values, positionals }) => {
    process.exitCode = await runCompute(values as ComputeValues, positionals);
  },
};

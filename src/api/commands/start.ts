import { serve } from '../serve.ts';
import type { Command } from './command.ts';

export const startCommand: Command = {
  usage: '',
  summary: { en: 'Serve the product', zh: '启动服务' },
  run: ({ config }) => serve(config),
};

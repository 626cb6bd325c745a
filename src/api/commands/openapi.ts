import { writeFile } from 'node:fs/promises';
import { modules } from '#modules/index.ts';
import { openApi } from '#platform/http/openapi.ts';
import { collect } from '#platform/module/collect.ts';
import { say } from '../tell.ts';
import type { Command } from './command.ts';

export const openapiCommand: Command = {
  usage: '[--out FILE]',
  summary: { en: 'Print the OpenAPI 3.1 document; needs no database', zh: '输出 OpenAPI 3.1 文档，不需要数据库' },
  options: { out: { type: 'string' } },
  run: async ({ values }) => {
    const house = collect(modules);
    const text = JSON.stringify(openApi(house.routes.map((entry) => entry.route), house.reasons), null, 2);
    if (typeof values['out'] === 'string') await writeFile(values['out'], text);
    else say(text);
  },
};

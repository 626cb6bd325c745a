import type { InjectOptions } from 'fastify';
import type { TestProduct } from './test-product.ts';

/** What routes answer: a record, or a list of them. */
export type Json = Record<string, unknown> & { id: string; version: number; items: Json[]; total: number; nextCursor: string | null };

/** Calls of the API as somebody: `call` tells the status with the answer, `done` the answer alone and fails where it is a refusal. */
export function jsonCalls<Answer extends Json = Json>(house: Pick<TestProduct, 'request'>) {
  const call = async (cookie: string | undefined, method: NonNullable<InjectOptions['method']>, path: string, payload?: object, version?: number) => {
    const headers = version === undefined ? {} : { 'if-match': `"v${version}"` };
    const response = await house.request(cookie ?? null, { method, url: `/api/v1${path}`, headers, ...(payload ? { payload } : {}) });
    return { status: response.statusCode, body: (response.body ? JSON.parse(response.body) : null) as Answer };
  };
  const done = async (...args: Parameters<typeof call>): Promise<Answer> => {
    const answer = await call(...args);
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return { call, done };
}

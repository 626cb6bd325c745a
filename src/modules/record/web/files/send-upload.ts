import { Problem } from '#web/api/problem.ts';
import type { ProblemBody } from '#web/api/problem.ts';
import { contentLanguage } from '#web/i18n/language.ts';

/** Sends bytes and tells how far it is: `fetch` can not. */
export function sendUpload(url: string, file: Blob, onProgress: (share: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', contentLanguage());
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () => (request.status < 300 ? done() : failed(new Problem(request.status, bodyOf(request.responseText))));
    request.onerror = () => failed(new Problem(0, { reason: 'offline' }));
    request.onabort = () => failed(new DOMException('cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function bodyOf(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    return {};
  }
}

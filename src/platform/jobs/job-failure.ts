type Words = { zh: string; en: string };

/** Thrown by work that can't succeed however often it is tried; the words are for the person who waits. */
export class JobFailure extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.name = 'JobFailure';
    this.words = words;
  }
}

export function unexpectedFailure(jobId: string): Words {
  return { zh: `处理中断，原因已记入日志（编号 ${jobId}）。可重试；若再次失败，请联系管理员。`, en: `It broke off; the log tells why (reference ${jobId}). Try again, and tell the operator if it fails once more.` };
}

export const workerLost: Words = { zh: '处理程序多次意外退出，未能完成。', en: 'The program ended several times while it ran, so it was given up.' };
export const kindGone: Words = { zh: '当前版本已不再支持这类任务。', en: 'This release no longer knows this kind of work.' };

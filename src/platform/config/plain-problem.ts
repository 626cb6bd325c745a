/** A problem that the person who starts the program can solve: said in both languages, printed without a stack. */
export class PlainProblem extends Error {
  readonly code: string;
  readonly zh: string;
  readonly en: string;

  constructor(code: string, words: { zh: string; en: string }, cause?: unknown) {
    super(`${words.en}\n${words.zh}`, cause === undefined ? undefined : { cause });
    this.name = 'PlainProblem';
    this.code = code;
    this.zh = words.zh;
    this.en = words.en;
  }
}

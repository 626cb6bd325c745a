export type InputReason = 'usage' | 'methodUnknown' | 'fileUnreadable' | 'notJson' | 'tooDeep' | 'tooLarge' | 'notTable' | 'badInput' | 'outUnwritable' | 'unexpected';

/** Why nothing was computed, as it is written out. */
export interface Refusal {
  reason: InputReason;
  /** One sentence; it names the field where there is one. */
  why: string;
  /** The file, or the case in it. */
  where: string | null;
}

/** Ends a computation for a reason that is told as JSON and never as a stack. */
export class RefusedInput extends Error {
  readonly refusal: Refusal;

  constructor(reason: InputReason, why: string, where: string | null = null) {
    super(why);
    this.refusal = { reason, why, where };
  }
}

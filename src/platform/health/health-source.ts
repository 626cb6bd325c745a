import type { ShownVariable } from '#platform/config/known-variables.ts';
import type { HealthState } from './health.rules.ts';

type Words = { zh: string; en: string };

export interface HealthFinding {
  state: HealthState;
  detail: Words;
  /** What to do about it. */
  advice?: Words;
  href?: string;
}

/** A part of the machine, examined without knowing who asks. */
export interface MachineCheck {
  key: string;
  label: Words;
  check(): Promise<HealthFinding>;
}

/** What the machine knows of its own health; rooms add checks of theirs. */
export interface HealthSource {
  checks: readonly MachineCheck[];
  version: string;
  startedAt: Date;
  variables: readonly ShownVariable[];
}

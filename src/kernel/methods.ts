import { lifecycle } from './lifecycle/lifecycle.method.ts';
import type { Method } from './method/method.ts';

/** Every method that can be computed from outside, one line each. */
export const methods: readonly Method[] = [
  lifecycle,
];

import type { TestProject } from 'vitest/node';
import { startProduct } from './product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    product: { address: string; output: string };
  }
}

/** One product with the sample space serves all journeys; one that must change it for good starts its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  project.provide('product', { address: product.address, output: product.output() });
  return () => product.stop();
}

import { z } from 'zod';
import type { Route } from './route.contract.ts';

/** Field names of the answer, or of its items when it is a page. */
export function knownFields(route: Route): string[] {
  const shape = route.out instanceof z.ZodObject ? route.out.shape : {};
  const items: unknown = shape['items'];
  const element = items instanceof z.ZodArray ? items.element : null;
  return Object.keys(element instanceof z.ZodObject ? element.shape : shape);
}

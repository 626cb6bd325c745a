import type web from '../messages/en.json';

/**
 * Which message keys there are. Each room adds its own in `modules/<room>/web/messages.ts`:
 * `declare module '#web/i18n/catalogue.ts' { interface Catalogue { registry: typeof en } }`.
 */
export interface Catalogue {
  web: typeof web;
}

type EveryKey = { [Room in keyof Catalogue]: keyof Catalogue[Room] }[keyof Catalogue] & string;
type WithoutPlural<Key> = Key extends `${infer Stem}_${'one' | 'other' | 'zero'}` ? Stem : Key;

export type MessageKey = WithoutPlural<EveryKey>;
export type MessageParams = Record<string, string | number>;

import type en from '../messages/en.json';

declare module '#web/i18n/catalogue.ts' {
  interface Catalogue {
    observatory: typeof en;
  }
}

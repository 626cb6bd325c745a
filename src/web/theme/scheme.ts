import { useSyncExternalStore } from 'react';

export type SchemeChoice = 'light' | 'dark' | 'system';
export type Scheme = 'light' | 'dark';

const place = 'clusterloom.scheme';
const listeners = new Set<() => void>();
const system = matchMedia('(prefers-color-scheme: dark)');

export function schemeChoice(): SchemeChoice {
  const kept = localStorage.getItem(place);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

let held: Scheme | null = null;

export function shownScheme(): Scheme {
  if (held) return held;
  const choice = schemeChoice();
  return choice === 'system' ? (system.matches ? 'dark' : 'light') : choice;
}

function apply(): void {
  document.documentElement.dataset['theme'] = shownScheme();
  for (const notify of listeners) notify();
}

export function startScheme(): void {
  apply();
  system.addEventListener('change', apply);
}

export function chooseScheme(choice: SchemeChoice): void {
  if (choice === 'system') localStorage.removeItem(place);
  else localStorage.setItem(place, choice);
  apply();
}

/** For a page that is always dark or always light, whatever the reader chose; call the answer to give the choice back. */
export function holdScheme(scheme: Scheme): () => void {
  held = scheme;
  apply();
  return () => {
    held = null;
    apply();
  };
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useScheme = (): Scheme => useSyncExternalStore(subscribe, shownScheme);
export const useSchemeChoice = (): SchemeChoice => useSyncExternalStore(subscribe, schemeChoice);

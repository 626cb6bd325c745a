import { useText } from '#web/i18n/use-text.ts';

/** Who did something, and for whom when they did it as a deputy: the human is never hidden behind the holder. */
export function useByFor(): (name: string, forName: string | null | undefined) => string {
  const text = useText();
  return (name, forName) => (forName ? text('web.byFor', { name, holder: forName }) : name);
}

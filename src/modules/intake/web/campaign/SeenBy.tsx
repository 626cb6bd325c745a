import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import type { Party } from '../../words/party.schema.ts';

/** Says who will see the figures before anybody writes one. */
export function SeenBy({ party }: { party: Party }) {
  const text = useText();
  const name = useName();
  const levels = party.levels.filter(({ holderName }) => holderName !== null).map(({ holderName }) => name(holderName)).join(text('web.listComma'));
  return <>{text(`intake.report.seenBy.${party.content.legalBasis}`, { levels })}</>;
}

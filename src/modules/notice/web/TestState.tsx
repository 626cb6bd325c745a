import { useRoute } from '#web/api/use-route.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { listDeliveries } from '../notice.contract.ts';

/** How the test message fares, read again until it has arrived or was refused. */
export function TestState({ channelId, deliveryId }: { channelId: string; deliveryId: string }) {
  const text = useText();
  const query = useRoute(listDeliveries, { query: { channelId, limit: 20 } }, { staleTime: 0, readAgain: ({ items }) => (items.some((row) => row.id === deliveryId && row.tries === 0) ? 1500 : false) });
  const row = query.data?.items.find((each) => each.id === deliveryId);
  if (!row) return null;
  const tone = row.state === 'sent' ? 'positive' : row.reason ? 'critical' : 'neutral';
  return (
    <p role="status" className="small">
      {text('notice.channel.testState')} <Tag tone={tone}>{text(`notice.delivery.${row.state}`)}</Tag> {row.reason ? textOr(`notice.failure.${row.reason}`, row.reason) : ''}
    </p>
  );
}

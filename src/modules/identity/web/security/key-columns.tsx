import { textOr, useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Tone } from '#web/kit/Tag.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import type { ApiKey } from '../../words/security.schema.ts';

const tones: Readonly<Record<ApiKey['state'], Tone>> = { inForce: 'positive', expired: 'neutral', revoked: 'neutral' };

export const roomText = (room: string): string => textOr(`identity.room.${room}`, room);

export function useKeyColumns(): Column<ApiKey>[] {
  const text = useText();
  const format = useFormat();
  return [
    { key: 'name', label: text('identity.key.name'), fixed: true, cell: (key) => <span className="strong">{key.name}</span>, export: (key) => key.name },
    { key: 'rooms', label: text('identity.key.rooms'), cell: (key) => key.rooms.map(({ room, access }) => text('identity.key.roomAccess', { room: roomText(room), access: text(`identity.key.${access}`) })).join(text('web.listComma')) },
    { key: 'state', label: text('identity.column.state'), cell: (key) => <Tag tone={tones[key.state]}>{text(`identity.key.state.${key.state}`)}</Tag>, export: (key) => text(`identity.key.state.${key.state}`) },
    { key: 'expiresAt', label: text('identity.column.expiresAt'), sort: 'expiresAt', cell: (key) => format.moment(key.expiresAt), export: (key) => key.expiresAt },
    { key: 'lastUsedAt', label: text('identity.column.lastUsedAt'), cell: (key) => (key.lastUsedAt ? format.moment(key.lastUsedAt) : text('identity.key.never')), export: (key) => key.lastUsedAt },
  ];
}

import { useState } from 'react';
import { useLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Popover } from '#web/kit/Popover.tsx';
import { useFound } from './palette/use-found.ts';
import { useReadingContext } from './use-context.ts';

export function TerritoryPart() {
  const text = useText();
  const language = useLanguage();
  const { territoryId, setTerritory } = useReadingContext();
  const [find, setFind] = useState('');
  const hits = useFound(find, 'territory').groups.flatMap((group) => group.hits);
  const [known, setKnown] = useState<Record<string, string>>({});
  const nameOf = (hit: (typeof hits)[number]) => (language === 'en' ? (hit.name.en ?? hit.name.zh) : (hit.name.zh ?? hit.name.en)) ?? hit.id;
  return (
    <Popover
      label={text('web.context.territory')}
      width={280}
      trigger={(props) => (
        <button type="button" className="context-part context-extra" {...props}>
          <span className="context-word">{text('web.context.territory')}</span>
          <span className="context-value">{territoryId ? (known[territoryId] ?? territoryId) : text('web.context.anyTerritory')}</span>
          <Icon name="down" size={12} />
        </button>
      )}
    >
      {(close) => {
        const choose = (id: string | null) => {
          setTerritory(id);
          close();
        };
        return (
          <span className="choices">
            <input className="input" type="search" autoFocus aria-label={text('web.context.findTerritory')} placeholder={text('web.context.findTerritory')} value={find} onChange={(event) => setFind(event.target.value)} />
            <button type="button" className="menu-item" onClick={() => choose(null)}>{text('web.context.anyTerritory')}</button>
            {hits.map((hit) => (
              <button
                key={hit.id}
                type="button"
                className="menu-item"
                onClick={() => {
                  setKnown({ ...known, [hit.id]: nameOf(hit) });
                  choose(hit.id);
                }}
              >
                {nameOf(hit)} <span className="quiet small">{language === 'en' ? hit.detail.en : hit.detail.zh}</span>
              </button>
            ))}
          </span>
        );
      }}
    </Popover>
  );
}

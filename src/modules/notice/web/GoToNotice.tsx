import { useEffect } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { useGo, usePageParams } from '#web/router/use-search.ts';
import { getNotice, seeNotice } from '../notice.contract.ts';

/** Where links in messages lead: they name no record, so the page is looked up once the reader has signed in. */
export default function GoToNotice() {
  const text = useText();
  const go = useGo();
  const { noticeId } = usePageParams('noticeId');
  const query = useRoute(getNotice, { params: { noticeId } });
  const { mutate: see } = useWrite(seeNotice, { touches: ['waiting'] });
  const href = query.data?.href;
  useEffect(() => {
    if (href === undefined) return;
    see({ params: { noticeId } });
    go(href, { replace: true });
  }, [href, noticeId, go, see]);
  return <Loaded query={query} what={text('notice.mine')}>{() => <LoadingSkeleton lines={8} />}</Loaded>;
}

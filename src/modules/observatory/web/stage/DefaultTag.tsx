import { useText } from '#web/i18n/use-text.ts';
import { Tag } from '#web/kit/Tag.tsx';

/** Says that bounds are the product's own and follow no text. */
export function DefaultTag() {
  const text = useText();
  return <Tag title={text('observatory.stage.productDefault.hint')}>{text('observatory.stage.productDefault')}</Tag>;
}

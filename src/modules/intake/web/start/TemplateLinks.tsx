import { routeUrl } from '#web/api/client.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { downloadImportTemplate } from '../../words/workbook.contract.ts';

/** A workbook to fill in, in either language. */
export function TemplateLinks({ targetId }: { targetId: string }) {
  const text = useText();
  const href = (language: 'zh-CN' | 'en') => routeUrl(downloadImportTemplate, { params: { targetId }, query: { language } });
  return (
    <span className="row row-wrap">
      {text('intake.template.label')}
      <ButtonLink size="small" icon="download" download href={href('zh-CN')}>{text('intake.template.zh')}</ButtonLink>
      <ButtonLink size="small" icon="download" download href={href('en')}>{text('intake.template.en')}</ButtonLink>
    </span>
  );
}

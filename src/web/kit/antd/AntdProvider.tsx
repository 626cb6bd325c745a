import { ConfigProvider, theme } from 'antd';
import en from 'antd/locale/en_US.js';
import zh from 'antd/locale/zh_CN.js';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '#web/i18n/language.ts';
import { antdTheme } from '#web/theme/antd-theme.ts';
import { useScheme } from '#web/theme/scheme.ts';

export default function AntdProvider({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const scheme = useScheme();
  const config = useMemo(() => ({ ...antdTheme(), algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm }), [scheme]);
  return (
    <ConfigProvider locale={language === 'en' ? en : zh} theme={config}>
      {children}
    </ConfigProvider>
  );
}

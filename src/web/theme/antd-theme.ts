import type { ThemeConfig } from 'antd';
import { readToken } from './read-token.ts';

const colours = {
  colorPrimary: '--brand-solid',
  colorPrimaryHover: '--brand-hover',
  colorPrimaryActive: '--brand-active',
  colorPrimaryBg: '--brand-bg',
  colorPrimaryBorder: '--brand-border',
  colorPrimaryText: '--brand-text',
  colorLink: '--brand-text',
  colorInfo: '--brand-solid',
  colorSuccess: '--positive-solid',
  colorSuccessText: '--positive-text',
  colorSuccessBg: '--positive-bg',
  colorSuccessBorder: '--positive-border',
  colorWarning: '--warning-solid',
  colorWarningText: '--warning-text',
  colorWarningBg: '--warning-bg',
  colorWarningBorder: '--warning-border',
  colorError: '--critical-solid',
  colorErrorText: '--critical-text',
  colorErrorBg: '--critical-bg',
  colorErrorBorder: '--critical-border',
  colorText: '--text-primary',
  colorTextSecondary: '--text-secondary',
  colorTextTertiary: '--text-tertiary',
  colorTextDescription: '--text-tertiary',
  colorTextPlaceholder: '--text-tertiary',
  colorTextDisabled: '--text-disabled',
  colorBgLayout: '--bg-page',
  colorBgContainer: '--bg-surface',
  colorBgElevated: '--bg-surface',
  colorBgSpotlight: '--bg-tooltip',
  colorTextLightSolid: '--text-on-brand',
  colorFillAlter: '--bg-hover',
  colorFillSecondary: '--bg-sunken',
  colorBorder: '--border-control',
  colorBorderSecondary: '--border-subtle',
  colorSplit: '--border-subtle',
  controlOutline: '--focus-ring',
} as const;

/** Our tokens in Ant Design's names, read from the scheme that is shown. */
export function antdTheme(): ThemeConfig {
  const token = Object.fromEntries(Object.entries(colours).map(([name, role]) => [name, readToken(role)]));
  return {
    cssVar: { key: 'clw' },
    hashed: false,
    token: {
      ...token,
      fontFamily: getComputedStyle(document.documentElement).fontFamily,
      fontSize: 14,
      lineHeight: 1.5714,
      borderRadius: 4,
      borderRadiusLG: 6,
      borderRadiusSM: 3,
      controlHeight: 32,
      controlOutlineWidth: 2,
      motionDurationFast: '0.15s',
      motionDurationMid: '0.18s',
      motionDurationSlow: '0.2s',
      boxShadow: readToken('--shadow-2'),
      boxShadowSecondary: readToken('--shadow-2'),
    },
    components: { Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' } },
  };
}

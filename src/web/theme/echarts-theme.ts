import { categoricalTokens, readToken, readTokens } from './read-token.ts';

/** Our tokens in ECharts' theme shape, read where the chart stands: the large screen may be dark on a light page. */
export function echartsTheme(within?: Element): object {
  const token = readTokens(
    ['--text-primary', '--text-secondary', '--text-tertiary', '--border-default', '--border-subtle', '--border-control', '--bg-surface', '--bg-selected', '--brand-solid', '--neutral-bg'],
    within,
  );
  const axis = {
    axisLine: { lineStyle: { color: token['--border-default'] } },
    axisTick: { show: false },
    axisLabel: { color: token['--text-tertiary'], fontSize: 12 },
    splitLine: { lineStyle: { color: token['--border-subtle'] } },
    nameTextStyle: { color: token['--text-tertiary'], fontSize: 12, align: 'left' },
  };
  return {
    color: categoricalTokens.map((name) => readToken(name, within)),
    backgroundColor: 'transparent',
    textStyle: { fontFamily: getComputedStyle(within ?? document.documentElement).fontFamily, color: token['--text-secondary'], fontSize: 12 },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    line: { smooth: false, symbol: 'circle', symbolSize: 5, lineStyle: { width: 2 } },
    bar: { barMaxWidth: 20 },
    legend: { textStyle: { color: token['--text-secondary'], fontSize: 12 }, itemWidth: 12, itemHeight: 8 },
    tooltip: {
      backgroundColor: token['--bg-surface'],
      borderColor: token['--border-default'],
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: token['--text-primary'], fontSize: 12 },
      extraCssText: `border-radius:4px;box-shadow:${readToken('--shadow-2', within)}`,
    },
    animationDuration: 180,
    animationDurationUpdate: 180,
    animationEasing: 'cubicOut',
  };
}

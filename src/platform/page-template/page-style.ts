/** Style of pages that the server finishes: system fonts, one column, A4 with page numbers. Inline, because the page may load nothing. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1d2129; --quiet: #5b6472; --line: #d5d9e0; --sheet: #fff; --ground: #f2f4f7; --link: #1456b8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7e9ee; --quiet: #a3acba; --line: #3a414d; --sheet: #191c22; --ground: #101216; --link: #8ab8ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
.sheet { max-width: 860px; margin: 24px auto; padding: 40px 48px; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; }
a { color: var(--link); }
h1 { font-size: 26px; line-height: 1.3; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 32px 0 8px; padding-bottom: 4px; border-bottom: 1px solid var(--line); }
h3 { font-size: 15px; margin: 20px 0 4px; }
p { margin: 0 0 8px; }
.quiet, .page-header, .page-footer, caption { color: var(--quiet); font-size: 13px; }
.page-header { margin-bottom: 24px; }
.page-footer { margin-top: 40px; padding-top: 8px; border-top: 1px solid var(--line); }
.tag { display: inline-block; padding: 0 8px; border: 1px solid var(--line); border-radius: 10px; font-size: 12px; color: var(--quiet); }
.facts { display: grid; grid-template-columns: minmax(120px, 200px) 1fr; gap: 4px 16px; margin: 8px 0; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
caption { text-align: left; padding-bottom: 4px; }
th, td { text-align: left; vertical-align: top; padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.whole { white-space: nowrap; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 12px; margin: 12px 0; }
.figure { border: 1px solid var(--line); border-radius: 6px; padding: 8px 12px; }
.figure strong { display: block; font-size: 20px; line-height: 1.4; }
.button { display: inline-block; margin-top: 16px; padding: 8px 18px; border-radius: 6px; background: var(--link); color: var(--sheet); text-decoration: none; }
.watermark { position: fixed; inset: -20%; z-index: 1; display: grid; grid-template-columns: repeat(4, 1fr); align-items: center; transform: rotate(-24deg); pointer-events: none; opacity: 0.12; font-size: 15px; white-space: nowrap; }
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #555; } }
@media (max-width: 640px) { .sheet { margin: 0; padding: 24px 16px; border: 0; border-radius: 0; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: 8px; } }
@media print {
  .watermark { grid-template-columns: repeat(2, 1fr); font-size: 11pt; }
  :root { color-scheme: light; --ink: #000; --quiet: #444; --line: #bbb; --sheet: #fff; --ground: #fff; --link: #000; }
  body { font-size: 10.5pt; }
  .sheet { max-width: none; margin: 0; padding: 0; border: 0; }
  h1, h2, h3 { break-after: avoid; }
  tr, .figure, .facts > * { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
  .scroll { overflow: visible; }
  .button, .screen-only { display: none; }
}
`;

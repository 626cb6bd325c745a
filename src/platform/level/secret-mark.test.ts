import { describe, expect, it } from 'vitest';
import { markInName, markInText, markOnLine } from './secret-mark.rules.ts';

const marked: readonly [string, string][] = [
  ['秘密★10年', '秘密'], ['机密★启封前', '机密'], ['绝密★', '绝密'], ['绝密★长期', '绝密'], ['秘密☆5年', '秘密'], ['机密*1年', '机密'], ['机密 ★ 20 年', '机密'],
  ['【秘密】', '秘密'], ['［机密］关于产业集群的通知', '机密'], ['（绝密）', '绝密'], ['〔秘密〕2026 年第 3 号', '秘密'], ['(机密★3年)', '机密'],
  ['密级：机密', '机密'], ['密级:秘密', '秘密'], ['密　级：绝密'.replace('　', ''), '绝密'], ['密级 机密', '机密'], ['密级为秘密', '秘密'], ['保密等级：机密', '机密'], ['涉密级别＝绝密', '绝密'], ['密级：□绝密 ☑机密 □秘密', '机密'], ['密级标识：秘密★10年', '秘密'], ['Classification: 机密', '机密'], ['“密级”: “机密”'.replaceAll(/[“”]/g, ''), '机密'],
  ['秘密', '秘密'], ['  机密  ', '机密'], ['绝密', '绝密'], ['秘 密', '秘密'], ['机　　密', '机密'], ['绝\u200b密', '绝密'], ['機密', '机密'], ['絕密', '绝密'], ['祕密', '秘密'], ['機 密★5年', '机密'], ['絕密★啟封前', '绝密'],
  ['机密 特急', '机密'], ['特急 绝密', '绝密'], ['000012 机密★1年', '机密'], ['第0012号 秘密', '秘密'], ['No.0007 绝密', '绝密'], ['机密级', '机密'], ['—— 秘密 ——', '秘密'], ['**机密**', '机密'], ['秘密 长期', '秘密'], ['秘密10年', '秘密'], ['本件为机密★5年，请妥善保管', '机密'], ['机密启封前', '机密'], ['★机密★', '机密'],
  ['第一行\r\n机密\r\n第三行', '机密'], ['名称\t【绝密】\t城市', '绝密'], ['密级：绝 密', '绝密'],
];

const ordinary: readonly string[] = [
  '商业秘密', '保守商业秘密', '商业秘密保护条例', '商业秘密★10年', '工作秘密', '个人秘密', '保密', '保密协议', '保密工作', '秘密武器', '机密性', '数据的机密性、完整性和可用性', '绝密档案馆旅游项目', '秘密花园文化创意有限公司',
  '不得上传国家秘密', '本系统严禁存储、处理涉及国家秘密的信息', '密级', '密级：', '密级：无', '密级：公开', '密级：非密', '密级：绝密/机密/秘密（选填）', '密级分为绝密、机密、秘密三级', '密级为绝密、机密、秘密的，不得录入', '绝密 机密 秘密',
  '加密算法', '精密制造', '密度 10 年变化', '高精密机床', '机密部件', '机密封件', '飞机密封圈', '精密★五星供应商', '这是一个公开的秘密。', '成功的秘密在于合作', '揭开长寿的秘密 10 年研究', '秘书处★', '保密★10年', '绝密级以下文件管理办法', '机密、秘密级事项清单', '解密★', '保密期限：10 年', '泄露国家机密罪', '秘密侦查', '司机密切关注路况', '机密度计', '有机密肥', '*必填：保密承诺', '企业机密 12 项', '“秘密”一词的含义', '等保三级（密评）', 'trade secrets and confidentiality', '', '★',
];

describe('marks of state secrets', () => {
  it.each(marked)('%j is marked', (text, mark) => {
    expect(markInText(text)?.mark).toBe(mark);
  });
  it.each(ordinary)('%j is not', (text) => {
    expect(markInText(text)).toBeNull();
  });
  it('counts its corpus, and turns red with a rule left out', () => {
    process.stdout.write(`secret marks: ${marked.length} marked and ${ordinary.length} ordinary texts\n`);
    expect([marked.length > 40, ordinary.length > 40]).toEqual([true, true]);
    // Broken on purpose: taking any occurrence for a mark, or only the star.
    const anywhere = (text: string): boolean => /[秘机绝]密/u.test(text);
    const starOnly = (text: string): boolean => /[秘机绝]密★/u.test(text);
    expect(ordinary.some(anywhere)).toBe(true);
    expect(marked.every(([text]) => starOnly(text))).toBe(false);
  });
  it('says on which line it stands', () => {
    expect(markInText('标题\n\n  機密 ★ 5年\n正文')).toEqual({ mark: '机密', line: 3 });
  });
  it.each([['发展规划-机密-2026.docx', '机密'], ['机密.pdf', '机密'], ['名单（秘密★10年）.xlsx', '秘密'], ['C:\\文件\\绝密_终稿.docx', '绝密'], ['商业秘密保护.pdf', null], ['秘密花园.docx', null], ['保密协议_v2.docx', null]])('reads the name %j', (name, mark) => {
    expect(markInName(name)).toBe(mark);
  });
  it('is quick on a long hostile line', () => {
    const started = performance.now();
    for (const text of [`${' '.repeat(50_000)}秘密x`, '密级'.repeat(30_000), '12 '.repeat(30_000) + '密', '(秘'.repeat(30_000) + '密']) markOnLine(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

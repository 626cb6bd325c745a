const fundWords = /\b(?:funds?|fds?|(?:qdii)?lof|etfs?|fof|reits?|mmkt|mmk|mxd|qdii|money market)\b/iu;
// A firm that manages funds is an organisation, though its name has the word; "E Fund" is such a firm's own name.
const managers = /\bfund (?:management|mgt|managers?|co\b)|^e fund\b/giu;
const chineseFund = /(?:证券投资基金|联接基金|货币市场基金|基金(?:[（(]?(?:LOF|ETF|FOF|QDII)[）)]?)?[A-EＡ-Ｅ]?$|ETF|LOF|REITs?)/u;
const describedAsFund = /\bis (?:likely |probably )?an? (?:[\w“”"'’()-]+,? ){0,8}?fund\b|\bmoney market fund\b/iu;
const descriptionStart = 300;

/**
 * Says by which words a row is a fund (LOF, ETF, REIT, money market) and so not an organisation; null when none speaks
 * for it. Only the name and the first words of the description are read, and the words found are shown to the user.
 */
export function fundWordIn(name: string, description = ''): string | null {
  const plain = name.normalize('NFKC');
  const chinese = chineseFund.exec(plain);
  if (chinese) return chinese[0];
  const word = fundWords.exec(plain.replace(managers, ' '));
  if (word) return word[0];
  return describedAsFund.exec(description.slice(0, descriptionStart))?.[0] ?? null;
}

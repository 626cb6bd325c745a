import { comparePair, readSubject } from '#kernel/matching/compare-pair.ts';
import { modelFromLabels, type LinkModel } from '#kernel/matching/fellegi-sunter.ts';
import { buildMatcher, keysOfSubject, type OrganisationMatch } from '#kernel/matching/match-organisation.ts';
import { matchComparisons, type MatchSettings } from '#kernel/matching/match-settings.ts';
import { toSimplified, type LabelledSet, type Question } from './labelled-names.ts';

export interface MatchQuality {
  questions: number;
  /** Right ones among automatic matches. */
  precision: number;
  /** Questions about a held organisation that got it, automatically or among the candidates of an unsure answer. */
  recall: number;
  /** Questions about a held organisation that were settled rightly without a person. */
  settled: number;
  /** Questions about an absent organisation that were left alone: no candidate at all. */
  leftAlone: number;
  wrong: { question: Question; answer: OrganisationMatch }[];
  missed: { question: Question; answer: OrganisationMatch }[];
}

const han = /\p{Script=Han}/u;
export const simplify = (text: string): string => (han.test(text) ? toSimplified(text) : text);

export function measureQuality({ register, questions }: LabelledSet, settings?: MatchSettings): MatchQuality {
  const matcher = buildMatcher(register, settings === undefined ? { simplify } : { simplify, settings });
  const answers = questions.map((question) => ({ question, answer: matcher.match(question.subject) }));
  const automatic = answers.filter(({ answer }) => answer.state === 'automatic');
  const held = answers.filter(({ question }) => question.truth !== null);
  const right = automatic.filter(({ question, answer }) => answer.id === question.truth);
  const found = held.filter(({ question: { truth }, answer }) => answer.id === truth || answer.candidates.some(({ id }) => id === truth));
  const absent = answers.filter(({ question }) => question.truth === null);
  return {
    questions: questions.length,
    precision: right.length / automatic.length,
    recall: found.length / held.length,
    settled: right.length / held.length,
    leftAlone: absent.filter(({ answer }) => answer.state === 'none').length / absent.length,
    wrong: automatic.filter(({ question, answer }) => answer.id !== question.truth),
    missed: held.filter((one) => !found.includes(one)),
  };
}

/** λ, m and u by counting the pairs of a set that share a key of their names: how the model of the settings was made. */
export function countModel({ register, questions }: LabelledSet): LinkModel {
  const held = register.map((candidate) => readSubject(candidate, { simplify }));
  const byKey = new Map<string, number[]>();
  held.forEach((subject, at) => {
    for (const key of keysOfSubject({ ...subject, code: null })) byKey.set(key, [...(byKey.get(key) ?? []), at]);
  });
  const [matches, others]: [number[][], number[][]] = [[], []];
  for (const { subject, truth } of questions) {
    const asked = readSubject({ ...subject, code: null }, { simplify });
    for (const at of new Set(keysOfSubject(asked).flatMap((key) => byKey.get(key) ?? []))) {
      const candidate = held[at];
      if (candidate !== undefined) (register[at]?.id === truth ? matches : others).push(comparePair(asked, candidate).pattern);
    }
  }
  return modelFromLabels(matches, others, Object.values(matchComparisons).map((levels) => levels.length));
}

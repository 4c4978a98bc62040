/*
 * Those of the closed lists (see `vocabularies.ts`) that every widget needs at first sight. A module of their own, so that
 * a page does not wait for the others.
 */

/** The five stages of the roadmap made by Safely Held Spaces. The order is no ladder and no score. */
export const stages = ['everyday-life', 'testing-times', 'threshold', 'extreme-times', 'returning-emerging'] as const;
export type Stage = (typeof stages)[number];

/** What a person may answer when asked where they are: any of the stages, and two good answers beside them. */
export const stageAnswers = [...stages, 'not-sure', 'keeps-changing'] as const;
export type StageAnswer = (typeof stageAnswers)[number];

/** An *experiencer* goes through distress; a *holder* is there for someone who does. One person may be both. */
export const roles = ['experiencer', 'holder'] as const;
export type Role = (typeof roles)[number];

/** The four nations of the United Kingdom. Crisis lines and residence rules differ between them. */
export const nations = ['england', 'scotland', 'wales', 'northern-ireland'] as const;
export type Nation = (typeof nations)[number];

/** Whether `value` is one of `list`, for narrowing strings that come from outside. */
export function isOneOf<T extends string>(list: readonly T[], value: unknown): value is T {
  return typeof value === 'string' && (list as readonly string[]).includes(value);
}

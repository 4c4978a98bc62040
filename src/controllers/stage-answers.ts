import {stageAnswers, type StageAnswer} from '@held-spaces/domain/first-terms';
import type {Journey} from './journey.js';

/** What a role asks about: where the person in front of the page is, or where the one they support is. */
export type Whose = 'mine' | 'theirs';

export type ChosenRole = NonNullable<Journey['role']>;

type Field = 'stages' | 'holderStages';

/** Nobody having said whom it is for, the words are those of the person it is about. That claims nothing of them. */
export const roleOf = ({role = 'experiencer'}: Journey): ChosenRole => role;

/**
 * The questions that a role is asked, in the order on the page. A holder came for somebody else, so that one is first.
 * Who chose "Both" also came for themself: whoever is in distress is asked about themself before anybody else.
 */
export function questionsFor(role: ChosenRole): readonly Whose[] {
  if (role === 'experiencer') return ['mine'];
  return role === 'holder' ? ['theirs', 'mine'] : ['mine', 'theirs'];
}

/**
 * Where an answer is kept. `stages` is always the road, the first question, since that is what the finder searches by;
 * `holderStages` is the other one.
 */
export function fieldOf(role: ChosenRole, whose: Whose): Field {
  return questionsFor(role)[0] === whose ? 'stages' : 'holderStages';
}

/** The answer with one place chosen or not, in the order on the page, so that two widgets always say it alike. */
export function withPlace(answer: readonly StageAnswer[], place: StageAnswer, chosen: boolean): readonly StageAnswer[] {
  return stageAnswers.filter(each => (each === place ? chosen : answer.includes(each)));
}

/**
 * One place chosen, or no longer, where it is not said about whom, as in the finder. Chosen, it is in the question that
 * is asked first; no longer chosen, it is in neither that is in sight.
 */
export function withStage(journey: Journey, place: StageAnswer): Pick<Journey, 'stages' | 'holderStages'> {
  const {stages, holderStages} = journey;
  if (!isChosen(journey, place)) return {stages: withPlace(stages, place, true), holderStages};
  return {
    stages: withPlace(stages, place, false),
    holderStages: supports(journey) ? withPlace(holderStages, place, false) : holderStages,
  };
}

/**
 * The same answers under another role. Each stays with the one it is about: what somebody said of themself never turns
 * into something they said of another. So changing the role and changing it back loses nothing.
 */
export function withRole(
  {stages, holderStages, role = 'experiencer'}: Journey,
  next: ChosenRole,
): Pick<Journey, 'stages' | 'holderStages' | 'role'> {
  const moves = fieldOf(role, 'mine') !== fieldOf(next, 'mine');
  return moves ? {role: next, stages: holderStages, holderStages: stages} : {role: next, stages, holderStages};
}

/** Whether somebody supports another, whatever they go through themself. */
export const supports = ({role}: Journey): boolean => role === 'holder' || role === 'both';

/** The answers to the questions that are in sight. What somebody said under another role is kept, and nobody's business. */
export function inSight(journey: Journey): Pick<Journey, 'stages' | 'holderStages' | 'role'> {
  const {stages, holderStages, role} = journey;
  return {stages, holderStages: supports(journey) ? holderStages : [], role};
}

/** Whether a place is chosen in a question that is in sight. */
export const isChosen = (journey: Journey, place: StageAnswer): boolean =>
  journey.stages.includes(place) || (supports(journey) && journey.holderStages.includes(place));

/** Every place chosen in the questions that are in sight, once each, in the order on the page. */
export const chosenPlaces = (journey: Journey): readonly StageAnswer[] =>
  stageAnswers.filter(place => isChosen(journey, place));

const hardPlaces: readonly StageAnswer[] = ['threshold', 'extreme-times'];

/** On the threshold and in really extreme times, people to reach now come before anything else. */
export const isHardPlace = (place: StageAnswer): boolean => hardPlaces.includes(place);

/** Whether what somebody chose, or picked for want of a name, brings people to reach now before anything else. */
export const isHard = (journey: Journey): boolean =>
  journey.needsNow === true || hardPlaces.some(place => isChosen(journey, place));

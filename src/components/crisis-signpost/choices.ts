import {dailySpan, type CrisisEntry} from '@held-spaces/domain/crisis';
import type {CrisisChoice} from '@held-spaces/domain/crisis-choices';
import type {Nation} from '@held-spaces/domain/vocabularies';
import {msg, str} from '@lit/localize';
import {sentences} from '../../internal/crisis-words.js';
import {button, e, type Drawing} from '../../internal/plain-drawing.js';
import {timeWords} from '../../internal/words.js';
import type {Journey} from '../../controllers/journey.js';
import {callWords} from '../../internal/crisis-strip-words.js';
import {signWays} from './line.js';
import {numberLink} from './links.js';

/** What a person can do now, as they would say it. */
export const choiceWords: Readonly<Record<CrisisChoice, () => string>> = {
  talk: () => msg('I can talk', {id: 'crisis.can.talk'}),
  'no-voice': () => msg('I cannot talk aloud', {id: 'crisis.can.no-voice'}),
  'be-with': () => msg('I want to be with someone', {id: 'crisis.can.be-with'}),
  sign: () => msg('I use sign language', {id: 'crisis.can.sign'}),
  holder: () => msg('I am with someone who is struggling', {id: 'crisis.can.holder'}),
  'no-police': () => msg('I do not want the police involved', {id: 'crisis.can.no-police'}),
  'under-19': () => msg('I am under 19', {id: 'crisis.can.under-19'}),
  'under-35': () => msg('I am under 35', {id: 'crisis.can.under-35'}),
  welsh: () => msg('I want to speak Welsh', {id: 'crisis.can.welsh'}),
  'home-not-safe': () => msg('I am not safe at home', {id: 'crisis.can.home-not-safe'}),
};

export interface ChoiceContext {
  readonly lines: readonly CrisisEntry[];
  readonly nation: Nation | undefined;
  /** Brings the person to the finder, where there is one on the page. */
  readonly toFinder: (() => void) | undefined;
  /** Which places are open now, where a finder on the page knows. */
  readonly openNow: Journey['openNow'];
}

/** What to know before the lines that a choice puts first. */
export const choiceNotes: Partial<Readonly<Record<CrisisChoice, (context: ChoiceContext) => Drawing>>> = {
  talk: () =>
    said(
      msg('These are people you can call now. Some days you may wait. If nobody answers, try the next one.', {
        id: 'crisis.can.talk.text',
      }),
    ),
  'no-voice': () =>
    said(
      msg('You can text these. No sound, and no need to talk.', {id: 'crisis.can.no-voice.text'}),
      msg('You can only text 999 if your phone was signed up before.', {id: 'crisis.can.no-voice.999'}),
    ),
  'be-with': ({toFinder, openNow}) => {
    const open = openNow?.();
    return toFinder
      ? [
          said(
            open?.words ??
              msg('The finder on this page can show places that are open now. Ask first if you can.', {
                id: 'crisis.can.be-with.finder',
              }),
          ),
          e(
            'ul',
            open?.spaces.map(space =>
              e(
                'li',
                button('button', space.open, {}, space.name),
                said(space.words),
                space.phone && numberLink(space.phone, number => callWords(space.name, number)),
              ),
            ),
          ),
          button('button', toFinder, {}, msg('Go to the places', {id: 'crisis.can.be-with.go'})),
        ]
      : said(
          msg('We cannot show places on this page. Here are people you can reach by phone or text.', {
            id: 'crisis.can.be-with.no-finder',
          }),
        );
  },
  sign: ({lines}) => {
    const emergency = lines.find(({kind}) => kind === 'emergency');
    const hours = lines.find(({bslHours}) => bslHours)?.bslHours?.map(timeWords);
    return [
      signWays(emergency?.bsl, emergency?.relay),
      hours &&
        said(
          papyrusSigns(hours[0] ?? '', hours[1] ?? ''),
          msg('This comes from an older page. It may have changed.', {id: 'crisis.contact.tell.older'}),
        ),
      said(msg('You can also text. These lines use written English.', {id: 'crisis.can.sign.text-lines'})),
    ];
  },
  holder: () =>
    said(
      msg('These lines welcome people who are worried about someone. You can call for yourself too.', {
        id: 'crisis.can.holder.text',
      }),
      msg("You can say: 'I am with someone who is struggling, and I do not know what to do.'", {
        id: 'crisis.can.holder.say',
      }),
    ),
  'no-police': ({nation}) => [
    said(
      msg('Each line has its own rules. Some may call 999 without asking you, if they think a life is in danger.', {
        id: 'crisis.can.no-police.text',
      }),
      msg('Some have not said. We tell you what we know for each one.', {id: 'crisis.can.no-police.unknown'}),
      msg('We know of no line that says it will never tell anyone.', {id: 'crisis.can.no-police.honest'}),
    ),
    said(
      msg("You can ask first: 'When would you call the police?' You can ask before you say who or where you are.", {
        id: 'crisis.can.no-police.ask',
      }),
      msg('999 is at the end of the list. It is there if you want it.', {id: 'crisis.can.no-police.999'}),
    ),
    (nation === 'england' || nation === 'wales') &&
      said(
        msg(
          'Police in England and Wales have had a rule since 2023. They go to look into a crime. They also go where there is a real and close risk of death or serious harm. Some charities say this leaves gaps.',
          {id: 'crisis.can.no-police.rules'},
        ),
      ),
  ],
  welsh: ({lines}) => {
    const span = dailySpan(lines.find(({fitting}) => fitting?.includes('w'))?.hours)?.map(timeWords);
    return span && said(samaritansInWelsh(span[0] ?? '', span[1] ?? ''));
  },
  'home-not-safe': () =>
    said(
      msg('These lines are for people who have been hurt or scared by someone close to them.', {
        id: 'crisis.can.home-not-safe.text',
      }),
      msg('A free call may still show on a phone bill. We say so where we know.', {
        id: 'crisis.can.home-not-safe.bill',
      }),
      msg('If someone checks your phone, it may show the call or text.', {id: 'crisis.can.home-not-safe.phone'}),
    ),
};

const said = (...words: readonly string[]) => e('p', sentences(...words));

const papyrusSigns = (opens: string, closes: string) =>
  msg(str`Papyrus has BSL from ${opens} to ${closes}. It is for people under 35.`, {id: 'crisis.can.sign.more'});

const samaritansInWelsh = (opens: string, closes: string) =>
  msg(str`Samaritans has a Welsh line from ${opens} to ${closes}. At other times, its English line is open.`, {
    id: 'crisis.can.welsh.text',
  });

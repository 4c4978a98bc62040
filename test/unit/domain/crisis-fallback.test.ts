import {fallbackHtml, fallbackList} from '@held-spaces/domain/crisis-fallback';
import {type Nation} from '@held-spaces/domain/vocabularies';
import {describe, expect, it} from 'vitest';

describe('the list for a page without JavaScript', () => {
  const words = (nation?: Nation) => fallbackList(nation).map(line => line.replace(/<[^>]+>/g, ''));
  const always = 'Day and night, every day';
  const danger = 'If a life is in danger now, call 999';
  const people = [`Samaritans: call 116 123. ${always}`, `Shout: text SHOUT to 85258. ${always}`];
  const sign = 'British Sign Language in an emergency: 999bsl.co.uk';

  it('reads as it was reviewed, for each nation', () => {
    expect(words()).toEqual([danger, ...people, sign]);
    expect(words('england')).toEqual([
      danger,
      `NHS 111: call 111 and choose the mental health option. ${always}`,
      ...people,
      sign,
    ]);
    expect(words('scotland')).toEqual([
      danger,
      `NHS 24: call 111 and choose the mental health option. ${always}`,
      ...people,
      'Breathing Space: call 0800 83 85 87. Evenings, nights and all weekend',
      sign,
    ]);
    expect(words('wales')).toEqual([
      danger,
      `NHS 111 Wales: call 111 and press 2. ${always}`,
      people[0],
      'Samaritans in Welsh: call 0808 164 0123. Every day, 7pm to 11pm',
      `C.A.L.L.: call 0800 132 737, or text help to 81066. ${always}`,
      people[1],
      sign,
    ]);
    expect(words('northern-ireland')).toEqual([danger, `Lifeline: call 0808 808 8000. ${always}`, ...people, sign]);
  });

  it('links numbers to calls and texts, and says when they were checked', () => {
    const page = fallbackHtml('england', 3);
    expect(page).toContain('<a href="tel:116123">116 123</a>');
    expect(page).toContain('<a href="sms:85258?&amp;body=SHOUT">SHOUT to 85258</a>');
    expect(page).toContain('Numbers last checked: 21 November 2026');
    expect(page.startsWith('<h3>')).toBe(true);
  });
});

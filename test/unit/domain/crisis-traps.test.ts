import {isDiallable} from '@held-spaces/domain/crisis';
import {crisisContacts} from '@held-spaces/domain/generated/crisis-contacts';
import {describe, expect, it} from 'vitest';
import {bundled, contact, ids, opening} from '../../support/crisis-list.js';

describe('the traps', () => {
  it('trap 1: Live Fear Free is 0808 80 10 800, never the misprint that ends in 100', () => {
    expect(contact('live-fear-free').phone).toBe('0808 80 10 800');
    expect(bundled).not.toContain('0808 80 10 100');
  });

  it('trap 2: 0808 2000 247 is shown in England only', () => {
    expect(contact('refuge-ndah').nations).toEqual(['england']);
    for (const nation of [undefined, 'scotland', 'wales', 'northern-ireland'] as const) {
      expect(ids({nation})).not.toContain('refuge-ndah');
    }
  });

  it('trap 3: no e-mail address is published for Samaritans, or for anyone', () => {
    expect(bundled).not.toMatch(/[\w.]+@[\w.]+|mailto:/);
  });

  it('trap 4: The Mix, whose phone line may be gone, is not shown', () => {
    expect(bundled).not.toContain('0808 808 4994');
    expect(ids()).not.toContain('the-mix');
  });

  it("trap 5: no line, and no chat, of Women's Aid is offered", () => {
    expect(bundled.toLowerCase()).not.toContain('womensaid');
  });

  it('trap 6: Switchboard is 0800 0119 100, never its old number or the misprint of it', () => {
    expect(contact('switchboard-lgbt').phone).toBe('0800 0119 100');
    expect(bundled).not.toMatch(/0300 330 0630|0330 330 0630/);
  });

  it('trap 7: the Samaritans line in Welsh is 0808 164 0123, never its old number', () => {
    expect(contact('samaritans-cymru')).toMatchObject({phone: '0808 164 0123', nations: ['wales']});
    expect(bundled).not.toContain('0300 123 3011');
  });

  it('trap 8: Papyrus goes by its new name, with one of the three text numbers in circulation', () => {
    expect(contact('papyrus-hopeline247')).toMatchObject({name: 'Papyrus HOPELINE247', text: {number: '88247'}});
    expect(bundled).not.toMatch(/HOPELINEUK|07860 ?039967|07786 ?209697/);
  });

  it('trap 9: neither the closed BSL Health Access nor the keyword DEAF is offered', () => {
    expect(bundled).not.toMatch(/bslhealthaccess|"DEAF"/i);
  });

  it('trap 10: 0800 689 5652, whose hours nobody agrees on, is left out', () => {
    expect(bundled).not.toContain('0800 689 5652');
  });

  it('trap 11: no time is claimed for SANEline and the Muslim Youth Helpline, and the Mind Infoline is left out', () => {
    for (const id of ['saneline', 'muslim-youth-helpline']) {
      expect(contact(id).hours).toBeUndefined();
      for (const at of ['2026-11-21T20:00:00Z', '2026-11-23T03:00:00Z']) expect(opening(id, at)).toBe('unsure');
    }
    expect(bundled).not.toContain('0300 123 3393');
  });

  it('trap 12: a text-only line has no number to call, and 999 has none to text', () => {
    for (const id of ['shout', 'youngminds-textline']) {
      expect(contact(id).phone).toBeUndefined();
      expect(isDiallable(contact(id).text?.number ?? '')).toBe(false);
    }
    expect(contact('emergency-999').text).toBeUndefined();
    expect(bundled).not.toContain('emergencysms');
  });

  it('trap 13: "not on the bill" is said of Samaritans, Childline and Breathing Space, and of no other free line', () => {
    const hidden = crisisContacts.filter(({hiddenFromBill}) => hiddenFromBill).map(({id}) => id);
    expect(hidden.sort()).toEqual(['breathing-space', 'childline', 'samaritans']);
  });

  it('trap 14: lines that the research does not cover have not crept in, nor chat of Samaritans or CALM', () => {
    expect(bundled).not.toMatch(/meiccymru|dan247|cruse|combatstress/i);
    expect(contact('samaritans').chat ?? contact('calm').chat).toBeUndefined();
  });
});

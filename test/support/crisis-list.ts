/** The crisis list as it is reviewed and as it is shown, and ways to ask it. */
import {contactsFor, type CrisisContact, type LineOpening, type ListingOptions} from '@held-spaces/domain/crisis';
import type {RetiredContacts, ReviewedContact} from '@held-spaces/domain/crisis-review';
import {crisisChecked, crisisContacts} from '@held-spaces/domain/generated/crisis-contacts';
import type {Nation} from '@held-spaces/domain/vocabularies';
import {readFileSync} from 'node:fs';

const read = <T>(name: string) =>
  JSON.parse(readFileSync(new URL(`../../domain/data/${name}.json`, import.meta.url), 'utf8')) as T;
export const reviewed = read<ReviewedContact[]>('crisis-contacts');
export const retired = read<RetiredContacts>('retired-numbers');
export const bundled = JSON.stringify(crisisContacts);

/** A Saturday afternoon in November, the day of the check. */
export const now = new Date('2026-11-21T15:00:00Z');
export const listed = (options: Partial<ListingOptions> = {}) =>
  contactsFor(crisisContacts, {now, checked: crisisChecked, ...options});
export const ids = (options: Partial<ListingOptions> = {}) => listed(options).lines.map(({contact}) => contact.id);
export const firstIds = (nation?: Nation) =>
  listed({nation})
    .lines.map(line => line.contact)
    .filter(each => each.first)
    .map(({id}) => id);
export const contact = (id: string) => crisisContacts.find(each => each.id === id) as CrisisContact;
export const record = (id: string) => reviewed.find(each => each.id === id) as ReviewedContact;
export const isOpen = (opening: LineOpening | undefined) =>
  opening === 'always' || (opening !== undefined && opening !== 'unsure' && opening.isOpen);
export const opening = (id: string, at: string) =>
  listed({now: new Date(at)}).lines.find(line => line.contact.id === id)?.opening ??
  listed({now: new Date(at), nation: 'scotland'}).lines.find(line => line.contact.id === id)?.opening;

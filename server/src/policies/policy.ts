/** What a policy page is made of. The words are templates: whoever runs a directory makes them their own. */

/** What stands for something that only the operator knows, as `{name}` in a text. */
export const gaps = {
  operator: 'who runs this list',
  contact: 'how to reach you: an email address, a web page or a postal address',
  date: 'date',
  who: 'the role of who said so',
  days: 'how many days',
  readDays: 'how many days',
  backupDays: 'how many days',
  regulator: 'who watches over data protection, and where to write to them',
  adviser: 'who gives advice on equality in your nation',
  list: 'what does not work yet',
  host: 'where the server stands, and who runs it',
  basis: 'the basis in Article 6',
  likely: 'how likely, and how bad',
} as const;
export type Gap = keyof typeof gaps;

/** One part of a page. Its words have the ids `policies.PAGE.ID.title` and `policies.PAGE.ID`. */
export interface PolicySection {
  readonly id: string;
  readonly title: string;
  /** Sentences with `{gaps}`. */
  readonly text: string;
  readonly list?: readonly string[];
  /** For the operator: what to do with this part. Taken out with the rest of the template. */
  readonly note?: string;
  /** Only where words are taken and somebody reads them, where ticks alone are, or where a contact can be sealed. */
  readonly only?: 'words' | 'ticks' | 'sealed';
}

export interface Policy {
  /** Name of the file without `.html`. */
  readonly name: string;
  readonly title: string;
  readonly sections: readonly PolicySection[];
}

/** What is known of a directory and of whoever runs it. */
export interface PolicyFacts {
  /** A name, as people know it. */
  readonly operator?: string;
  /** An email address, a web address, or anything else that a letter reaches. */
  readonly contact?: string;
  /** Whether words are taken. */
  readonly takesWords: boolean;
  /** Whether writers may leave a sealed way to reach them. */
  readonly sealsContacts: boolean;
  /** For how many years an evaluation is kept at most. */
  readonly keepYears: number;
  /** Within how many days moderators aim to read words. */
  readonly readWithinDays?: number;
  /** For how many days a backup is kept. */
  readonly backupDays?: number;
  /** Whether bank holidays are left out of the time in which a complaint is looked at. */
  readonly knowsBankHolidays: boolean;
}

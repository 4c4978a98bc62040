/**
 * Links and spoken forms of UK numbers. A number is never altered on screen: it stands exactly as its source groups it,
 * and only the link drops the spaces.
 */

const digitsOf = (number: string) => number.replace(/[^\d+]/g, '');

/**
 * `tel:` link of a number that takes voice calls. Numbers stay in national form, because short ones such as 111 and
 * 116 123 cannot be dialled with a country code. https://www.rfc-editor.org/rfc/rfc3966
 */
export const telephoneLink = (number: string): string => `tel:${digitsOf(number)}`;

/**
 * `sms:` link of a text line, with its keyword written in. RFC 5724 says `?body=`, older iPhones only take `&body=`;
 * `?&body=` is read by both. https://stackoverflow.com/questions/6480462/how-to-pre-populate-the-sms-body-text-via-an-html-link
 */
export const smsLink = (number: string, keyword?: string): string =>
  `sms:${digitsOf(number)}${keyword ? `?&body=${encodeURIComponent(keyword)}` : ''}`;

/**
 * A number for accessible names: `116 123` becomes `1 1 6, 1 2 3`, so that a screen reader says digits, with a rest
 * where the groups part, and never "one hundred and sixteen thousand".
 */
export const spokenNumber = (number: string): string =>
  number
    .trim()
    .split(/\s+/)
    .map(group => [...group].join(' '))
    .join(', ');

/** Emergency and urgent numbers, the European 116 range, and numbers in the national 01, 02, 03, 07 and 08 ranges. */
const voice = /^(?:999|112|111|18000|116\d{3}|0[1-3]\d{8,9}|07\d{9}|08001111|08\d{8,9})$/;

/** Whether a UK phone can call the number, one reached through Relay UK (`18001 …`) included, and nothing else is in it. */
export const isDiallable = (number: string): boolean =>
  /^[\d ]+$/.test(number) && voice.test(digitsOf(number).replace(/^1800[12](?=\d)/, ''));

/** Whether a UK phone can send a text to the number: a five-digit short code, or a mobile number. */
export const isTextable = (number: string): boolean =>
  /^[\d ]+$/.test(number) && /^(?:[6-8]\d{4}|07\d{9})$/.test(digitsOf(number));

/** Paths of the icons beside a crisis line, for those who draw them with Lit (`first-icons.ts`) and without. */
export const phonePath =
  'M8.2 3.5 5 4.3c-.9 3.2.5 7.7 4 11.2s8 5 11.2 4.2l.6-3.4-4.3-2-1.9 2c-2.7-1.3-4.7-3.3-6-6l1.8-1.9z';
export const textPath = 'M4 5h16v11H11l-4.5 4V16H4zM8 9h8M8 12h5';
export const lampPath =
  'M9 6.5h6l1.5 3v8h-9v-8zM7 20.5h10M10 3.5h4v3h-4zM12 11.5c1.3 1.4 1.3 3 0 3.5-1.3-.5-1.3-2.1 0-3.5z';
export const downPath = 'M6 9.5l6 6 6-6';

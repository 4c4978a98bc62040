import {icon} from './first-icons.js';

export {toldIcon} from './told-icon.js';

/** The icons of a space's facts, and of choices: not those of the first lines of a card. */

export const personIcon = () => icon('M8.5 7.5a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M5 20.5c0-4.5 2.8-7 7-7s7 2.5 7 7');
export const wayInIcon = () => icon('M12 3.5h7.5v17H12M3 12h11M10.5 8.5 14 12l-3.5 3.5');
export const costIcon = () =>
  icon('M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M15 9a2.7 2.7 0 0 0-5 1.3c0 1.7.7 2.7 0 5.7h5.5M8.5 12.5H13');
export const roadIcon = () => icon('M7 21c0-5 7-5 7-9s-5-4-5-9M12.5 21c0-4 6.5-5 6.5-9s-5.5-4-5.5-9');
export const wordsIcon = () => icon('M3.5 4.5h17v12H13l-4 4v-4H3.5zM8 9.5v2.5M8 9.5h2M13 9.5v2.5M13 9.5h2');
export const filterIcon = () =>
  icon(
    'M3.5 7.5h9M17 7.5h3.5M3.5 16.5H7M11.5 16.5h9M12.5 7.5a2.25 2.25 0 1 0 4.5 0 2.25 2.25 0 1 0-4.5 0M7 16.5a2.25 2.25 0 1 0 4.5 0 2.25 2.25 0 1 0-4.5 0',
  );
export const closeIcon = () => icon('M6 6l12 12M18 6 6 18');
export const olderIcon = () => icon('M4 5.5h16v15H4zM4 10h16M8 3v4M16 3v4M12 12.5v3l2 1.25');

import {icon} from './first-icons.js';

/** Of its own, so that a form that says who is told does not bring the icons of a space's facts. */
export const toldIcon = () =>
  icon(
    'M3.75 9a2.75 2.75 0 1 0 5.5 0 2.75 2.75 0 1 0-5.5 0M2 19.5c0-3.5 1.8-5.5 4.5-5.5s4.5 2 4.5 5.5M13 7c1.3 1.2 1.3 3.3 0 4.5M16 4.8c2.7 2.5 2.7 6.5 0 9M19 2.5c4 3.7 4 9.8 0 13.5',
  );

import {icon} from './first-icons.js';

/** Of its own, so that a widget that only takes back does not bring the icons beside what went wrong. */
export const undoIcon = () => icon('M4.5 4.5V10H10M5 10a8 8 0 1 1-.8 5');

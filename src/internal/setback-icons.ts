import {icon} from './first-icons.js';

export {undoIcon} from './undo-icon.js';

/** The icons beside what went wrong. */

export const aboutIcon = () => icon('M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M12 11v5.5M12 7.5h.01');
export const offlineIcon = () =>
  icon('M8 18.5a4.5 4.5 0 0 1-1.5-8.7M10 6.3a5.5 5.5 0 0 1 7 5.2 3.6 3.6 0 0 1 2.5 5.5M4 4l16 16.5M8 18.5h8');

import {html, type TemplateResult} from 'lit';
import {downPath, lampPath, phonePath, textPath} from './crisis-icon-paths.js';

/**
 * Our own quiet icons, on a 24 px grid: each one line, drawn with one path. Each stands beside its word and is hidden
 * from screen readers. One function an icon, so that a widget carries only those it draws.
 */
export const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

export const placeIcon = () =>
  icon(
    'M12 21c-4-4.4-6.5-7.9-6.5-11a6.5 6.5 0 0 1 13 0c0 3.1-2.5 6.6-6.5 11zM9.75 10a2.25 2.25 0 1 0 4.5 0 2.25 2.25 0 1 0-4.5 0',
  );
export const nearIcon = () =>
  icon(
    'M5.5 12a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M11.25 12a.75 .75 0 1 0 1.5 0 .75 .75 0 1 0-1.5 0M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3',
  );
export const openIcon = () => icon('M3 20.5h18M6 20.5v-17h7M13 3.5l5.5 2.5v14.5M13 3.5v17M15.5 12.5v1');
export const closedIcon = () => icon('M3 20.5h18M6.5 20.5v-17h11v17M14.5 12v1');
export const clockIcon = () => icon('M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M12 7v5.25l3.25 2');
export const phoneIcon = () => icon(phonePath);
export const textIcon = () => icon(textPath);
export const onlineIcon = () => icon('M4 5h16v10.5H4zM2.5 19.5h19');
export const privateIcon = () => icon('M5.5 10.5h13v10h-13zM8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.5v2');
export const lampIcon = () => icon(lampPath);
export const searchIcon = () => icon('M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M15.5 15.5l5 5');
export const downIcon = () => icon(downPath);
export const backIcon = () => icon('M14.5 6l-6 6 6 6');

import {html} from 'lit';
import {icon} from './first-icons.js';

/** The icons that no first page shows. In a module of their own, so that they come with the parts that draw them. */

export const signIcon = () =>
  icon(
    'M8 21c-2.5-1.6-4-3.8-4-7V9.5a1.25 1.25 0 0 1 2.5 0V12M6.5 11V5.5a1.25 1.25 0 0 1 2.5 0V11M9 10.5v-6a1.25 1.25 0 0 1 2.5 0v6M11.5 11V6a1.25 1.25 0 0 1 2.5 0v8l1.7-1.9a1.3 1.3 0 0 1 2 1.6L14.5 18c-.8 1.3-1.7 2.3-3 3M17 4.5c1.2.8 2 2 2.3 3.5M19 2c1.7 1.2 2.7 3 3 5',
  );
export const togetherIcon = () =>
  icon(
    'M5 7.5a3 3 0 1 0 6 0 3 3 0 1 0-6 0M14 8.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M2.5 20c0-4 2.3-6.5 5.5-6.5s5.5 2.5 5.5 6.5M15 14c3.6-.8 6.5 1.7 6.5 6',
  );
export const holderIcon = () =>
  icon(
    'M8.75 7.5a3.25 3.25 0 1 0 6.5 0 3.25 3.25 0 1 0-6.5 0M3.5 10.5c0 6 3.5 10 8.5 10s8.5-4 8.5-10M7.25 14.5c1.2-1.5 2.8-2.2 4.75-2.2s3.55.7 4.75 2.2',
  );
export const leaveIcon = () => icon('M12 3.5H4.5v17H12M9 12h11.5M17 8.5l3.5 3.5-3.5 3.5');
export const comeBackIcon = () => icon('M8 4 4 8l4 4M4.5 8H14a6 6 0 0 1 0 12H8');
export const dateIcon = () => icon('M4 5.5h16v15H4zM4 10h16M8 3v4M16 3v4');
export const letterIcon = () => icon('M3.5 5.5h17v13h-17zM4 6l8 7 8-7');
export const waitIcon = () =>
  icon(
    'M6 3.5h12M6 20.5h12M7.5 3.5c0 5 3 6 4.5 8.5 1.5-2.5 4.5-3.5 4.5-8.5M7.5 20.5c0-5 3-6 4.5-8.5 1.5 2.5 4.5 3.5 4.5 8.5',
  );
export const notKnownIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="8.5" stroke-dasharray="2.5 3" />
    <path d="M9.8 9.7a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2 1-1.2 1.9M12 16.5h.01" />
  </svg>`;
export const notesIcon = () => icon('M6 3.5h8.5L18.5 8v12.5H6zM14 3.5V8.5h4.5M9 12.5h6M9 16h4');
export const idIcon = () =>
  icon(
    'M3.5 5.5h17v13h-17zM6.75 10.5a1.75 1.75 0 1 0 3.5 0 1.75 1.75 0 1 0-3.5 0M5.8 15.5c.5-2 4.9-2 5.4 0M14 10h4M14 13.5h3',
  );
export const stepFreeIcon = () => icon('M2.5 20h19V11.5zM6 9.5l8-3.7M10.7 4.8l3.6 1-1.2 3.5');
export const quietIcon = () => icon('M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 12h5');
export const languageIcon = () => icon('M3.5 4.5h10v8h-5l-3 2.5v-2.5h-2zM16 8.5h4.5v8h-2V19l-3-2.5h-5v-2');
export const understandIcon = () =>
  icon(
    'M3.5 9.5a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0M9.5 9.5a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0M6.5 14.75a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0',
  );
export const mapIcon = () => icon('M3.5 6l5.5-2 6 2 5.5-2v14L15 20l-6-2-5.5 2zM9 4v14M15 6v14');
export const checkIcon = () => icon('M5 12.5l4.5 4.5L19 7.5');
export const nextIcon = () => icon('M9.5 6l6 6-6 6');
export const hiddenIcon = () =>
  icon('M3 10.5c2.2 3 5.3 4.5 9 4.5s6.8-1.5 9-4.5M6 13.5l-1.5 2.5M12 15v3M18 13.5l1.5 2.5');
export const elsewhereIcon = () => icon('M13.5 4.5h6v6M19.5 4.5 11 13M9.5 6h-5v13.5H18v-5');

import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

/**
 * Our own quiet icons, on a 24 px grid. Each stands beside its word and is hidden from screen readers. One function an
 * icon, so that a widget carries only those it draws.
 */
const drawn = (strokes: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${strokes}</svg>`;

export const placeIcon = () =>
  drawn(
    svg`<path d="M12 21c-4-4.4-6.5-7.9-6.5-11a6.5 6.5 0 0 1 13 0c0 3.1-2.5 6.6-6.5 11z"/><circle cx="12" cy="10" r="2.25"/>`,
  );
export const nearIcon = () =>
  drawn(
    svg`<circle cx="12" cy="12" r="6.5"/><circle cx="12" cy="12" r="1.5" fill="currentColor" stroke="none"/><path d="M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3"/>`,
  );
export const openIcon = () =>
  drawn(svg`<path d="M3 20.5h18M6 20.5v-17h7M13 3.5l5.5 2.5v14.5M13 3.5v17"/><path d="M15.5 12.5v1"/>`);
export const closedIcon = () => drawn(svg`<path d="M3 20.5h18M6.5 20.5v-17h11v17"/><path d="M14.5 12v1"/>`);
export const clockIcon = () => drawn(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.25l3.25 2"/>`);
export const phoneIcon = () =>
  drawn(
    svg`<path d="M8.2 3.5 5 4.3c-.9 3.2.5 7.7 4 11.2s8 5 11.2 4.2l.6-3.4-4.3-2-1.9 2c-2.7-1.3-4.7-3.3-6-6l1.8-1.9z"/>`,
  );
export const textIcon = () => drawn(svg`<path d="M4 5h16v11H11l-4.5 4V16H4z"/><path d="M8 9h8M8 12h5"/>`);
export const onlineIcon = () => drawn(svg`<path d="M4 5h16v10.5H4zM2.5 19.5h19"/>`);
export const signIcon = () =>
  drawn(
    svg`<path d="M8 21c-2.5-1.6-4-3.8-4-7V9.5a1.25 1.25 0 0 1 2.5 0V12M6.5 11V5.5a1.25 1.25 0 0 1 2.5 0V11M9 10.5v-6a1.25 1.25 0 0 1 2.5 0v6M11.5 11V6a1.25 1.25 0 0 1 2.5 0v8l1.7-1.9a1.3 1.3 0 0 1 2 1.6L14.5 18c-.8 1.3-1.7 2.3-3 3"/><path d="M17 4.5c1.2.8 2 2 2.3 3.5M19 2c1.7 1.2 2.7 3 3 5"/>`,
  );
export const togetherIcon = () =>
  drawn(
    svg`<circle cx="8" cy="7.5" r="3"/><circle cx="16.5" cy="8.5" r="2.5"/><path d="M2.5 20c0-4 2.3-6.5 5.5-6.5s5.5 2.5 5.5 6.5M15 14c3.6-.8 6.5 1.7 6.5 6"/>`,
  );
export const personIcon = () =>
  drawn(svg`<circle cx="12" cy="7.5" r="3.5"/><path d="M5 20.5c0-4.5 2.8-7 7-7s7 2.5 7 7"/>`);
export const holderIcon = () =>
  drawn(
    svg`<circle cx="12" cy="7.5" r="3.25"/><path d="M3.5 10.5c0 6 3.5 10 8.5 10s8.5-4 8.5-10M7.25 14.5c1.2-1.5 2.8-2.2 4.75-2.2s3.55.7 4.75 2.2"/>`,
  );
export const wayInIcon = () => drawn(svg`<path d="M12 3.5h7.5v17H12M3 12h11M10.5 8.5 14 12l-3.5 3.5"/>`);
export const leaveIcon = () => drawn(svg`<path d="M12 3.5H4.5v17H12M9 12h11.5M17 8.5l3.5 3.5-3.5 3.5"/>`);
export const comeBackIcon = () => drawn(svg`<path d="M8 4 4 8l4 4"/><path d="M4.5 8H14a6 6 0 0 1 0 12H8"/>`);
export const dateIcon = () => drawn(svg`<path d="M4 5.5h16v15H4zM4 10h16M8 3v4M16 3v4"/>`);
export const letterIcon = () => drawn(svg`<path d="M3.5 5.5h17v13h-17z"/><path d="m4 6 8 7 8-7"/>`);
export const waitIcon = () =>
  drawn(
    svg`<path d="M6 3.5h12M6 20.5h12M7.5 3.5c0 5 3 6 4.5 8.5 1.5-2.5 4.5-3.5 4.5-8.5M7.5 20.5c0-5 3-6 4.5-8.5 1.5 2.5 4.5 3.5 4.5 8.5"/>`,
  );
export const costIcon = () =>
  drawn(svg`<circle cx="12" cy="12" r="8.5"/><path d="M15 9a2.7 2.7 0 0 0-5 1.3c0 1.7.7 2.7 0 5.7h5.5M8.5 12.5H13"/>`);
export const toldIcon = () =>
  drawn(
    svg`<circle cx="6.5" cy="9" r="2.75"/><path d="M2 19.5c0-3.5 1.8-5.5 4.5-5.5s4.5 2 4.5 5.5M13 7c1.3 1.2 1.3 3.3 0 4.5M16 4.8c2.7 2.5 2.7 6.5 0 9M19 2.5c4 3.7 4 9.8 0 13.5"/>`,
  );
export const privateIcon = () => drawn(svg`<path d="M5.5 10.5h13v10h-13zM8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.5v2"/>`);
export const notKnownIcon = () =>
  drawn(
    svg`<circle cx="12" cy="12" r="8.5" stroke-dasharray="2.5 3"/><path d="M9.8 9.7a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2 1-1.2 1.9M12 16.5h.01"/>`,
  );
export const notesIcon = () => drawn(svg`<path d="M6 3.5h8.5L18.5 8v12.5H6zM14 3.5V8.5h4.5M9 12.5h6M9 16h4"/>`);
export const idIcon = () =>
  drawn(
    svg`<path d="M3.5 5.5h17v13h-17z"/><circle cx="8.5" cy="10.5" r="1.75"/><path d="M5.8 15.5c.5-2 4.9-2 5.4 0M14 10h4M14 13.5h3"/>`,
  );
export const stepFreeIcon = () =>
  drawn(svg`<path d="M2.5 20h19V11.5z"/><path d="m6 9.5 8-3.7M10.7 4.8l3.6 1-1.2 3.5"/>`);
export const quietIcon = () => drawn(svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z"/><path d="M15.5 12h5"/>`);
export const languageIcon = () =>
  drawn(svg`<path d="M3.5 4.5h10v8h-5l-3 2.5v-2.5h-2z"/><path d="M16 8.5h4.5v8h-2V19l-3-2.5h-5v-2"/>`);
export const understandIcon = () =>
  drawn(svg`<circle cx="9" cy="9.5" r="5.5"/><circle cx="15" cy="9.5" r="5.5"/><circle cx="12" cy="14.75" r="5.5"/>`);
export const roadIcon = () => drawn(svg`<path d="M7 21c0-5 7-5 7-9s-5-4-5-9M12.5 21c0-4 6.5-5 6.5-9s-5.5-4-5.5-9"/>`);
export const wordsIcon = () =>
  drawn(svg`<path d="M3.5 4.5h17v12H13l-4 4v-4H3.5z"/><path d="M8 9.5v2.5M8 9.5h2M13 9.5v2.5M13 9.5h2"/>`);
export const lampIcon = () =>
  drawn(
    svg`<path d="M9 6.5h6l1.5 3v8h-9v-8zM7 20.5h10M10 3.5h4v3h-4z"/><path d="M12 11.5c1.3 1.4 1.3 3 0 3.5-1.3-.5-1.3-2.1 0-3.5z"/>`,
  );
export const searchIcon = () => drawn(svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`);
export const filterIcon = () =>
  drawn(
    svg`<path d="M3.5 7.5h9M17 7.5h3.5M3.5 16.5H7M11.5 16.5h9"/><circle cx="14.75" cy="7.5" r="2.25"/><circle cx="9.25" cy="16.5" r="2.25"/>`,
  );
export const mapIcon = () => drawn(svg`<path d="m3.5 6 5.5-2 6 2 5.5-2v14L15 20l-6-2-5.5 2zM9 4v14M15 6v14"/>`);
export const printIcon = () => drawn(svg`<path d="M7 8.5v-5h10v5M7 17H3.5V8.5h17V17H17M7 14h10v6.5H7z"/>`);
export const copyIcon = () => drawn(svg`<path d="M8.5 8.5h12v12h-12z"/><path d="M15.5 8.5v-5h-12v12h5"/>`);
export const keepIcon = () => drawn(svg`<path d="M6 3.5h12v17l-6-4.5-6 4.5z"/>`);
export const closeIcon = () => drawn(svg`<path d="m6 6 12 12M18 6 6 18"/>`);
export const checkIcon = () => drawn(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`);
export const downIcon = () => drawn(svg`<path d="m6 9.5 6 6 6-6"/>`);
export const nextIcon = () => drawn(svg`<path d="m9.5 6 6 6-6 6"/>`);
export const backIcon = () => drawn(svg`<path d="m14.5 6-6 6 6 6"/>`);
export const undoIcon = () => drawn(svg`<path d="M4.5 4.5V10H10"/><path d="M5 10a8 8 0 1 1-.8 5"/>`);
export const aboutIcon = () => drawn(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.5h.01"/>`);
export const olderIcon = () => drawn(svg`<path d="M4 5.5h16v15H4zM4 10h16M8 3v4M16 3v4M12 12.5v3l2 1.25"/>`);
export const offlineIcon = () =>
  drawn(
    svg`<path d="M8 18.5a4.5 4.5 0 0 1-1.5-8.7M10 6.3a5.5 5.5 0 0 1 7 5.2 3.6 3.6 0 0 1 2.5 5.5M4 4l16 16.5M8 18.5h8"/>`,
  );
export const hiddenIcon = () =>
  drawn(svg`<path d="M3 10.5c2.2 3 5.3 4.5 9 4.5s6.8-1.5 9-4.5M6 13.5l-1.5 2.5M12 15v3M18 13.5l1.5 2.5"/>`);
export const elsewhereIcon = () => drawn(svg`<path d="M13.5 4.5h6v6M19.5 4.5 11 13M9.5 6h-5v13.5H18v-5"/>`);

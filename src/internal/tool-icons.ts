import {icon} from './first-icons.js';

/** The icons of what a person takes with them. They come with the tools above the list. */

export const printIcon = () => icon('M7 8.5v-5h10v5M7 17H3.5V8.5h17V17H17M7 14h10v6.5H7z');
export const copyIcon = () => icon('M8.5 8.5h12v12h-12zM15.5 8.5v-5h-12v12h5');
export const keepIcon = () => icon('M6 3.5h12v17l-6-4.5-6 4.5z');
export const shareIcon = () => icon('M8.5 11h-3v9.5h13V11h-3M12 15V3.5M8 7.5l4-4 4 4');

/** All of our icons. A part that must stay small imports from the module that holds its own. */
export * from './fact-icons.js';
export * from './first-icons.js';
export * from './more-icons.js';
export * from './setback-icons.js';
export * from './tool-icons.js';

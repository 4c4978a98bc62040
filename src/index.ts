/** The widgets as classes, with their events. Importing this registers nothing; `define/` does. */
export {CrisisSignpost} from './components/crisis-signpost/crisis-signpost.js';
export {EvaluationForm} from './components/evaluation-form/evaluation-form.js';
export * from './components/evaluation-form/events.js';
export {QuickExit} from './components/quick-exit/quick-exit.js';
export {SpaceFinder} from './components/space-finder/space-finder.js';
export * from './components/space-finder/events.js';
export {StageSelector} from './components/stage-selector/stage-selector.js';
export * from './components/stage-selector/events.js';
export {DirectoryClient, directoryClient} from './directory/directory-client.js';
export {DirectoryError} from './directory/errors.js';

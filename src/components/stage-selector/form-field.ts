import type {StageChoices} from './events.js';

/** Tells the form of a host what it sends: an entry for each stage, under names that start with the field's. Without a name, nothing. */
export function offer(internals: ElementInternals, name: string, choices: StageChoices): void {
  if (!name) {
    internals.setFormValue(null);
    return;
  }
  const {stages, holderStages, role} = choices;
  const data = new FormData();
  for (const stage of stages) data.append(name, stage);
  for (const stage of holderStages) data.append(`${name}-holder`, stage);
  if (role) data.append(`${name}-role`, role);
  internals.setFormValue(data, JSON.stringify(choices));
}

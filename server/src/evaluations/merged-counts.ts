/**
 * What is published of spaces that a keeper said are one. Each keeps counts of its own, as if all of them were shown: their
 * sum tells no more than they do, and nobody's answer can be read off the week in which they were merged or taken apart.
 */
import {roles} from '@held-spaces/domain/vocabularies';
import type {Stage} from '@held-spaces/domain/vocabularies';
import type {PublishedCounts} from '../store/desk-store.js';
import type {Merge} from '../store/merges.js';
import {addCounts, orderOf} from './release.js';
import type {Cell, CellId, RoleRelease, SpaceRelease} from './release.js';

/** The id under which a space is shown, by the merges that are in effect. */
export function shownAs(merges: readonly Merge[]): (id: string) => string {
  const kept = new Map(merges.map(({id, keptId}) => [id, keptId]));
  return id => kept.get(id) ?? id;
}

/** Counts of two spaces as those of one. What the first has of replies stands. */
export function together(first: PublishedCounts, other: PublishedCounts): PublishedCounts {
  const release: {-readonly [role in keyof SpaceRelease]: SpaceRelease[role]} = {};
  for (const role of roles) {
    const own = [first.release[role], other.release[role]].filter(each => each !== undefined);
    if (own.length > 0) release[role] = own.reduce(roleTogether);
  }
  return {...other, ...first, counted: [first.counted, other.counted].sort().at(-1) ?? first.counted, release};
}

function roleTogether(first: RoleRelease, other: RoleRelease): RoleRelease {
  const cells: Partial<Record<CellId, Cell>> = {...first.cells};
  for (const [id, cell] of Object.entries(other.cells) as [CellId, Cell][]) {
    const own = cells[id];
    cells[id] = own ? cellTogether(own, cell) : cell;
  }
  const spans = [first.seasons, other.seasons].filter(span => span !== undefined);
  const [earliest] = spans.map(span => span.first).sort((a, b) => orderOf(a) - orderOf(b));
  const latest = spans
    .map(span => span.last)
    .sort((a, b) => orderOf(a) - orderOf(b))
    .at(-1);
  return {cells, ...(earliest && latest && {seasons: {first: earliest, last: latest}})};
}

function cellTogether(first: Cell, other: Cell): Cell {
  const split: Partial<Record<Stage, Cell['counts']>> = {...first.stages};
  for (const [stage, counts] of Object.entries(other.stages) as [Stage, Cell['counts']][]) {
    const own = split[stage];
    split[stage] = own ? addCounts(own, counts) : counts;
  }
  // Of a sum nothing is ever taken out, so it has no blocks.
  return {counts: addCounts(first.counts, other.counts), stages: split, blocks: {}, made: 0};
}

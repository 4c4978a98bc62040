/** A feed as the spaces of one source, and what was found in it. */
import type {Crosswalk} from '@held-spaces/domain/open-referral/crosswalk';
import type {FeedCapabilities} from '@held-spaces/domain/open-referral/detect';
import type {RuleId} from '@held-spaces/domain/open-referral/feed-rules';
import type {Adapted} from '@held-spaces/domain/open-referral/normalise';
import type {PlaceFile} from '@held-spaces/domain/places';
import type {Space} from '@held-spaces/domain/space';
import {idOf, spaceIdOf} from '../ids.js';
import type {FeedClient} from './feed/client.js';
import type {KeptPages} from './feed/kept-pages.js';
import {readFeed} from './feed/read-feed.js';
import type {FeedLimits, FeedProgress} from './feed/read-feed.js';
import type {SourceFacts} from './held-spaces-format.js';
import type {Found} from './report.js';
import {hasEffect} from './report.js';
import {retiredReason} from './retired.js';
import type {RetiredList} from './retired.js';

export interface ImportFeedOptions {
  readonly client: FeedClient;
  readonly kept?: KeptPages | undefined;
  readonly limits?: Partial<FeedLimits>;
  readonly source: SourceFacts;
  readonly retired: RetiredList;
  readonly crosswalk?: Crosswalk | undefined;
  /** Leaves out what the crosswalk gives no stage and no kind: a council's feed holds its swimming lessons too. */
  readonly onlyMapped?: boolean;
  readonly places?: PlaceFile | undefined;
  readonly now: Date;
  readonly onProgress?: FeedProgress;
}

export interface FeedSpaces {
  readonly spaces: readonly Space[];
  readonly found: readonly Found[];
  /** Records that became spaces, had something put right, and were refused. */
  readonly taken: number;
  readonly mended: number;
  readonly refused: number;
  readonly isPartial: boolean;
  readonly capabilities: FeedCapabilities;
}

/** Reads a feed into spaces. Throws `ImportError` for one that cannot be read whole. */
export async function importFeed(url: string, options: ImportFeedOptions): Promise<FeedSpaces> {
  const {source, crosswalk, places, now} = options;
  const {records, rules, isPartial, capabilities} = await readFeed(url, {
    client: options.client,
    kept: options.kept,
    ...(options.limits && {limits: options.limits}),
    ...(options.onProgress && {onProgress: options.onProgress}),
    adapt: {
      source: source.name,
      ...(source.licence !== undefined && {licence: source.licence}),
      ...(crosswalk && {crosswalk}),
      ...(places && {places}),
      spaceId: id => spaceIdOf(source.name, id),
      organizationId: id => idOf('organization', `${source.name}/${id}`),
      now,
    },
  });
  const judged = records.map(record => judge(record, options));
  const found = [{rules}, ...judged];
  const taken = judged.filter(({spaces}) => spaces.length > 0);
  return {
    spaces: judged.flatMap(({spaces}) => spaces).map(space => (source.sample ? asSample(space) : space)),
    found,
    taken: taken.length,
    mended: taken.filter(({rules: met}) => hasEffect(met, 'mended')).length,
    refused: judged.filter(({rules: met}) => hasEffect(met, 'refused')).length,
    isPartial,
    capabilities,
  };
}

/** Refuses what holds a retired number, and leaves out what the operator did not ask for. */
function judge(record: Adapted, {retired, onlyMapped}: ImportFeedOptions): Adapted {
  const without = (rule: RuleId): Adapted => ({...record, spaces: [], rules: [rule]});
  const {spaces} = record;
  if (spaces.some(space => retiredReason(space, retired) !== undefined)) return without('retired-number');
  const isMapped = spaces.some(
    ({kinds, stages}) => kinds.length + stages.declared.length + stages.suggested.length > 0,
  );
  return onlyMapped && spaces.length > 0 && !isMapped ? without('not-mapped') : record;
}

const asSample = (space: Space): Space => ({...space, provenance: {...space.provenance, sample: true}});

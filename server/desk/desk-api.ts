import type {
  AuditPage,
  BatchPage,
  ComplaintDecision,
  DeskComplaint,
  DeskItem,
  DeskSession,
  GroupDecision,
  ModeratorRow,
  Queue,
  ReplyKind,
  ShownOfSpace,
} from '@held-spaces/domain/desk';
import type {ContentTopic} from '@held-spaces/domain/evaluation-words';
import type {WordsDecision} from '@held-spaces/domain/moderation';
import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** Why the directory did not do what the desk asked. */
export class DeskError extends Error {
  override readonly name = 'DeskError';

  /** @param slug The problem's, such as `desk-stale`; `offline` where nothing answered. */
  constructor(
    readonly slug: string,
    readonly status = 0,
  ) {
    super(`The desk's request failed: ${slug}`);
  }
}

/** A complaint as it is entered. */
export interface Letter {
  /** Of the words. */
  readonly itemId: string;
  readonly from: string;
  readonly says: string;
  /** ISO 8601. */
  readonly received: string;
  /** A private address may be showing. */
  readonly address: boolean;
}

/** A space by its name. */
export interface FoundSpace {
  readonly id: string;
  readonly name: string;
  readonly organization?: {readonly name: string};
}

const ask = <T>(path: string, body?: object): Promise<T> => request(`/desk/api/${path}`, body);

async function request<T>(address: string, body?: object): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, {
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body && {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)}),
    });
  } catch {
    throw new DeskError('offline');
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  const type = (answer as {type?: unknown} | undefined)?.type;
  throw new DeskError(typeof type === 'string' ? type.slice(type.lastIndexOf('/') + 1) : 'unknown', response.status);
}

/** Ids are the directory's own; what an address could not hold is made fit for one all the same. */
const of = (kind: string, id: string, act: string) => `${kind}/${encodeURIComponent(id)}/${act}`;

/** The desk's API, as `docs/desk-api.md` has it. Everything throws a `DeskError`, or what the browser's passkeys throw. */
export const desk = {
  session: () => ask<DeskSession>('session'),
  stay: () => ask<DeskSession>('session/stay', {}),
  end: () => ask<object>('session/end', {}),
  avoid: (topics: readonly ContentTopic[]) => ask<DeskSession>('session/avoid', {topics}),
  breakAfter: (minutes: number) => ask<DeskSession>('session/break', {minutes}),

  async signIn(): Promise<DeskSession> {
    const {options} = await ask<{options: PublicKeyCredentialRequestOptionsJSON}>('session/options', {});
    return ask('session', {response: await startAuthentication({optionsJSON: options})});
  },

  invited: (invitation: string) =>
    ask<{options: PublicKeyCredentialCreationOptionsJSON; name: string}>('enrol/options', {invitation}),

  async enrol(
    invitation: string,
    name: string,
    optionsJSON: PublicKeyCredentialCreationOptionsJSON,
  ): Promise<DeskSession> {
    return ask('enrol', {invitation, name, response: await startRegistration({optionsJSON})});
  },

  queue: () => ask<Queue>('queue'),
  claim: (id: string) => ask<DeskItem>(of('items', id, 'claim'), {}),
  giveBack: (id: string) => ask<object>(of('items', id, 'return'), {}),
  decide: (id: string, version: number, decision: WordsDecision, contentNote: readonly ContentTopic[], note?: string) =>
    ask<DeskItem>(of('items', id, 'decide'), {
      version,
      decision,
      ...(contentNote.length && {contentNote}),
      ...(note && {note}),
    }),
  second: (id: string, version: number, note: string) => ask<DeskItem>(of('items', id, 'second'), {version, note}),
  undo: (id: string, version: number) => ask<DeskItem>(of('items', id, 'undo'), {version}),

  decideGroup: (id: string, version: number, decision: GroupDecision, clusters: readonly string[]) =>
    ask<object>(of('groups', id, 'decide'), {version, decision, ...(clusters.length && {clusters})}),

  /** Spaces by a part of their name, from what is public. */
  find: async (name: string) =>
    (await request<{contents: readonly FoundSpace[]}>(`/services?per_page=20&search=${encodeURIComponent(name)}`))
      .contents,
  shown: (serviceId: string) => ask<ShownOfSpace>(`shown?service=${encodeURIComponent(serviceId)}`),
  complain: (letter: Letter) => ask<DeskComplaint>('complaints', letter),
  complaint: (id: string) => ask<DeskComplaint>(`complaints/${encodeURIComponent(id)}`),
  hide: (id: string, version: number) => ask<DeskComplaint>(of('complaints', id, 'hide'), {version}),
  decideComplaint: (id: string, version: number, {kind, ...reason}: ComplaintDecision) =>
    ask<object>(of('complaints', id, 'decide'), {version, decision: kind, ...reason}),
  closeComplaint: (id: string, version: number) => ask<object>(of('complaints', id, 'close'), {version}),
  openSealed: (id: string, version: number) => ask<DeskComplaint>(of('complaints', id, 'sealed'), {version}),

  addReply: (serviceId: string, says: ReplyKind, text: string) => ask<object>('replies', {serviceId, says, text}),
  decideReply: (id: string, decision: 'show' | 'send-back', note?: string) =>
    ask<object>(of('replies', id, 'decide'), {decision, ...(note && {note})}),
  closeReply: (id: string) => ask<object>(of('replies', id, 'close'), {}),
  removeReply: (id: string) => ask<object>(of('replies', id, 'remove'), {}),

  batch: () => ask<BatchPage>('batch'),
  moderators: async () => (await ask<{moderators: readonly ModeratorRow[]}>('moderators')).moderators,
  removeModerator: (id: string) => ask<object>(of('moderators', id, 'remove'), {}),
  audit: (before?: number) => ask<AuditPage>(before ? `audit?before=${before}` : 'audit'),
};

import type {
  AuditPage,
  Complaint,
  ComplaintDecision,
  DeskItem,
  DeskSession,
  GroupDecision,
  Queue,
  Reply,
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

/** What the next weekly update would hold. */
export interface Batch {
  /** `YYYY-MM-DD`. */
  readonly next: string;
  readonly spaces: number;
  readonly hidden: number;
}

async function ask<T>(path: string, body?: object): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/desk/api/${path}`, {
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
  sealed: (id: string, version: number) =>
    ask<{agreed: number; sealedContact?: string}>(of('items', id, 'sealed'), {version}),

  decideGroup: (id: string, version: number, decision: GroupDecision, clusters: readonly string[]) =>
    ask<object>(of('groups', id, 'decide'), {version, decision, ...(clusters.length && {clusters})}),

  shown: (serviceId: string) => ask<{items: readonly DeskItem[]}>(`shown?service=${encodeURIComponent(serviceId)}`),
  complain: (itemId: string, from: string, says: string, received: string) =>
    ask<Complaint>('complaints', {itemId, from, says, received}),
  hide: (id: string) => ask<Complaint>(of('complaints', id, 'hide'), {}),
  decideComplaint: (id: string, decision: ComplaintDecision) =>
    ask<Complaint>(of('complaints', id, 'decide'), {decision}),

  addReply: (serviceId: string, kind: Reply['kind'], text: string) => ask<Reply>('replies', {serviceId, kind, text}),
  decideReply: (id: string, decision: 'show' | 'send-back', note?: string) =>
    ask<Reply>(of('replies', id, 'decide'), {decision, ...(note && {note})}),

  batch: () => ask<Batch>('batch'),
  audit: (before?: number) => ask<AuditPage>(before ? `audit?before=${before}` : 'audit'),
};

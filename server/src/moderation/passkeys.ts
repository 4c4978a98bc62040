/** Passkeys: enrolling with an invitation, and signing in. What a device keeps never leaves it. */
import type {AuthenticationResponseJSON, RegistrationResponseJSON} from '@simplewebauthn/server';
import {ProblemError} from '../problems.js';
import type {Moderator} from '../store/desk-store.js';
import type {Store} from '../store/store.js';
import type {AuditLog} from './audit.js';
import {moderatorName} from './people.js';
import {fromBase64Url, toBase64Url} from './session.js';
import type {DeskSeal, Purpose} from './session.js';

interface PasskeyTools {
  readonly store: Store;
  readonly seal: DeskSeal;
  readonly audit: AuditLog;
  readonly origin: string;
  readonly now: Date;
}

type Body = Readonly<Record<string, unknown>>;

// Loaded when somebody signs in: the directory itself, and the pages that run it in tests, have no need of it.
const webauthn = () => import('@simplewebauthn/server');

export class Passkeys {
  readonly #tools: PasskeyTools;
  readonly #rpID: string;

  constructor(tools: PasskeyTools) {
    this.#tools = tools;
    this.#rpID = new URL(tools.origin).hostname;
  }

  async enrolOptions(invitation: unknown) {
    const {name} = await this.#invited(invitation);
    const {generateRegistrationOptions} = await webauthn();
    const options = await generateRegistrationOptions({
      rpName: 'Held Spaces',
      rpID: this.#rpID,
      userName: name,
      challenge: fromBase64Url(await this.#challenge('enrol')),
      authenticatorSelection: {residentKey: 'required', userVerification: 'required'},
    });
    return {options, name};
  }

  /** Makes a moderator of whoever holds an invitation, which is then used. */
  async enrol({invitation, name: typed, response}: Body): Promise<Moderator> {
    const name = moderatorName(typed);
    if (name === undefined) throw new ProblemError('bad-field', {pointer: '/name', expected: '1 to 40 letters'});
    await this.#invited(invitation);
    const {verifyRegistrationResponse} = await webauthn();
    const used = new UsedChallenge(this.#tools, 'enrol');
    const result = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge => used.fits(challenge),
      expectedOrigin: this.#tools.origin,
      expectedRPID: this.#rpID,
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!result?.verified || !used.spending) throw new ProblemError('desk-sign-in');
    const {spending} = used;
    const {credential} = result.registrationInfo;
    const {store, seal, audit, now} = this.#tools;
    return store.desk(async desk => {
      const id = await seal.hash(String(invitation));
      const invited = await desk.record('invitation', id);
      if (!invited || !(await desk.spend(spending.token, spending.expires))) throw new ProblemError('invitation');
      const moderator: Moderator = {
        id: toBase64Url(crypto.getRandomValues(new Uint8Array(9))),
        name,
        role: invited.role,
        since: now.toISOString().slice(0, 10),
        avoid: [],
        sessionsFrom: 0,
        passkey: {id: credential.id, publicKey: toBase64Url(credential.publicKey), counter: credential.counter},
      };
      await desk.forget('invitation', id);
      await desk.keep('moderator', moderator.id, moderator);
      await audit.add(desk, {by: `${moderator.id} ${name}`, action: 'enrol', subject: moderator.id}, now);
      return moderator;
    });
  }

  async signInOptions() {
    const {generateAuthenticationOptions} = await webauthn();
    const options = await generateAuthenticationOptions({
      rpID: this.#rpID,
      challenge: fromBase64Url(await this.#challenge('sign-in')),
      userVerification: 'required',
    });
    return {options};
  }

  async signIn({response: sent}: Body): Promise<Moderator> {
    const {store, audit, now, origin} = this.#tools;
    const response = sent as AuthenticationResponseJSON | null | undefined;
    const found = (await store.desk(desk => desk.records('moderator'))).find(
      ([, {passkey}]) => passkey.id === response?.id,
    );
    if (!found || !response) throw new ProblemError('desk-sign-in');
    const [, moderator] = found;
    const {verifyAuthenticationResponse} = await webauthn();
    const used = new UsedChallenge(this.#tools, 'sign-in');
    const {id, publicKey, counter} = moderator.passkey;
    const result = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge => used.fits(challenge),
      expectedOrigin: origin,
      expectedRPID: this.#rpID,
      credential: {id, publicKey: fromBase64Url(publicKey), counter},
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!result?.verified || !used.spending) throw new ProblemError('desk-sign-in');
    const {spending} = used;
    const {newCounter} = result.authenticationInfo;
    return store.desk(async desk => {
      // Whoever was removed meanwhile, or brings a challenge a second time, is not let in.
      const current = await desk.record('moderator', moderator.id);
      if (!current || !(await desk.spend(spending.token, spending.expires))) throw new ProblemError('desk-sign-in');
      const next = {...current, passkey: {...current.passkey, counter: newCounter}};
      await desk.keep('moderator', moderator.id, next);
      await audit.add(desk, {by: `${moderator.id} ${moderator.name}`, action: 'sign-in'}, now);
      return next;
    });
  }

  async #invited(invitation: unknown) {
    const {store, seal, now} = this.#tools;
    const id = await seal.hash(typeof invitation === 'string' ? invitation : '');
    const found = await store.desk(desk => desk.record('invitation', id));
    if (!found || Date.parse(found.expires) <= now.getTime()) throw new ProblemError('invitation');
    return found;
  }

  #challenge(purpose: Purpose): Promise<string> {
    return this.#tools.seal.challenge(purpose, this.#tools.now.getTime());
  }
}

/** Whether a challenge is one of ours, and what has to be noted so that it serves once. */
class UsedChallenge {
  readonly #tools: PasskeyTools;
  readonly #purpose: Purpose;
  spending: {readonly token: string; readonly expires: number} | undefined;

  constructor(tools: PasskeyTools, purpose: Purpose) {
    this.#tools = tools;
    this.#purpose = purpose;
  }

  async fits(challenge: string): Promise<boolean> {
    const {seal, now} = this.#tools;
    this.spending = await seal.checkChallenge(this.#purpose, challenge, now.getTime());
    return this.spending !== undefined;
  }
}

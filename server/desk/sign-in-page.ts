import {html, nothing} from 'lit';
import {msg} from '@lit/localize';
import type {DeskSession} from '@held-spaces/domain/desk';
import {desk, DeskError} from './desk-api.js';

/** A one-use link that somebody opened. */
export interface Invitation {
  readonly secret: string;
  /** Used, too old or unknown. */
  isOver?: boolean;
  hasFailed?: boolean;
}

interface Door {
  /** The last try at signing in failed. */
  hasFailed: boolean;
  requestUpdate(): void;
}

const failed = () =>
  html`<p class="error" role="alert">
    ${msg('We could not sign you in. Try again, or ask your lead.', {id: 'desk.sign-in.failed'})}
  </p>`;

export function signInPage(door: Door, wasSignedIn: boolean, entered: (session: DeskSession) => void) {
  const signIn = async () => {
    door.hasFailed = false;
    try {
      entered(await desk.signIn());
    } catch {
      door.hasFailed = true;
    }
    door.requestUpdate();
  };
  return html`
    <h1 class="title">${msg('Moderation desk', {id: 'desk.title'})}</h1>
    ${
      wasSignedIn
        ? html`<p>${msg('You were signed out. Your last choice was kept.', {id: 'desk.sign-in.ended'})}</p>`
        : nothing
    }
    ${door.hasFailed ? failed() : nothing}
    <button type="button" class="button main" @click=${signIn}>
      ${msg('Sign in with your passkey', {id: 'desk.sign-in'})}
    </button>
  `;
}

export function enrolPage(invitation: Invitation, door: Door, entered: (session: DeskSession) => void) {
  const enrol = async (event: Event) => {
    event.preventDefault();
    const name = (event.target as HTMLFormElement).querySelector('input')?.value.trim() ?? '';
    invitation.hasFailed = false;
    try {
      const {options} = await desk.invited(invitation.secret);
      entered(await desk.enrol(invitation.secret, name, options));
    } catch (error) {
      if (error instanceof DeskError && error.slug === 'invitation') invitation.isOver = true;
      else invitation.hasFailed = true;
    }
    door.requestUpdate();
  };
  return html`
    <h1 class="title">${msg('Set up your passkey', {id: 'desk.enrol.title'})}</h1>
    ${
      invitation.isOver
        ? html`<p class="error" role="alert">
            ${msg('This link was used before, or is too old. Ask your lead for a new one.', {id: 'desk.enrol.over'})}
          </p>`
        : html`<p>
              ${msg('A passkey lets you sign in with this device. There is no password.', {id: 'desk.enrol.text'})}
            </p>
            ${invitation.hasFailed ? failed() : nothing}
            <form class="stack" @submit=${enrol}>
              <div>
                <label class="label" for="name">
                  ${msg('A short name that other moderators will see', {id: 'desk.enrol.name'})}
                </label>
                <input class="field" id="name" required maxlength="40" autocomplete="off" />
              </div>
              <button type="submit" class="button main">${msg('Set up your passkey', {id: 'desk.enrol.title'})}</button>
            </form>`
    }
  `;
}

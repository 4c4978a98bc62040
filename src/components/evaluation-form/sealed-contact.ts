/** Bytes of a contact at most: what RSA-OAEP with SHA-256 takes under the smallest key in use, of 2,048 bits. */
export const longestContact = 190;

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Whether a contact is too long to be sealed. */
export const isContactTooLong = (contact: string) => bytesOf(contact.trim()).length > longestContact;

/**
 * Locks a way to reach the writer, so that only the moderators' private key, which is on no server, opens it. Every sealed
 * contact has the same length, whatever is in it.
 *
 * @param key The moderators' public key, as a JWK for RSA-OAEP-256.
 * @returns In base64url.
 */
export async function sealContact(contact: string, key: JsonWebKey): Promise<string> {
  const algorithm = {name: 'RSA-OAEP', hash: 'SHA-256'};
  const publicKey = await crypto.subtle.importKey('jwk', key, algorithm, false, ['encrypt']);
  const sealed = await crypto.subtle.encrypt(algorithm, publicKey, bytesOf(contact.trim()));
  return btoa(String.fromCharCode(...new Uint8Array(sealed)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

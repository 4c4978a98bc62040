import type {PlaceFile} from '@held-spaces/domain/places';
import type {Hono} from 'hono';
import type {ReadModels} from './read-model/read-models.js';
import type {Store} from './store/store.js';

/** Documents that are the same for every store. A path whose document is not given answers 404. */
export interface Documents {
  /** Served at `/held/outcodes`. */
  readonly places?: PlaceFile;
  /** The OpenAPI document of Open Referral UK 3.0, which ours at `/held/openapi.json` is made of. */
  readonly openReferral?: OpenApiDocument;
  /** Part of `/held/crisis-contacts`. */
  readonly signedCrisis?: SignedCrisis;
}

/** A list of crisis contacts as `sign-crisis` writes it: the text that is signed, and its Ed25519 signature in base64. */
export interface SignedCrisis {
  readonly list: string;
  readonly signature: string;
}

/** As much of an OpenAPI document as is read here. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, object>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [name: string]: unknown;
}

/** A public RSA key for RSA-OAEP with SHA-256, as a JWK. https://www.rfc-editor.org/rfc/rfc7518#section-6.3 */
export interface SealKey {
  readonly kty: 'RSA';
  readonly alg: 'RSA-OAEP-256';
  readonly n: string;
  readonly e: string;
}

/** What every route is given. */
export interface Context {
  readonly app: Hono;
  readonly store: Store;
  readonly readModels: ReadModels;
  readonly documents: Documents;
  readonly now: () => Date;
  /** Whom a moderator can turn to. Without it there is no desk, and no words are taken. */
  readonly moderatorSupport: string | undefined;
  /** Days that are left out of the 48 hours in which a complaint is answered, beside weekends: `YYYY-MM-DD`. */
  readonly bankHolidays: ReadonlySet<string>;
  /** The moderators' public key, to which a writer's browser may seal a way to reach them. Without it none is taken. */
  readonly sealKey: SealKey | undefined;
  /** For how many years an evaluation is kept at most. */
  readonly keepYears: number;
  /** Within how many days moderators aim to read words. Undefined: the operator has not said. */
  readonly readWithinDays: number | undefined;
  /** Whether this process is on its way out. */
  readonly draining: () => boolean;
  /** The directory's public URL, without a slash at its end. */
  readonly baseOf: (request: Request) => string;
}

import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** Encrypts bot tokens for storage with AES-256-GCM, bound to their workspace. */
export interface TokenSeal {
  seal(token: string, team: string): string;
  /**
   * The decrypted token. Undefined where it was sealed with another key or for another workspace, or was tampered with.
   */
  open(sealed: string, team: string): string | undefined;
}

const VERSION = 'v1';

/**
 * Makes a seal with a key from the configuration. The key may be any long text; 256 bits are derived from it. `nonce`
 * must never repeat a text (an id from `Ids`).
 */
export function createTokenSeal(key: string, nonce: () => string): TokenSeal {
  const secret = createHash('sha256').update(`indgang slack tokens ${key}`).digest();
  return {
    seal(token, team) {
      const iv = createHash('sha256').update(nonce()).digest().subarray(0, 12);
      const cipher = createCipheriv('aes-256-gcm', secret, iv);
      cipher.setAAD(Buffer.from(team));
      const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
      return [VERSION, iv, cipher.getAuthTag(), sealed]
        .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
        .join('.');
    },

    open(text, team) {
      const [version, iv, tag, sealed] = text.split('.');
      if (version !== VERSION || !iv || !tag || !sealed) return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(iv, 'base64url'), {
          authTagLength: 16,
        });
        decipher.setAAD(Buffer.from(team));
        decipher.setAuthTag(Buffer.from(tag, 'base64url'));
        return decipher.update(Buffer.from(sealed, 'base64url'), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

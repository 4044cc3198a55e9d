import { createPrivateKey, X509Certificate } from 'node:crypto';
import { ConfigError } from './config-error.ts';

/**
 * A certificate and its key, with `\n` replaced by line breaks, as some environments write them. Throws `ConfigError`
 * that names the variable.
 */
export function checkedCertificate(value: string, variable: string): string {
  const pem = value.replaceAll('\\n', '\n');
  let fits = false;
  try {
    const key = createPrivateKey(pem);
    fits = key.asymmetricKeyType === 'rsa' && new X509Certificate(pem).checkPrivateKey(key);
  } catch {
    // Reported below without the library's message, which may quote the key.
  }
  if (fits) return pem;
  throw new ConfigError(
    `${variable} must be PEM text of a certificate, first its own, and of its RSA private key without a passphrase`,
  );
}

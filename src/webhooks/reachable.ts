import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What is wrong with the address of a webhook. */
export type UrlFault = 'not-a-url' | 'not-https' | 'has-password' | 'private-address' | 'url-too-long';

const MOST = 2_000;

/** The host of an address, without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** Whether an IP address is one of the public internet: not of this machine, a private network, or any special use. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/**
 * What is wrong with an address, as far as it says so itself; where its name leads is looked up when it is used.
 * `privateHosts`: names whose addresses may be private.
 */
export function faultOfUrl(typed: string, privateHosts: readonly string[]): UrlFault | null {
  if (typed.length > MOST) return 'url-too-long';
  if (!URL.canParse(typed)) return 'not-a-url';
  const url = new URL(typed);
  if (url.protocol !== 'https:') return 'not-https';
  if (url.username !== '' || url.password !== '') return 'has-password';
  const host = hostOf(url);
  if (privateHosts.includes(host)) return null;
  return isIP(host) !== 0 && !isPublic(host) ? 'private-address' : null;
}

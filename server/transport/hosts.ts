import { isIP } from 'node:net';

/** The headers by which a request says where it believes to be, and where it comes from. */
export interface Addressed {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

export type AddressFault = 'host' | 'origin';

/**
 * Whether a request may be meant for us. A name that somebody else's DNS can point at this machine (DNS rebinding)
 * is none of ours: addresses in numbers and `localhost` are, and names only by configuration. `origins`: the
 * configured ones.
 */
export function hostFault({ host }: Addressed, origins: readonly string[]): AddressFault | null {
  const name = hostName(host);
  if (name === null) return 'host';
  const known =
    name === 'localhost' || isIP(name) !== 0 || origins.some((one) => new URL(one).hostname === name);
  return known ? null : 'host';
}

/**
 * Whether what changes something was sent by a page of ours. Programs that are no browsers send no origin: a page of
 * somebody else's cannot leave it out.
 */
export function originFault(headers: Addressed, origins: readonly string[]): AddressFault | null {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'origin';
  const { origin, host } = headers;
  if (origin === undefined) return null;
  if (origins.includes(origin)) return null;
  return URL.canParse(origin) && new URL(origin).host === host ? null : 'origin';
}

/** `kaigi.local:3000` → `kaigi.local`, `[::1]:3000` → `::1`; null for what is no host. */
function hostName(host: string | undefined): string | null {
  if (host === undefined || !URL.canParse(`http://${host}`)) return null;
  const url = new URL(`http://${host}`);
  if (url.pathname !== '/' || url.username !== '' || url.search !== '') return null;
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

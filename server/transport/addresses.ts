import { networkInterfaces } from 'node:os';

export interface Place {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly origins: readonly string[];
}

/**
 * The addresses under which people may reach this server, the likeliest first: those configured, then this machine's
 * own on its networks, then this machine alone.
 */
export function baseUrls({ host, port, secure, origins }: Place): string[] {
  const scheme = secure ? 'https' : 'http';
  const at = (name: string) => {
    const shown = name.includes(':') ? `[${name}]` : name;
    return new URL(`${scheme}://${shown}:${port}`).origin;
  };
  const everywhere = host === '0.0.0.0' || host === '::';
  const own = everywhere ? [...ownAddresses(), 'localhost'] : [host];
  return [...new Set([...origins, ...own.map(at)])];
}

/** This machine's IPv4 addresses on its networks, without those that mean only itself. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((one) => one ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal)
    .map((one) => one.address);
}

import type { App } from '../app.ts';
import { qrForTerminal } from './qr.ts';

/**
 * What the person who started the server reads: where it is, and until a desk has come in once, the desk's one-time
 * link. An earlier link that was never used dies: its token is known to nobody any more but a scrolled-away terminal.
 */
export async function welcome({ links, bases }: Pick<App, 'links' | 'bases'>): Promise<string> {
  const [base = '', ...others] = bases();
  const places = [base, ...others].map((place) => `  ${place}/`).join('\n');
  const head = `\n挙手 kyoshu\n\n${places}\n\n`;
  // The links that are no one-time links are for programs on this machine.
  const desks = (await links.list(null)).filter((link) => link.oneTime);
  if (desks.some((link) => link.usedAt !== null && link.revokedAt === null))
    return (
      `${head}事務局のリンクは発行済みです。作り直すには、終了してから npm run link を実行してください。\n` +
      `The desk's link was used already. For another one, stop the server and run: npm run link\n\n`
    );
  for (const link of desks) if (link.revokedAt === null) await links.revoke(link.id);
  return head + (await deskLink(links, [base, ...others]));
}

/** A new one-time link for the desk, for a terminal: one way for this machine, one (with its QR code) for others. */
export async function deskLink(links: App['links'], bases: readonly string[]): Promise<string> {
  const [base = ''] = bases;
  const { url } = await links.make({ role: 'desk', meeting: null, person: null, oneTime: true }, base);
  const here = bases.find((one) => new URL(one).hostname === 'localhost');
  const urls = [...new Set([here === undefined ? url : url.replace(base, here), url])];
  return (
    `事務局のリンク（一度だけ使えます）:\nThe desk's link (works once):\n\n` +
    `${urls.map((one) => `  ${one}`).join('\n')}\n\n${await qrForTerminal(url)}\n`
  );
}

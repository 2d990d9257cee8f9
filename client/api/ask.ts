import type { Refused } from '../../shared/protocol/api.ts';
import type { Refusal } from '../../shared/meeting/refusal.ts';

/** What the server said, or why not. */
export type Asked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const unreachable: Refusal = {
  code: 'client/unreachable',
  ja: 'サーバーにつながりません。通信を確かめて、もう一度お試しください。',
  en: 'The server cannot be reached. Please check the connection and try again.',
};

export const garbled: Refusal = {
  code: 'client/garbled',
  ja: 'サーバーの答えを読めませんでした。画面を読み込み直してください。',
  en: 'The answer of the server could not be read. Please reload the page.',
};

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** Which of the browser's sessions asks (`?s=`). */
  readonly session?: string | undefined;
  /** Aborts the request. */
  readonly signal?: AbortSignal | undefined;
}

/** Asks the server over HTTP (shared/protocol/api.ts says what). Never throws: what goes wrong is a refusal to show. */
export async function ask<T>(
  path: string,
  { method = 'GET', body, session, signal }: Question = {},
): Promise<Asked<T>> {
  const url = new URL(path, location.origin);
  if (session !== undefined) url.searchParams.set('s', session);
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      signal: signal ?? null,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch {
    return { ok: false, refusal: unreachable };
  }
  try {
    const value: unknown = response.status === 204 ? null : await response.json();
    // The answer's shape is the server's promise for this path.
    return response.ok ? { ok: true, value: value as T } : { ok: false, refusal: (value as Refused).refusal };
  } catch {
    return { ok: false, refusal: garbled };
  }
}

import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { Refused } from '../../shared/protocol/api.ts';
import { garbled, unreachable } from './ask.ts';

export type Saved =
  | {
      readonly ok: true;
      /** Characters that the file's encoding does not have and that stand as 〓 in it. */
      readonly unwritable: string;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** Fetches a file and hands it to the browser to keep, under the name that the server gave it. Never throws. */
export async function saveFile(path: string, session: string | undefined): Promise<Saved> {
  const url = new URL(path, location.origin);
  if (session !== undefined) url.searchParams.set('s', session);
  let response: Response;
  let file: Blob;
  try {
    response = await fetch(url);
    file = await response.blob();
  } catch {
    return { ok: false, refusal: unreachable };
  }
  if (!response.ok) return { ok: false, refusal: await refusalIn(file) };
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = nameIn(response.headers.get('content-disposition') ?? '');
  link.click();
  // The browser has taken the file by the time the next task runs.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 0);
  return { ok: true, unwritable: decodeURIComponent(response.headers.get('x-unwritable') ?? '') };
}

function nameIn(disposition: string): string {
  const name = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return name === undefined ? '' : decodeURIComponent(name);
}

async function refusalIn(answer: Blob): Promise<Refusal> {
  try {
    return (JSON.parse(await answer.text()) as Refused).refusal;
  } catch {
    return garbled;
  }
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';

const run = promisify(execFile);

/** Lets LibreOffice read documents and write each in another form into `folder`; what it said on the way. */
export async function convertByLibreOffice(
  program: string,
  to: string,
  documents: readonly string[],
  folder: string,
): Promise<string> {
  const { stdout, stderr } = await run(
    program,
    [
      // A user's folder of its own: nothing of this machine's settings, and two at once do not meet.
      `-env:UserInstallation=${pathToFileURL(`${folder}/.user`).href}`,
      '--headless',
      ...['--convert-to', to],
      ...['--outdir', folder],
      ...documents,
    ],
    { timeout: 240_000 },
  );
  return `${stdout}\n${stderr}`;
}

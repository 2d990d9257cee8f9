import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { PlayerSession } from '../../server/replay/seat.ts';
import type { PlanInput } from '../../shared/meeting/plan.ts';
import type { LinksMade, MeetingMade, NewLink } from '../../shared/protocol/api.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import { launchChromium } from './chromium.ts';
import { ServerProgram } from './serverProgram.ts';
import type { ServerProgramOptions } from './serverProgram.ts';
import { TestClient } from './testClient.ts';

/** How large the devices are that each screen is made for. */
export const sizes = {
  desk: { width: 1440, height: 900 },
  chair: { width: 1180, height: 820 },
  member: { width: 360, height: 740 },
  screen: { width: 1920, height: 1080 },
} as const;

/** A machine under load takes its time; whatever is still not there after this is not coming. */
const patience = Number(process.env['KYOSHU_TEST_PATIENCE'] ?? 45_000);

/** Where what the devices showed is kept when a test fails. */
const pictures = join(import.meta.dirname, '../../.cache/e2e');

export interface Device {
  readonly page: Page;
  /** Errors of the page itself, and what its content security policy kept away. Lost lines are not among them. */
  readonly faults: readonly string[];
}

/** A whole council before a real server: each device is a browser context of its own, with cookies of its own. */
export class Stage {
  readonly server: ServerProgram;
  readonly #browser: Browser;
  readonly #devices: { readonly name: string; readonly device: Device }[] = [];
  readonly #clients: TestClient[] = [];

  private constructor(server: ServerProgram, browser: Browser) {
    this.server = server;
    this.#browser = browser;
  }

  static async open(options?: ServerProgramOptions): Promise<Stage> {
    const [server, browser] = await Promise.all([ServerProgram.start(options), launchChromium()]);
    return new Stage(server, browser);
  }

  /** A page of a device that has never been here. */
  async blank(viewport: { width: number; height: number }): Promise<Page> {
    const context = await this.#browser.newContext({ viewport, baseURL: this.server.url, locale: 'ja-JP' });
    context.setDefaultTimeout(patience);
    return context.newPage();
  }

  /**
   * A new device of this size, which opens a link and lands on the page that it leads to. `prepare` comes before the
   * link: for what stands between the device and the server.
   */
  async device(
    name: string,
    link: string,
    viewport: { width: number; height: number },
    prepare?: (page: Page) => Promise<void>,
  ): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport,
      baseURL: this.server.url,
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
      reducedMotion: 'reduce',
      isMobile: viewport.width < 500,
      hasTouch: viewport.width < 1200,
    });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      if (/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket connection/.test(message.text())) return;
      faults.push(message.text());
    });
    this.#devices.push({ name, device: { page, faults } });
    await prepare?.(page);
    await page.goto(link);
    await page.waitForURL((url) => url.searchParams.has('s'));
    return page;
  }

  /** What went wrong in any page, with the device's name. */
  get faults(): string[] {
    return this.#devices.flatMap(({ name, device }) => device.faults.map((fault) => `${name}: ${fault}`));
  }

  /** The desk, from the terminal's one-time link. */
  async desk(): Promise<Page> {
    return this.device('desk', this.server.deskLink, sizes.desk);
  }

  /** Makes a meeting from the desk's page, by the request that its own pages make. */
  async makeMeeting(desk: Page, plan: PlanInput, { rehearsal = false } = {}): Promise<string> {
    return (await asked<MeetingMade>(desk, '/api/meetings', { plan, rehearsal })).id;
  }

  /** Makes one link in a meeting from the desk's page. */
  async makeLink(desk: Page, meeting: string, wish: NewLink): Promise<string> {
    const { made } = await asked<LinksMade>(desk, `/api/meetings/${meeting}/links`, wish);
    return made[0]?.url ?? '';
  }

  /** Makes a link for one more desk from the desk's page. */
  async makeDeskLink(desk: Page): Promise<string> {
    const { made } = await asked<LinksMade>(desk, '/api/links', { role: 'desk' });
    return made[0]?.url ?? '';
  }

  /** A program on the same session as a page, to bring a meeting to where a test begins. */
  async hand<A extends Audience>(page: Page, meeting: string, audience: A): Promise<TestClient<A>> {
    const client = new TestClient<A>(this.server.url, await this.playerSession(page));
    this.#clients.push(client);
    await client.connect();
    await client.join({ meeting, audience });
    return client;
  }

  /** A page's session, for programs that act with it. */
  async playerSession(page: Page): Promise<PlayerSession> {
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return { url: this.server.url, session: sessionOf(page), cookie };
  }

  /** Keeps what every device of a test file shows now in .cache/e2e, for whoever looks for the reason of a failure. */
  async keepPictures(file: string): Promise<void> {
    const folder = join(pictures, basename(file, '.test.ts'));
    await mkdir(folder, { recursive: true });
    for (const { name, device } of this.#devices)
      await device.page.screenshot({ path: join(folder, `${name}.png`), timeout: 10_000 });
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.close();
    await this.#browser.close();
    await this.server.stop();
  }
}

export function sessionOf(page: Page): string {
  return new URL(page.url()).searchParams.get('s') ?? '';
}

/** A request of the page's own, with its session. */
async function asked<T>(page: Page, path: string, body: object): Promise<T> {
  const url = `${path}?s=${sessionOf(page)}`;
  const { status, text } = await page.evaluate(
    async ([address, json]) => {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: json,
      });
      return { status: response.status, text: await response.text() };
    },
    [url, JSON.stringify(body)] as const,
  );
  if (status !== 201) throw new Error(`${path}: ${status} ${text}`);
  return JSON.parse(text) as T;
}

/** The button with this name, whatever small words stand around it. */
export function button(within: Page | Locator, name: string): Locator {
  return within.getByRole('button', { name });
}

/** Resolves when the words are to be seen. */
export async function shows(within: Page | Locator, words: string | RegExp): Promise<void> {
  await within.getByText(words).first().waitFor();
}

const axePath = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js');
let axeSource: Promise<string> | undefined;

/** Violations of WCAG 2.2 A and AA on a page as it is now: the rule and the first elements. */
export async function violations(page: Page): Promise<string[]> {
  axeSource ??= readFile(axePath, 'utf8');
  // Evaluated by the browser's own debugger, to which the page's policy does not apply.
  await page.evaluate(await axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
        }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await axe.run({ runOnly: { type: 'tag', values: tags } });
    return found.violations.map(
      ({ id, help, nodes }) =>
        `${id} (${help}): ${nodes
          .slice(0, 3)
          .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`)
          .join(' | ')}`,
    );
  });
}

import type { Plugin } from 'vite';

const list = /\/engine\.io-client\/build\/esm[^/]*\/transports\/index\.js$/;
const unused = /\/engine\.io-client\/build\/.*\/(polling[^/]*|webtransport|has-cors)\.js$/;

/**
 * Leaves out of the pages the transports that the product never uses: Socket.IO's client brings polling and
 * WebTransport along wherever its list of transports is reached, and that is 3 kB that a phone would load for nothing.
 * The build stops when the list is not found: it then says so instead of growing.
 */
export function webSocketOnly(): Plugin {
  let found = false;
  return {
    name: 'web-socket-only',
    apply: 'build',
    load(id) {
      if (!list.test(id)) return null;
      found = true;
      return 'import { WS } from "./websocket.js";\nexport const transports = { websocket: WS };\n';
    },
    transform(code, id) {
      // They probe the browser when they are loaded, and would be kept for that alone.
      return unused.test(id) ? { code, map: null, moduleSideEffects: false } : null;
    },
    generateBundle() {
      if (!found) this.error('engine.io-client keeps its list of transports elsewhere now');
    },
  };
}

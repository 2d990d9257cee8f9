/** The server refused a request, or is not there; the message is for the person at the terminal. */
export class ServerRefused extends Error {
  override name = 'ServerRefused';
}

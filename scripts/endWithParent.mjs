/**
 * Ends this process as SIGTERM does when the shell that npm started it from is gone.
 *
 * npm hands SIGTERM to that shell, and a plain `sh` dies of it without handing it on: the server would live on,
 * owning its log, and the next `npm start` would be refused. (`exec` in package.json would do, but not on Windows.)
 */
export function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 200);
  timer.unref();
}

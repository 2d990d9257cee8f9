/** A download's name in any script (RFC 6266); looked at in a page of ours it would lack its style (CSP). */
export function downloadNamed(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\/]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`;
}

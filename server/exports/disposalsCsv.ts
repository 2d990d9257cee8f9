import { localTime, timeOfDay } from '../../shared/minutes/localTime.ts';
import type { DisposalListing } from '../../shared/protocol/api.ts';
import { tableToCsv } from './csv.ts';

/** The register of disposals (廃棄の記録) for whoever keeps a town's records. Times are those of the meeting's own place. */
export function disposalsCsv(disposals: readonly DisposalListing[]): string {
  return tableToCsv({
    name: '廃棄の記録',
    columns: [
      '取り除いた日時',
      '会議',
      '審議会等',
      '開催日',
      '記録の件数',
      '最後の記録のハッシュ（SHA-256）',
      '書き出したファイル',
      '取り除いた人',
      '会議の番号',
    ],
    rows: disposals.map((one) => [
      `${day(one.removedAt, one.heldAt)} ${timeOfDay(one.removedAt, one.heldAt)}`,
      one.title,
      one.body,
      day(Date.parse(one.heldAt), one.heldAt),
      one.records,
      one.head,
      one.file,
      `事務局（リンク ${one.removedBy}）`,
      one.meeting,
    ]),
  });
}

function day(at: number, zone: string): string {
  const { year, month, day: date } = localTime(at, zone);
  return [year, month, date].map((n) => String(n).padStart(2, '0')).join('-');
}

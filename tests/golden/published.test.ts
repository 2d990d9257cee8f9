import { describe, expect, it } from 'vitest';
import { normalized, printed } from '../support/printed.ts';

describe('a written meeting, results by how many agreed (tama)', () => {
  const minutes = printed('tama-2021-3');
  const questions = [10, 0, 0, 1, 1, 3, 2, 3, 0, 0];
  const agreed = [
    '全委員7',
    '全委員7',
    '全委員7',
    '全委員7',
    '全委員7',
    '全委員7',
    '委員6',
    '全委員7',
    '全委員7',
    '全委員7',
  ];
  const items = minutes.headings.slice(1);

  it('[P34] the head has the published keys, and the course of the meeting by date', () => {
    expect([...minutes.head.keys()]).toEqual([
      '会議名',
      '開催日時',
      '開催場所',
      '委員',
      '事務局',
      '会議次第',
      '送付資料',
    ]);
    expect(minutes.text).toContain('開　催　日　時');
    expect(
      minutes.head
        .get('開催日時')
        ?.slice(0, 5)
        .map((line) => line.slice(0, 10)),
    ).toEqual([
      '令和3年5月14日(',
      '令和3年5月17日(',
      '令和3年5月17日(',
      '令和3年5月18日(',
      '令和3年6月18日(',
    ]);
    expect(minutes.head.get('開催日時')?.at(-1)).toBe('※上記やり取りをもって一回の会議開催とみなします。');
    expect(minutes.text.startsWith('【会議録（書面会議）】')).toBe(true);
  });

  it('[P34] the head names seven members by their office, and numbers items and papers alike', () => {
    const members = minutes.head.get('委員')?.join('') ?? '';
    expect(members.split('、').map((one) => one.slice(-2))).toEqual([
      '会長',
      ...Array<string>(6).fill('委員'),
    ]);
    expect(minutes.head.get('開催場所')).toEqual(['書面会議により開催']);
    const agenda = minutes.head.get('会議次第') ?? [];
    expect(agenda.map((line) => line.replace(/^\d+/u, ''))).toEqual(
      items.map((heading) => heading.replace(/^\d+/u, '')),
    );
    expect(minutes.head.get('送付資料')?.map((line) => /^資料(\d+)/u.exec(line)?.[1])).toEqual(
      Array.from({ length: 10 }, (_, index) => String(index + 1)),
    );
    expect(minutes.closing).toEqual([]);
  });

  it('[P34] ten items, circled numbers, each with its department', () => {
    expect(minutes.headings[0]).toBe('会議の結果及び主要な意見');
    expect(minutes.text.match(/^[①-⑩] .*（.+）$/gmu)).toHaveLength(10);
    expect(items).toHaveLength(10);
  });

  it.each(questions.map((count, index) => [index + 1, count] as const))(
    '[P34] item %i: %i questions, each followed by its answer, then the conclusion',
    (no, count) => {
      const heading = items[no - 1] ?? '';
      const own = /\(.*?(部)(.*)\)/u.exec(heading)?.[2] ?? '';
      expect(minutes.labels(heading, { 委員: 'M', [own]: 'A' })).toBe('MA'.repeat(count));
      const [intro, mark, result] = minutes.lines(heading);
      expect([intro, mark]).toEqual(['(委員からの質疑と回答)', '(結論)']);
      expect(result).toBe(
        `出席の${agreed[no - 1]}名から承認の意思表示があったため、${heading.replace(/^\d+/u, '')}については同意するものとします。`,
      );
    },
  );
});

describe('results first, opinions and answers by marks (higashimurayama)', () => {
  const minutes = printed('higashimurayama-2012-5');

  it('[P35] the head has the published keys, with who was absent and why nobody might attend', () => {
    expect([...minutes.head.keys()]).toEqual([
      '会議の名称',
      '開催日時',
      '開催場所',
      '出席者及び欠席者',
      '傍聴の可否',
      '傍聴不可の場合はその理由',
      '会議次第',
      '問い合わせ先',
    ]);
    expect(minutes.head.get('開催日時')).toEqual(['平成24年2月14日(火)午後6時30分~午後8時30分']);
    expect(minutes.head.get('出席者及び欠席者')?.at(-1)).toBe('●欠席者:委員06委員・委員07委員');
    expect(minutes.head.get('傍聴の可否')).toEqual(['傍聴不可']);
    expect(minutes.head.get('会議次第')?.filter((line) => /^\d\./.test(line))).toHaveLength(4);
  });

  it('[P35] the head lists who came, the town’s own people by section, and the consultations without a number', () => {
    const who = minutes.head.get('出席者及び欠席者') ?? [];
    expect(who[0]).toBe('●出席者:');
    expect(who[1]).toMatch(/^\(委員\).*会長・.*会長職務代理・/u);
    expect(who[1]?.split('・')).toHaveLength(5);
    expect(who[2]).toMatch(/^\(市事務局\)納税課/u);
    expect(minutes.head.get('会議次第')?.filter((line) => /^諮問第1[2-5]号「.*」$/u.test(line))).toHaveLength(
      4,
    );
    expect(minutes.text.startsWith('会議録\n')).toBe(true);
  });

  it('[P35] the body numbers with brackets what the agenda numbers with points', () => {
    expect(minutes.headings).toEqual([
      '会議経過',
      '(1)総務部長挨拶',
      '(2)会長へ諮問書授受',
      '(3)諮問審議',
      '(4)その他',
    ]);
  });

  it('[P35] each result stands before its discussion, and a member may answer a member', () => {
    const body = minutes.text.slice(minutes.text.indexOf('(3) 諮問審議'), minutes.text.indexOf('(4) その他'));
    const parts = body.split(/^○ /mu).slice(1);
    expect(parts.map((part) => normalized(part.slice(0, part.indexOf('\n'))))).toEqual([
      '諮問第12号「市税コンビニエンス・ストア収納代行業務委託の税目拡大」について、諮問どおり行うことを「可」とする。',
      '諮問第13号「市税等の口座振替データのオンライン接続による外部提供」について、諮問どおり行うことを「可」とする。',
      '諮問第14号「秋水園とんぼ工房運営業務委託」について、諮問どおり行うことを「可」とする。',
      '諮問第15号「法律相談・税務相談業務委託」について、諮問どおり行うことを「可」とする。',
    ]);
    const marks = parts.map((part) => part.match(/^[●→]/gmu)?.join('') ?? '');
    expect(marks.map((text) => text.length)).toEqual([43, 17, 58, 16]);
    expect(marks[0]?.slice(0, 17)).toBe('●→●→●●→●→●→●→●→●●');
    expect(parts.map((part) => /※委員意見及び.*の回答/u.exec(part)?.[0])).toEqual([
      '※委員意見及び納税課の回答',
      '※委員意見及び納税課の回答',
      '※委員意見及びごみ減量推進課の回答',
      '※委員意見及び生活文化課の回答',
    ]);
    expect(parts[2]).toContain('事務局注\n');
  });

  it('[P35] opinions of the fourth meeting stand with their answers, matter by matter', () => {
    const lines = minutes.lines('(4)その他');
    const groups = lines.join('\n').split(/^●/mu).slice(1);
    expect(groups.map((group) => group.match(/^\(\d\)(?!について)/gmu)?.length)).toEqual([4, 2, 3, 5]);
    expect(groups.map((group) => group.match(/^\(\d\)について、/gmu)?.length)).toEqual([4, 2, 3, 5]);
    expect(groups[0]?.split('\n').slice(0, 2)).toEqual([
      '諮問第8号「要援護者台帳の作成に伴う目的外利用」',
      '第4回会議で出された委員意見',
    ]);
    expect(groups[0]).toContain('\n地域福祉推進課からの回答\n');
  });

  it('[P35] it ends with 以上 and the reason why its papers are not published', () => {
    expect(minutes.closing).toEqual([
      '以上',
      '※この会議の資料は、次の理由により公表はしません。',
      '【理由】',
      '会議の中で、非公開情報を取り扱うため',
    ]);
  });
});

describe('a report of results: explanation, questions, conclusion (shiki)', () => {
  const minutes = printed('shiki-2021-1');
  const letters = { '委員)': 'M', '説明員)': 'E', '事務局)': 'S' };

  it('[P36] the head counts who was there and lists every result', () => {
    expect([...minutes.head.keys()]).toEqual([
      '会議の名称',
      '開催日時',
      '開催場所',
      '出席委員',
      '欠席委員',
      '説明員職氏名',
      '議題他',
      '結果',
      '事務局職員',
    ]);
    expect(minutes.head.get('開催日時')).toEqual(['令和3年5月10日(月)13時30分~16時40分']);
    expect(minutes.head.get('出席委員')?.at(-1)).toMatch(/\(計10人\)$/u);
    expect(minutes.head.get('欠席委員')).toEqual(['なし(計0人)']);
    expect(minutes.head.get('説明員職氏名')?.[0]).toBe('(総合窓口課)職員01課長');
    const results = minutes.head.get('結果') ?? [];
    expect(results.slice(0, 2)).toEqual([
      '・委員の互選により、委員01委員が会長に選任された。',
      '・会長の指名により、委員02委員が会長職務代理になった。',
    ]);
    expect(results.filter((line) => line.endsWith('について、承認された。'))).toHaveLength(7);
    expect(results.filter((line) => line.endsWith('について報告が承認された。'))).toHaveLength(2);
    expect(results.at(-1)).toBe('(傍聴者0人)');
  });

  it('[P36] numbers run on from the opening to the closing, and start again in the reports', () => {
    expect(minutes.headings.filter((heading) => /^\d/u.test(heading))).toEqual([
      '1開会',
      '2委嘱状交付',
      '3自己紹介',
      '4会長及び会長職務代理の選出',
      '5会長あいさつ',
      '6議題',
      '7閉会',
    ]);
    const parts = minutes.headings.filter((heading) => /^\(\d/u.test(heading));
    expect(parts.map((heading) => heading.slice(0, 3)).join(' ')).toBe('(1) (2) (3) (4) (5) (6) (7) (1) (2)');
    expect(minutes.headings.slice(-5)).toEqual([
      '【報告事項】',
      '(1)ワクチン接種クーポン券等封入封緘にかかる業務委託',
      '(2)児童相談管理システムの運用',
      '(その他)',
      '7閉会',
    ]);
  });

  it('[P36] the head lists the agenda with its sections, and the reports under a heading of their own', () => {
    const agenda = minutes.head.get('議題他') ?? [];
    expect(agenda.filter((line) => /^\d/u.test(line))).toEqual(
      minutes.headings.filter((line) => /^\d/u.test(line)),
    );
    expect(agenda.filter((line) => line.startsWith('('))).toHaveLength(10);
    expect(agenda.find((line) => line.startsWith('(1)'))).toBe('(1)住民異動窓口受付システム(総合窓口課)');
    expect(agenda.slice(-5)[0]).toBe('【報告事項】');
    expect(minutes.text.startsWith('会議結果報告書\n')).toBe(true);
    expect(minutes.headings[0]).toBe('審議内容の記録(審議経過、結論等)');
  });

  it('[P36] each consultation: its ground and section, explanation, questions, conclusion, in this order', () => {
    const consultations = minutes.headings.filter(
      (heading) => minutes.headings.indexOf(heading) < 14 && /^\([1-7]\)/u.test(heading),
    );
    const marks = consultations.map((heading) =>
      minutes
        .lines(heading)
        .filter((line) => /^[【<]/u.test(line))
        .map((line) => line.replace(/第\d+条/u, '第＊条')),
    );
    expect(marks).toHaveLength(7);
    for (const own of marks) {
      expect(own[0]).toMatch(/^【個人情報保護条例第＊条の規定による諮問】\(.+\)$/u);
      expect(own.slice(1)).toEqual(['<説明>', '<質疑応答>', '<結論>']);
    }
    expect(minutes.lines('2委嘱状交付')).toHaveLength(1);
    expect(minutes.lines('4会長及び会長職務代理の選出')).toEqual([
      '・委員の互選により、委員01委員が会長に選任された。',
      '・会長の指名により、委員02委員が会長職務代理になった。',
    ]);
    expect(minutes.lines('7閉会')).toEqual([]);
  });

  it.each([
    ['(1)住民異動窓口受付システム', 'MEMEMEMEMEMEMEMEMEMEMEMMEME'],
    ['(2)マイナンバーカード交付予約管理システム', 'ME'.repeat(9)],
    ['(3)後期高齢者医療限度額適用認定証封入封緘処理業務委託', 'MEMEMEMEMEMEMMMMME'],
    ['(4)そだちえ写真販売サービス', 'MMEMEMEME'],
    ['(5)働く世代の健康づくり事業業務委託', 'MEMEMEMEMEMEMEMEMEMEMEMEMME'],
    ['(6)お買物券等封入封緘業務委託計測会案内封入封緘業務委託', 'MEMEMEMMMSMEMES'],
    ['(7)ポイント事業参加者の個人情報を活用した特定健診の受診勧奨事業', 'MMEMMMEM'],
    ['(1)ワクチン接種クーポン券等封入封緘にかかる業務委託', 'ME'],
    ['(2)児童相談管理システムの運用', 'MME'],
  ])('[P36] %s: one explanation without a label, then %s', (heading, labels) => {
    expect(minutes.labels(heading, letters)).toBe(labels);
    expect(minutes.lines(heading)).toContain('<説明>');
  });

  it('[P36] a joint item prints the titles of all its parts; conditions follow the conclusion', () => {
    const conclusions = minutes.headings
      .filter((heading) => heading.startsWith('(') && minutes.lines(heading).includes('<結論>'))
      .map((heading) =>
        minutes.lines(heading).at(-1)?.replace('当審議会で出た意見を参考に事務を進めてほしい。', '＊'),
      );
    expect(conclusions).toEqual([
      '＊',
      '＊',
      '＊ただし、事業を始める前に、内容を精査した情報を事務局に提出すること。',
      '＊',
      '＊',
      '＊ただし、管理体制の対策案を示した仕様書を提出すること。',
      '＊ただし、平成31年度から令和2年度までの参加者には送らないこと。',
    ]);
  });
});

describe('an online meeting under headings, in set phrases (takatsuki)', () => {
  const minutes = printed('takatsuki-2021-2');
  const letters = { '委員:': 'M', '実施機関:': 'J', '事務局:': 'S' };

  it('[P37] the head is a list of headings', () => {
    expect([...minutes.head.keys()]).toEqual([
      '日時',
      '場所',
      '事務局',
      '傍聴者数',
      '出席委員',
      '会議の議題',
    ]);
    expect(minutes.head.get('日時')).toEqual(['令和3年6月14日(月曜日)', '午前10時00分から午前11時15分まで']);
    expect(minutes.head.get('傍聴者数')).toEqual(['0人']);
    expect(minutes.head.get('会議の議題')?.filter((line) => line.startsWith('[担当課:'))).toHaveLength(3);
    expect(minutes.headings.filter((heading) => /^\d/u.test(heading))).toEqual([
      '1審議会に係る実施方法',
      '2答申書の確認',
      '3新規諮問事項',
      '4報告事項',
      '5その他',
    ]);
  });

  it.each([
    [
      '個人番号カード予約・管理システムの導入について',
      'JMJMSMSMMJMJMMJMJMJMJMJMSMJMM',
      '以上の質疑の後、本件は承認された。',
    ],
    [
      '類型に基づく個人情報の目的外利用について(令和2年度)',
      'SMSMSMMMSMMMSMMMMSMSMM',
      '以上の質疑の後、本件は了承された。',
    ],
  ])('[P37] %s: %s', (heading, labels, result) => {
    expect(minutes.labels(heading, letters)).toBe(labels);
    expect(minutes.lines(heading).at(-1)).toBe(result);
    expect(minutes.text).toContain('(意見なし)');
  });

  it('[P37] set phrases stand before and behind what each side said, in this order', () => {
    expect(minutes.lines('個人番号カード予約・管理システムの導入について')).toEqual([
      '実施機関(市民生活環境部市民課)から出席職員の紹介があった後、次の説明がなされた。',
      '以上の説明の後、次の質疑がなされた。',
      '以上の質疑の後、本件は承認された。',
    ]);
    expect(minutes.lines('類型に基づく個人情報の目的外利用について(令和2年度)').at(-1)).toBe(
      '以上の質疑の後、本件は了承された。',
    );
    expect(minutes.text).not.toMatch(/賛成|反対/u);
    expect(minutes.headings[0]).toBe('審議等の内容');
  });

  it('[P37] what was agreed without discussion has its result alone', () => {
    expect(minutes.lines('インターネットWeb会議の実施について').at(-1)).toBe('本件は承認された。');
    expect(minutes.lines('職員採用管理システムの導入について').at(-1)).toBe('本件は承認された。');
  });
});

describe('a city assembly (shigikai)', () => {
  const minutes = printed('shigikai');

  it('[P38] members stand by number, in the head and in their labels', () => {
    expect(minutes.head.get('出席議員')?.slice(0, 2)).toEqual(['1番議員01君', '2番議員02君']);
    expect(minutes.head.get('出席議員')?.at(-1)).toBe('(7名)');
    expect(minutes.head.get('欠席議員')).toEqual(['8番議員08君', '(1名)']);
    expect(minutes.text).toContain('○議長（議員０１君）');
    expect(minutes.text).toContain('○３番（議員０３君）');
    expect(minutes.text).toContain('○市長（説明者０１君）');
  });

  it('[P38] items are numbered as the order of the day, and results worded by how they came about', () => {
    expect(minutes.text.match(/^日程第[１-４]\s/gmu)).toHaveLength(8);
    expect(minutes.text).toContain('　賛成全員であります。');
    expect(minutes.text).toMatch(/〔「異議なし」と呼ぶ者あり〕\n\s?ご異議なしと認めます。/u);
    expect(minutes.text).toContain('議長は承認と裁決いたします。');
  });

  it('[P38] an excluded member leaves before the item and comes back after it; recesses have their times', () => {
    const order = [
      '休憩',
      '再開',
      '〔５番　議員０５君退席〕',
      '日程第３　議案第２号',
      '〔５番　議員０５君着席〕',
      '日程第４　意見書案',
    ];
    const body = minutes.text.slice(minutes.text.indexOf('会議の経過'));
    const places = order.map((words) => body.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('[P38] whoever presided and two members sign', () => {
    expect(minutes.text.match(/^署名議員\s＿+$/gmu)).toHaveLength(2);
    expect(minutes.text).toContain('\n議長　議員０１\n');
  });
});

describe('an agricultural committee (nogyo)', () => {
  const minutes = printed('nogyo');

  it('[P39] speakers stand by seat, matters by number, comings and goings where they happened', () => {
    expect(minutes.head.get('出席委員')?.[0]).toMatch(
      /^1番委員01\(会長\)、2番委員02\(会長職務代理者\)、.*計7名$/u,
    );
    expect(
      minutes.labels('議案第1号農地法第3条の規定による許可申請について', {
        議長: 'C',
        事務局: 'S',
        '3番': '3',
      }),
    ).toBe('CSC3SC');
    expect(minutes.text).toContain('（７番　委員０７　入室）');
    expect(minutes.text).toContain('（４番　委員０４　議事参与の制限により退席）');
  });

  it('[P39] all in favour is said so, with how many could vote', () => {
    expect(minutes.lines('議案第1号農地法第3条の規定による許可申請について')).toContain(
      '(挙手の結果賛成6名/表決権者6名全員賛成)',
    );
    expect(minutes.lines('議案第2号農地法第5条の規定による許可申請について')).toEqual(
      expect.arrayContaining(['(挙手の結果賛成4名/表決権者5名)', 'ただし、隣接地への排水に配慮すること。']),
    );
  });
});

import type { Refusal } from '../../shared/meeting/refusal.ts';

/** What the server refuses before or instead of the meeting's rules. Each sentence says what to do. */

export const unavailable: Refusal = {
  code: 'server/unavailable',
  ja: '記録に書き込めないため、受け付けられませんでした。しばらくしてからもう一度お試しください。',
  en: 'The record cannot be written just now, so this was not taken. Please try again in a moment.',
};

/** A bug: it is in the log, and nothing was changed. */
export const failed: Refusal = {
  code: 'server/failed',
  ja: '処理中に問題が起きたため、受け付けられませんでした。会議の内容は変わっていません。事務局に伝えてください。',
  en: 'Something went wrong and this was not taken. The meeting is unchanged. Please tell the desk.',
};

export const frozen: Refusal = {
  code: 'server/frozen',
  ja: '保存先が古い内容に替わったため、この会議は止まっています。事務局が確認するまでお待ちください。',
  en: 'The store was replaced by an older copy, so this meeting is frozen. Please wait for the desk to confirm.',
};

export const archived: Refusal = {
  code: 'server/archived',
  ja: 'この会議は保存用のファイルに移されました。続けるには、事務局が取り込む必要があります。',
  en: 'This meeting was moved to an archive file. The desk has to bring it back before it goes on.',
};

export const notReplaced: Refusal = {
  code: 'server/not-replaced',
  ja: 'この会議は止まっていません。確認することはありません。',
  en: 'This meeting is not frozen. There is nothing to confirm.',
};

export const idReused: Refusal = {
  code: 'server/id-reused',
  ja: 'この操作の番号は別の操作で使われています。ページを開き直してください。',
  en: 'This command id was used for another command. Please reload the page.',
};

export const closing: Refusal = {
  code: 'server/closing',
  ja: 'サーバーを終了しています。再び接続されるまで、このままお待ちください。',
  en: 'The server is shutting down. Please wait here until it is back.',
};

export const unknownMeeting: Refusal = {
  code: 'server/unknown-meeting',
  ja: 'この会議は見つかりません。リンクを確かめてください。',
  en: 'There is no such meeting. Please check the link.',
};

export const notRehearsal: Refusal = {
  code: 'server/not-rehearsal',
  ja: 'リハーサルの会議でだけ、事務局だけができる操作です。',
  en: 'Only the desk may do this, and only in a rehearsal.',
};

export const linkRevoked: Refusal = {
  code: 'server/link-revoked',
  ja: 'このリンクは無効になりました。事務局に新しいリンクをお求めください。',
  en: 'This link is no longer valid. Please ask the desk for a new one.',
};

export const noSession: Refusal = {
  code: 'server/no-session',
  ja: '接続するには、事務局から受け取ったリンクを開いてください。',
  en: 'Please open the link that you received from the desk.',
};

export const notJoined: Refusal = {
  code: 'server/not-joined',
  ja: '会議に接続していません。ページを開き直してください。',
  en: 'This connection has not joined a meeting. Please reload the page.',
};

export const notYourScreen: Refusal = {
  code: 'server/not-your-screen',
  ja: 'この画面は、お使いのリンクでは開けません。ご自分の画面を開いてください。',
  en: 'Your link does not open this screen. Please open your own.',
};

export const reload: Refusal = {
  code: 'server/reload',
  ja: 'ページの版が古くなりました。ページを開き直してください。',
  en: 'This page is of an older version. Please reload it.',
};

export const tooFast: Refusal = {
  code: 'server/too-fast',
  ja: '操作が続きすぎたため、受け付けませんでした。少し待ってからもう一度お試しください。',
  en: 'Too many messages in a short time. Please wait a moment and try again.',
};

export const tooManyConnections: Refusal = {
  code: 'server/too-many-connections',
  ja: 'このリンクで開いている画面が多すぎます。使っていない画面を閉じてください。',
  en: 'Too many screens are open with this link. Please close those not in use.',
};

export const onlyDesk: Refusal = {
  code: 'server/only-desk',
  ja: '事務局のリンクでだけできる操作です。',
  en: 'Only the desk may do this.',
};

/** A file is never printed in another form than was asked for without a word. */
export function formMissing(id: string): Refusal {
  return {
    code: 'minutes/form-missing',
    ja: `会議録の様式「${id}」のファイルが、サーバーにありません。様式のフォルダ（KYOSHU_PROFILES）に戻してサーバーを起動し直すか、別の様式を選んでください。`,
    en: `The server has no file for the form “${id}”. Put it back into the folder of forms (KYOSHU_PROFILES) and start the server again, or choose another form.`,
  };
}

/** `problems` name each field and what is allowed. */
export function malformed(problems: readonly string[]): Refusal {
  const list = problems.join('; ');
  return {
    code: 'server/malformed',
    ja: `送られた内容を読み取れません。次を直してください: ${list}`,
    en: `The message cannot be read. Please mend: ${list}`,
  };
}

/*
 * Words with which turns begin and end in a Japanese council. They are hints for captions that carry no names: never
 * more than what times and pauses may outweigh.
 */

/** The floor is handed over here. */
const handsOver =
  /(お願い(いた)?し(たいと思い)?ます|どうぞ|いかがでしょうか|(あり|ござい)ま(す|せん)(でしょう)?か|お答え(を)?(お願い|ください)|ご説明(を)?(お願い|ください))[。、]?$/u;
/** A speaker has come to the end. */
const ends =
  /(以上です|以上でございます|以上になります|(説明|報告|質問|回答|発言)(は|を)?(以上|終わり|終えさせて)(です|でございます|ます)?|終わります|でしょうか|ますか|ですか)[。、]?$/u;
const begins =
  /^(はい|ええ、?と|それでは|では|ありがとうございま|ほかに|他に|次に|続きまして|続いて|ただいま|今の|お答え|ご質問|御質問|よろしいでしょうか|委員の)/u;
/** What whoever presides says rather than anybody else. */
const presiding =
  /(ほかに|他に)[^。]*(ありま|ござい|いかが|よろしい)|(ご|御)(質問|意見|発言|異議)[^。]*(あり|ござい|いかが|方)|挙手(を|願|お)|採決|異議なし|(を|が)?議題(と|に)|休憩(と|いた|し|に)|再開(いた|し)|開会(いた|し|を)|閉会(いた|し|を)|定足数|次第(の|に)|可決|否決|(委員|課長|部長|さん|議員|事務局)(、|から)?(どうぞ|お願い)|ありがとうございま(す|した)/u;
const sentenceEnd = /([。！？!?]|です|ます|ました|ません|でした|ください|でしょう)[」』）)]?$/u;

export const endsSentence = (text: string) => sentenceEnd.test(text);
export const beginsTurn = (text: string) => begins.test(text);
export const endsTurn = (text: string) => handsOver.test(text) || ends.test(text);
export const presides = (text: string) => presiding.test(text);

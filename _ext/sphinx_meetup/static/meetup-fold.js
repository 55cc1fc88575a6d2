/* sphinx-meetup: one spelling for what people write in many, and its terms; the same as search/fold.py and terms.py. */
(() => {
  'use strict';
  const search = (globalThis.meetupSearch ??= {});

  const LARGE = new Map([...'ァィゥェォッャュョヮヵヶヴヂヅヰヱ'].map((small, at) => [small, 'アイウエオツヤユヨワカケブジズイエ'[at]]));
  const V_ROW = { 'ァ': 'バ', 'ィ': 'ビ', 'ェ': 'ベ', 'ォ': 'ボ', 'ュ': 'ビュ' };
  const WORD = 'a-z0-9_\\u00c0-\\u024f\\u0370-\\u1fff';
  const PAIRED = '\\u3005\\u3006\\u30a1-\\u30fa\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
  const RUNS = new RegExp(`[${WORD}]+[+#]*|[${PAIRED}]+`, 'gu');

  /* What concerns letters alone, whichever stand beside them. */
  search.foldLetters = (text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFKC')
      .replaceAll('ς', 'σ')
      .replaceAll('ß', 'ss')
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/gu, '')
      .normalize('NFC')
      .replace(/[\u3041-\u3096]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
  /* What follows from neighbours, one rule after the other. */
  search.foldRules = [
    [/ヴ([ァィェォュ])/gu, (_, vowel) => V_ROW[vowel]],
    [/[ァィゥェォッャュョヮヵヶヴヂヅヰヱ]/gu, (kana) => LARGE.get(kana)],
    [/(?<=[ァ-ヺ])[ー‐‑‒–—―−~〜-]+/gu, () => ''],
    [/イヤ/gu, () => 'イア'],
    [/(?<=[エケセテネヘメレゲゼデベペ])イ+/gu, () => ''],
    [/(?<=[オコソトノホモヨロゴゾドボポ])ウ+/gu, () => ''],
  ];
  search.fold = (text) =>
    search.foldRules.reduce((found, [rule, change]) => found.replace(rule, change), search.foldLetters(text));

  search.runs = (folded) => folded.match(RUNS) ?? [];
  search.isPaired = (run) => run[0] >= '\u3005';
  search.stem = (word) => {
    if (/^[0-9]+$/u.test(word)) return word.replace(/^0+(?=.)/u, '');
    return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  };
})();

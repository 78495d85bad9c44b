/** Month names and time zones as feeds write them. */

// English, then French, German, Spanish, Portuguese, Italian, Dutch, Polish, Swedish, Hungarian, Greek, Russian,
// Turkish, Czech, Finnish, Ukrainian, Romanian, Danish, Norwegian, Catalan, Indonesian, Arabic, Bulgarian, Hebrew.
const months: readonly string[] = [
  'jan januar janvier janv jän jänner enero ene janeiro gennaio gen januari stycznia sty január ιαν янв января oca ocak ledna tammi січня ianuarie ian gener يناير януари январь ינואר',
  'feb februar février fevrier févr fév febrero fevereiro fev febbraio februari lutego lut február φεβ фев февраля şub şubat února helmi лютого februarie febrer فبراير февруари февраль פברואר',
  'mar märz mär mrz mars marzo março maart mrt marca március μάρ μαρ μαρτ мар марта mart března maalis березня martie marts març maret مارس март מרץ',
  'apr avril avr abril abr aprile kwietnia kwi április ápr απρ апр апреля nis nisan dubna huhti квітня aprilie أبريل април апрель אפריל',
  'may mai mayo maio maggio mag mei maja maj május máj μάι μαϊ μαι май мая mayıs května touko травня maig مايو май מאי',
  'jun juni juin junio junho giugno giu czerwca cze június jún ιούν ιον ιουν июн июня haz haziran června kesä червня iunie iun juny يونيو юни июнь יוני',
  'jul juli juillet juil julio julho luglio lug lipca lip július júl ιούλ ιολ ιουλ июл июля tem temmuz července heinä липня iulie iul juliol يوليو юли июль יולי',
  'aug août aout agosto ago augustus sierpnia sie augusti augusztus αύγ αυγ авг августа ağu ağustos srpna elo серпня agustus agt أغسطس август אוגוסט',
  'sep sept septembre septiembre setembro set settembre września wrz szeptember szept σεπ σεπτ сен сент сентября eyl eylül září syys вересня septembrie سبتمبر септември сентябрь ספטמבר',
  'oct okt oktober octobre octubre outubro out ottobre ott października paź október οκτ окт октября eki ekim října loka жовтня octombrie أكتوبر октомври октябрь אוקטובר',
  'nov novembre noviembre novembro listopada lis νοέ νοε ноя ноября kas kasım marras листопада noiembrie نوفمبر ноември ноябрь נובמבר',
  'dec dez dezember décembre déc diciembre dic dezembro dicembre grudnia gru δεκ дек декабря ara aralık prosince joulu грудня decembrie desember desembre des ديسمبر декември декабрь דצמבר',
];

const monthByWord: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.split(' ').map((name) => [name.normalize('NFC'), index + 1] as const)),
);

/** 1 to 12. English names may be cut or misspelt behind their first three letters. */
export function monthOfWord(word: string): number | undefined {
  // Finnish says the 5th "of the moon of March", Hebrew puts its "in" before the name.
  const lower = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/kuuta$|^ב(?=\p{L}{3})/u, '');
  return monthByWord.get(lower) ?? (/^[a-z]{4,9}$/.test(lower) ? englishMonth(lower) : undefined);
}

const english = 'january february march april may june july august september october november december'.split(' ');

function englishMonth(word: string): number | undefined {
  const at = english.findIndex(
    (name) => name.startsWith(word) || (word.length > 4 && word.startsWith(name.slice(0, 4))),
  );
  return at === -1 ? undefined : at + 1;
}

/** Minutes east of Greenwich. Letters of more than one meaning have the one most feeds intend. */
const zones: Readonly<Record<string, number>> = {
  ...{
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    nst: -210,
    ndt: -150,
    ast: -240,
    adt: -180,
    est: -300,
    edt: -240,
    et: -300,
  },
  ...{ cst: -360, cdt: -300, ct: -360, mst: -420, mdt: -360, mt: -420, pst: -480, pdt: -420, pt: -480, akst: -540 },
  ...{ akdt: -480, hst: -600, brt: -180, art: -180, clt: -240, bst: 60, ist: 330, west: 60, cet: 60, mez: 60, met: 60 },
  ...{ cest: 120, mesz: 120, mest: 120, eet: 120, eest: 180, sast: 120, msk: 180, msd: 240, trt: 180, pkt: 300 },
  ...{
    sgt: 480,
    hkt: 480,
    awst: 480,
    jst: 540,
    kst: 540,
    acst: 570,
    acdt: 630,
    aest: 600,
    aedt: 660,
    nzst: 720,
    nzdt: 780,
  },
};

export function zoneOfWord(word: string): number | undefined {
  return zones[word.toLowerCase()];
}

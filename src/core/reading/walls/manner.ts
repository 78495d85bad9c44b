/** In what manner a text speaks: news tells what somebody said and did, a notice speaks to its reader. */

import { wordCount } from '../reading-time.ts';

// An article quotes a notice. What a notice puts between marks is the name of its button, which is shorter.
const quotation = /[“„«][^“”„«»「」『』\n]{25,300}[”“»]|[「『][^“”„«»「」『』\n]{12,300}[」』]/g;

export function quotationsIn(text: string): readonly string[] {
  return text.match(quotation) ?? [];
}

export function withoutQuotations(text: string): string {
  return text.replace(quotation, ' ');
}

const saying = wordsOf(`said|says|told|reported|announced|argues|argued|according to|researchers|court|council
  sagte|sagten|sagt|sagen|teilte|teilten|laut|zufolge|berichtet|berichtete|erklärte|entschieden|entschied
  a déclaré|ont déclaré|selon|a annoncé|ont annoncé|affirme|explique|a expliqué|a indiqué|a présenté
  dijo|dice|según|explicó|anunció|afirmó|aseguró|informó|ha detto|spiega|ha spiegato|ha annunciato|ha dichiarato
  zei|zegt|volgens|meldde|meldt|aldus|disse|diz|afirmou|segundo o|segundo a|anunciou|säger|sade|enligt|uppger|meddelar
  sagde|siger|ifølge|oplyser|sier|opplyser|powiedział|powiedziała|mówi|według|poinformował|poinformowała|podał
  řekl|řekla|podle|uvedl|uvedla|сказал|сказала|сообщил|сообщила|сообщили|заявил|заявила|по словам
  sanoi|sanoo|kertoo|mukaan`);
const sayingTogether = [
  'と述べ',
  'と話',
  'によると',
  'と発表',
  '分かった',
  '調査',
  '表示される',
  '밝혔다',
  '말했다',
  'قال',
  'أعلن',
];

/** True when somebody is said to have said or found something, as in news. */
export function isReported(text: string): boolean {
  return saying.test(text) || sayingTogether.some((word) => text.includes(word));
}

const reader =
  wordsOf(`you|you're|your|yours|we|we're|we'll|our|ours|us|please|sorry|this page|this site|this content|this website|this piece
  wir|unsere|unser|unserem|unseren|unserer|du kannst|du hast|wenn du|dein|deine|deinen|deinem|bitte|leider
  vous|votre|vos|nous|notre|nos équipes|nos partenaires|nos contenus|nos lecteurs|nos abonnés|revenez|lancez|cliquez|essayez|vérifiez|rechargez|consultez|veuillez|merci de|ce contenu|désolé
  tu|tus|nosotros|nuestro|nuestra|nuestros|nuestras|usted|por favor|lo sentimos|este contenido|esta web|esta página|hemos|eres|te pedimos
  tuo|tua|tuoi|tue|noi|nostro|nostra|nostri|nostre|ci scusiamo|ci dispiace|per favore|puoi|stiamo|questo contenuto|questa pagina|abbiamo|ci permette|offrirti|offrirvi|disattiva|ricarica
  je kunt|je hebt|je bent|kun je|heb je|ben je|wil je|als je|voordat je|je gegevens|je account|jij|jouw|wij|we|ons|onze|helaas|deze pagina
  você|nós|nosso|nossa|nossos|nossas|por favor|lamentamos|verifique|esta página|pedimos|temos|o seu acesso|seu acesso
  din|ditt|dina|vi|vår|våra|oss|dig|vores|dine|våre|deg|du söker|du letar|du leder|du leter|har du|vil du|vill du|du kan
  twój|twoje|twoją|twoich|nasz|nasze|naszych|prosimy|możesz|przepraszamy|zajrzyj|sprawdź|spróbuj|wróć|przejdź
  váš|vaše|naše|našich|prosím|omlouváme|вы|ваш|ваши|вашем|мы|наш|наши|пожалуйста|извините`);
// In small letters a "Sie" is they.
const germanReader = /[\p{Ll},] (?:Sie|Ihr|Ihre|Ihren|Ihrem|Ihrer|Ihres)(?!\p{L})/u;
const readerTogether = [
  'お客様',
  'ください',
  'ご覧',
  'ご利用',
  'お探し',
  '申し訳',
  'いただけ',
  '您',
  '请',
  '귀하',
  '주세요',
  'يرجى',
  'عذرا',
  'عذراً',
];

/** True when the text speaks to its reader, or of those who publish it as us. */
export function speaksToReader(text: string): boolean {
  const plain = text.replace(/[’‘`´]/g, "'");
  return reader.test(plain) || germanReader.test(text) || readerTogether.some((word) => text.includes(word));
}

const longLine = 15; // words

/** True for news, though it be in the words of a notice: it tells what was said, or speaks in whole sentences to nobody. */
export function isNarrated(text: string): boolean {
  const own = withoutQuotations(text);
  if (isReported(own)) return true;
  return !speaksToReader(own) && own.split('\n').some((line) => wordCount(line) >= longLine);
}

function wordsOf(lines: string): RegExp {
  const words = lines.split(/[|\n]/).map((word) => word.trim());
  return new RegExp(`(?<![\\p{L}'])(?:${words.join('|')})(?![\\p{L}])`, 'iu');
}

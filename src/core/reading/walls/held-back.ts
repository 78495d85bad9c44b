/** A line that says of the text that there is more of it, beside one that names what it takes to read on. */

import { wordCount } from '../reading-time.ts';
import { ideaIn, ideasOf } from './idea-words.ts';
import { isReported, speaksToReader } from './manner.ts';
import type { NoticeKind } from './notice-phrases.ts';
import { hasPrice } from './offers.ts';

const more =
  ideasOf(`rest of this | rest of the | whole of this story | whole of this article | in full | read the rest | the remaining | remaining words | full text of | full article | full story | full post
  whole story | whole article | entire article | keep reading | continue reading this | continue reading with | to continue reading | to read this | to access this
  unlock | to read on | this story is for | this article is for | this post is for | this piece is for | this content is for | is available to | is reserved for | is only for
  exclusively | to view this | need an active | this article is free with | this story is free with | continue for free | continue free | premium content | premium article | currently have access
  weiterles | in voller länge | artikel frei | die ganze reportage | weiterzulesen | wie es weitergeht | ganzen text | ganzen artikel | ganzen beitrag | vollständig zu lesen | vollständigen | vollen artikel | dieser inhalt steht | dieser inhalt ist | dieser artikel ist | dieser beitrag ist | diesen artikel können nur | diesen beitrag können nur
  die ganze geschichte | komplett lesen | la suite | continuez gratuitement | continuez votre lecture | de cet article | l'intégralité | en entier | article complet | texte complet | le reste de | poursuivre la | continuer la | cet article est | ce contenu est
  seguir leyendo | sigue leyendo | continuar leyendo | continúa leyendo | artículo completo | texto completo | reportajes completos | resto del | este artículo es | este contenido es | para leer
  tutto l'articolo | per leggere tutto | de rest
    articolo completo | l'intero articolo | continua a leggere | continuare a leggere | continuare la lettura | resto dell | leggi tutto il | testo completo | questo articolo è | questo contenuto è
  artigo completo | texto completo | notícia completa | reportagem completa | continuar a ler | continuar lendo | continue lendo | continue a ler | na íntegra | este artigo é | este conteúdo é | esta reportagem é | resto do
  lees verder | verder te lezen | verder lezen | hele artikel | hele verhaal | rest van | dit is een plus | dit artikel is | dit verhaal is | volledige artikel
  läs vidare | läsa vidare | fortsätta läsa | fortsätt läsa | hela artikeln | hela texten | läs hela | läsa hela | resten av
  læs videre | læse videre | læs resten | læse resten | hele artiklen | hele historien | resten af | les videre | lese videre | hele saken | hele artikkelen | les hele | resten av | plusartikel | plusartikkel | låst artikel | artikeln är låst | den här artikeln är | denne artikel er | denne saken er | ten artykuł jest | ta treść jest
  cały artykuł | cały tekst | całego artykułu | całość | czytać dalej | czytaj dalej | artykuł płatny | odblokuj | dalsza część | pozostał | dalszą część | reszt | przeczytać dalej
  celý článek | číst dál | čtěte dál | zbytek | dokončení článku | читать дальше | читать полностью | полный текст | целиком | продолжение
  jatka lukemista | koko juttu | koko artikkeli | lue loput | 続き | ここから先 | 全文 | 残り | この先 | 继续阅读 | 阅读全文 | 剩余 | 전문 | 계속 읽 | 이어 읽 | متابعة القراءة | المقال كامل | بقية`);

const takes =
  ideasOf(`subscri | member | a supporter | our supporters | for supporters | paying reader | paid post | paid subscri | digital pass
  free trial | start trial | day trial | week trial | month trial | see plans | all plans | our plans | choose a plan | your plan | compare plans | packages | upgrade
  abonn | mit abo | ein abo | das abo | im abo | zum abo | ihr abo | plus abo | digitalabo | probeabo | probemonat | digitalzugang | zugang | mitglied | testen
  jahresabo | heft kaufen | m'abonne | adhérent | adhérez | formules | ma formule | suscri | hazte socio | ser socio | para socios | prueba grat | prueba por | abbon | prova gratuita | la prova | sostenitor
  assin | ver planos | nossos planos | probeer | prenum | medlem | prøv | tilbud | prenumer | subskryp | wypróbuj
  předpl | подпис | tilaa | tilaus | 購読 | 会員 | 有料 | プラン | 订阅 | 会员 | 구독 | 회원 | اشترا`);
const letters = ideasOf(
  `newsletter | mailing | by email | alerts | podcast | youtube | feed | rss | notifications | comment | unsubscribe | later | bookmark | infolettre | lettre d'info | boletín | nieuwsbrief | nyhetsbrev | メルマガ`,
);
const account =
  ideasOf(`account | membership | register | registration | sign in | log in | your email | create a | sign up | konto | nutzerkonto | registrier | anmeld | einlogg | compte | inscri | connect | connexion | cuenta | regístr | registr | sesión
  account | registrati | accedi | iscriv | conta | cadastr | registe | inloggen | aanmeld | logga in | registrera | log ind | logg inn | opret | opprett | zalog | zarejestr | přihlas | účet | registrov | войд | регистр | kirjaudu
  ログイン | 登録 | 登录 | 注册 | 로그인 | 가입 | تسجيل`);

const gifts =
  ideasOf(`support us | support our | donat | donation | gift | free for everyone | free to read | keep us | soutenir | soutenez | faites un don | accès libre | spende
  apóyanos | apoya | dona | sostieni | doe mee | steun | donera | stöd | støt | wspieraj | 寄付`);
// An arrow leads to the whole article, as from a blog's first page.
const leadsOn = /(?:>>|[»→›…])$/u;
const longestOffer = 12; // words; a longer line may be a sentence about a price
const longestHeld = 18; // words
const longestLine = 24; // words; a longer one is a paragraph of the article
const linesAfter = 5;

/** `text` has each block and each button on a line of its own. Undefined as well where the article goes on below the offer. */
export function heldBackBy(text: string): Extract<NoticeKind, 'subscription' | 'sign-in'> | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.some((line) => ideaIn(line, gifts))) return undefined;
  for (const [at, line] of lines.entries()) {
    if (!saysThereIsMore(line)) continue;
    if (lines.slice(at + 1).some((later) => wordCount(later) > longestLine && !speaksToReader(later))) continue;
    const beside = lines
      .slice(Math.max(0, at - 1), at + 1 + linesAfter)
      .filter((near) => wordCount(near) <= longestLine && !ideaIn(near, letters));
    if (beside.some((near) => ideaIn(near, takes) || hasPrice(near))) return 'subscription';
    if (beside.some((near) => ideaIn(near, account))) return 'sign-in';
  }
  return undefined;
}

function saysThereIsMore(line: string): boolean {
  if (wordCount(line) > longestHeld || leadsOn.test(line) || isReported(line)) return false;
  return ideaIn(line, more) && !ideaIn(line, letters);
}

const linesToCall = 3;

/**
 * True when a text of a few sentences ends in a price for a time and a button to press. Where a site asks for gifts, the
 * text is whole. `calls` are the words of links and buttons; a heading may name a price, as news does.
 */
export function endsInOffer(text: string, calls: ReadonlySet<string>, headings: readonly string[]): boolean {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  if (lines.some((line) => ideaIn(line, gifts))) return false;
  const at = lines.findIndex(
    (line) => wordCount(line) <= longestOffer && hasPrice(line) && !headings.includes(line) && !isReported(line),
  );
  if (at < 0 || lines.slice(at + 1).some((line) => wordCount(line) > longestLine)) return false;
  return lines.slice(at + 1, at + 1 + linesToCall).some((line) => calls.has(line) && !leadsOn.test(line));
}

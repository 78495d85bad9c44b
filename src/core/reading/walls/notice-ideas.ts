/**
 * What notices speak of, by kind, as ideas of which each is said in many words: the page, that it is gone, the way back.
 * No list of phrases is ever whole; a short text that speaks of all of it, to the person at the screen, is a notice in
 * whatever words. Each entry is the beginning of a word, or of words in a row, in small letters.
 */
import { type IdeaWords, ideasOf } from './idea-words.ts';
import type { NoticeKind } from './notice-phrases.ts';

export interface NoticeIdeas {
  readonly kind: NoticeKind;
  /** One list for each idea. */
  readonly ideas: readonly IdeaWords[];
  /** So many of the first have to be there. */
  readonly always: number;
  /** So many in all, in a text of a few words. */
  readonly least: number;
  /** A text of more has to speak of all of them. */
  readonly fewWords: number;
  /** Longer texts are about these things and say more of them, in words. */
  readonly mostWords: number;
}

const page = `page | link | address | url | site | website | web | server | servers | app$ | tab$ | story | article | piece
  content | post | resource | seite | beitrag | artikel | inhalt | link | adresse | angebot | website | page | lien
  contenu | article | adresse | site | página | pagina | enlace | noticia | contenido | dirección | web | sitio
  artículo | contenuto | articolo | indirizzo | sito | link | ligação | notícia | conteúdo | endereço | artigo | bericht
  verhaal | adres | sida$ | länk | innehåll | side$ | siden$ | indhold | innhold | strona | stronę | adres | artykuł | treść
  stránk | článek | odkaz | страниц | ссылк | сайт | ページ | 記事 | サイト | url | 页面 | 网页 | 페이지 | الصفحة`;

const gone = `not found | dead end | isn't in | not been published | isn't live | pulled | stop working | nowhere | nulle part | dépublié | keinen text | nicht geklappt | staat niet | is weg | em manutenção | no se encuentra | no encontramos | nothing at | nothing here | no longer | does not exist | doesn't exist | isn't one | unpublished
  removed | moved | taken down | take down | withdrawn | expired | deleted | gone | typo | outdated | wrong turn | broken | mistyped
  error | problem with | went wrong | maintenance | very busy | heavy traffic | too many readers | overload | trouble
  nicht mehr | nicht gefunden | existiert nicht | gelöscht | verschoben | entfernt | archiv genommen | veraltet | vertippt
  fehler | störung | wartung | überlastet | technische | n'existe | introuvable | plus disponible | supprimé | déplacé
  expiré | incorrect | un problème | une erreur | incident | indisponible | maintenance | ya no | no existe | caducad | retirad
  eliminad | incorrect | un problema | un error | mantenimiento | non esiste | non è più | rimoss | spostat | eliminat | scadut
  errore | manutenzione | migliorare | não existe | já não | não está mais | removid | expirou | erro | manutenção
  bestaat niet | niet meer | verwijderd | verplaatst | storing | fout | onderhoud | finns inte | flyttats | tagits bort
  raderats | fel uppstod | gick fel | underhåll | findes ikke | finnes ikke | flyttet | fjernet | slettet | fejl | feil
  vedligehold | nie istnieje | nie znaleź | nic nie ma | usunięt | przeniesion | wygas | błęd | awaria | prace techniczne | neexistuje
  nenalezen | odstraněn | chyba | не существует | не найден | удален | удалён | ошибк | 見つかりません | 削除 | 存在しません | 終了 | エラー
  混み合って | メンテナンス | 不存在 | 已删除 | 没有找到 | 찾을 수 없 | 삭제 | غير موجودة`;

const wayBack = `home page | start over | check back | later | tidy up | revenez | la une | zoekfunctie | dentro de minutos | homepage | front page | search | menu | try again | reload | refresh | few minutes | few moments
  seconds | shortly | back soon | start again | latest | most read | help you | hoping to find | corrections page | how to ask
  startseite | suche | menü | später | neu laden | in kürze | accueil | recherche | recharger | quelques instants
  plus tard | nos équipes | portada | inicio | buscador | más tarde | recarga | noticias de hoy | home$ | ricerca | più tardi
  torniamo | a breve | disagio | página inicial | pesquis | mais tarde | voorpagina | zoek | later | opnieuw | startsidan
  sök | senare | forsiden | søg | søk | senere | stronę główną | stronie głównej | wyszukiwark | później | hlavní | později
  главн | поиск | позже | トップ | 検索 | しばらく | 首页 | 搜索 | 홈 | 검색 | الرئيسية`;

const here = `page | story | article | report | content | site | website | video | area$ | seite | beitrag | inhalt | angebot
  contenu | article | page | vidéo | site | contenido | página | vídeo | artículo | contenuto | pagina | video | sito | conteúdo
  artigo | inhoud | artikel | dit$ | innehåll | sida$ | indhold | innhold | siden$ | treść | materiał | strona | obsah
  контент | материал | 記事 | コンテンツ | ページ | 内容 | 콘텐츠 | المحتوى`;
const countries = `country | part of the world | where you are | in cui ti trovi | countries | region | territory | area$ | european union | european economic | kingdom | europe | land$ | ländern
  deutschland | pays$ | région | territoire | país | paises | región | territorio | paese | regione | região | land$ | regio
  nederland | lande | landet | kraju | regionie | zemi | стран | регион | お住まい | 地域 | 国 | 地区 | 국가 | 지역 | بلد | منطقت`;
const barred = `not available | can't open | cannot open | differ | non si può | licenza | unavailable | outside | only in | cannot be granted | licens | licenc | rights | legal | laws | cannot show
  nicht verfügbar | rechtlich | lizenz | nur innerhalb | nur in | pas disponible | indisponible | droits | juridique
  no está disponible | no disponible | derechos | legales | non è disponibile | non disponibile | diritti | legali | não está disponível | indisponível | direitos
  niet beschikbaar | niet te bekijken | rechten | alleen in | inte tillgänglig | rättighet | ikke tilgængelig | ikke tilgjengelig | rettighed | rettighet
  niedostępn | prawn | nedostupn | недоступ | 利用できません | ご利用いただけません | 権利 | 不可用 | 无法 | 사용할 수 없 | غير متاح`;

const person = `human | security service | online attacks | reader | ad$ | ads$ | publicité | werbung | publicidad | pubblicità | robot | bot$ | bots$ | automat | captcha | puzzle | person | mensch$ | programm | roboter | humain | logiciel | humano | umano | software
  mens$ | människa | människ | menneske | człowiek | člověk | человек | робот | 人間 | ロボット | 自動 | 人机 | 机器人 | 로봇 | روبوت`;
const browser = `browser | this site | reload | security | sicherheit | sécurité | seguridad | sicurezza | segurança | this website | our site | pages | netz | anfragen | notre site | javascript | scripts | cookies | ip address | your ip | network | requests | request | connection | traffic | server | device | incident id
  netzwerk | anfrage | kästchen | seite | verbindung | navigateur | réseau | appareil | activité | navigation | navegador | dirección ip | conexión | rete$
  connessione | impostazioni | ligação | netwerk | verbinding | webbläsare | nätverk | netværk | nettverk | nettleser | przeglądark | sieć | sieci | prohlížeč | браузер | сет
  ブラウザ | アクセス | ネットワーク | 浏览器 | 网络 | 브라우저 | 네트워크 | المتصفح`;
const proof = `verify | comprob | negado | denegado | unable to access | slow down | faster | wait a | attention required | aufgabe | lösen | no funciona | actívalo | bloqueur | blocker | adblock | bloqueador | verification | confirm | enable | allowed | blocked | restricted | denied | too many | slide | tick | click | check | update | unusual | continue | switch on
  bestätigen | prüf | aktivier | gesperrt | klicken | ungewöhnlich | vérifi | confirm | activ | bloqué | restreint | inhabituelle | détecté
  verific | bloquead | detectado | inusual | habilit | verifica | bloccat | attivar | abilita | insolit | verific | ative | bloquead
  bevestig | geblokkeerd | controle | inschakel | bekräfta | blockerad | aktivera | bekræft | bekreft | blokeret | blokkert | aktiver
  potwierd | zablokowan | włącz | sprawdz | ověř | blokován | zapn | подтверд | заблокир | включ | 確認 | 有効 | 制限 | 验证 | 启用 | 확인 | 활성화 | تحقق | تفعيل`;

const tracks = `cookie | small files | what you like | nutzungsverhalten | auswerten | kakor | evästei | tracker | tracking | traceur | profil | identif | measure | measurement | messung | remember what | personalis | personaliz | クッキー | 쿠키
  targeting | ciblage | nachverfolg | seguimiento | tracciamento | rastre | volgen | spårning | sporing | śledz`;
const allows = `consent | your call | your ok | carry on | einverständ | erlaub | permiso | beder om lov | zgód | permis | souhait | volontés | consens | allow | accept | agree | choose | choice | preferenc | decide | let us | einwillig | zustimm | widersprech | akzept | auswahl | wünsch | accord
  autoris | accept | refus | choix | consent | acept | rechaz | acconsent | accett | rifiut | toestem | toestaan | akkoord | weiger | kiezen | mag$ | bepaal | samtyck | godkänn
  tillåt | får vi | neka | samtyk | tillad | accepter | afvis | godta | zgod | zgadz | akcept | aceit | recus | consent | souhlas | соглас | 同意 | 許可 | 동의 | موافق`;
const others = `partner | selected companies | other companies | vermarkter | samarbejdspartner | sociétés tierces | advertis | ads$ | advert | third part | vendor | anzeig | werb | drittanbiet | publicit | partenaire | tiers | publicidad | anuncio | socios | pubblicit
  inserzion | annunc | terze parti | fornitori | adverten | reclame | derden | annons | reklam | tredje part | partner | parceir | publicidade | anúncio | zaufan | реклам | партн
  広告 | パートナー | 광고 | إعلان`;
const yours = `data | browser | saved | information on | device | privacy | website may | necessary | daten | geräts | gerät | données | appareil | vie privée | gratuit | datos | dispositivo | privacidad | dati
  terminale | gratis | gegevens | toestel | apparaat | uppgift | enhet | nödvändig | oplysning | enhed | nødvendig | danych | urządzen | dados | údaj | zařízen | данн | устройств | プライバシー | 端末 | 개인정보`;

export const noticeIdeas: readonly NoticeIdeas[] = [
  { kind: 'check', ideas: [proof, browser, person].map(ideasOf), always: 1, least: 2, fewWords: 22, mostWords: 45 },
  { kind: 'missing', ideas: [countries, barred, here].map(ideasOf), always: 3, least: 3, fewWords: 75, mostWords: 75 },
  { kind: 'missing', ideas: [gone, page, wayBack].map(ideasOf), always: 2, least: 2, fewWords: 30, mostWords: 60 },
  {
    kind: 'consent',
    ideas: [allows, others, tracks, yours].map(ideasOf),
    always: 1,
    least: 3,
    fewWords: 130,
    mostWords: 130,
  },
];

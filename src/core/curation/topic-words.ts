/**
 * Words that are no topic by themselves, whatever their capitals: days and months, titles of persons, peoples as adjectives,
 * numbers, and the everyday nouns and verbs of headlines. Folded and in lower case, as split-words.ts has them.
 */

/** In any language: numbers as words, days, months, currencies, and what calls for attention. */
const everywhere = `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen first second third half
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
  december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
  ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig dreissig vierzig funfzig hundert tausend million millionen milliarde
  milliarden dutzend prozent montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar marz mai juni juli oktober
  dezember
  un deux trois quatre cinq six sept huit neuf dix onze douze treize vingt trente quarante cinquante soixante cent cents mille millions
  milliard milliards lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin juillet aout septembre octobre
  novembre decembre
  uno dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta cien ciento mil millon millones lunes
  martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  due tre quattro cinque sei sette otto nove dieci undici dodici venti trenta cento mila milione milioni miliardo miliardi lunedi martedi
  mercoledi giovedi venerdi sabato domenica gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
  um dois quatro sete oito dez onze doze vinte trinta cem milhao milhoes bilhao segunda terca quarta quinta sexta feira janeiro fevereiro
  marco maio junho julho setembro outubro novembro dezembro
  een twee drie vijf zes zeven acht negen tien elf twaalf twintig honderd duizend miljoen miljard maandag dinsdag woensdag donderdag
  vrijdag zaterdag zondag januari februari maart juni juli augustus oktober
  en ett tva tre fyra fem sex sju atta nio tio elva tolv tjugo hundra tusen miljon miljoner miljard miljarder mandag tisdag onsdag torsdag
  fredag lordag sondag januari februari augusti
  syv otte ni ti tolv tyve tusind tirsdag lordag sondag
  styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien poniedzialek wtorek sroda czwartek piatek
  sobota niedziela
  euro euros dollar dollars pound pounds percent per gmt bst utc am pm live breaking update updated exclusive opinion video photos podcast
  newsletter review analysis watch pdf http https www com faq tldr ps nb`;

/** Before a name, and no part of it. */
const titles = `mr mrs ms miss dr prof professor sir lord lady dame king queen prince princess president vice prime minister ministers
  chancellor senator governor mayor secretary chief chairman chairwoman chair director ceo captain coach judge justice bishop pope
  general colonel sergeant detective officer herr frau prasident prasidentin kanzler kanzlerin bundeskanzler minister ministerin
  ministerprasident burgermeister burgermeisterin professorin monsieur madame mme président ministre premier maire senor senora don presidente
  presidenta ministro ministra alcalde alcaldesa signor signora sindaco presidente primo dona senhor senhora prefeito meneer mevrouw
  burgemeester herr fru statsminister statsministern borgmester pan pani prezydent premier`;

/** Peoples as adjectives, and directions: they tell of no one thing. */
const peoples = `american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian swedish
  norwegian danish finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian chinese japanese
  korean indian pakistani iranian iraqi israeli palestinian saudi egyptian african asian european australian canadian mexican brazilian
  argentine chilean western eastern northern southern north south east west central northeast northwest southeast southwest
  deutsch deutsche deutschen deutscher deutsches franzosische franzosischen britische britischen russische russischen amerikanische
  amerikanischen europaische europaischen francais francaise francaises allemand allemande americain americaine britannique europeen
  europeenne espanol espanola espanoles frances aleman italiano italiana italiani francese tedesco tedesca americano americana europeo
  europea brasileiro brasileira portugues svenska svensk norska danska dansk danske engelska nederlandse duitse franse`;

/** Everyday words of news, English: nouns too wide, adverbs, adjectives and verbs that a headline ends or begins with. */
const english = `the this that these those here there what when where who why how people person man men woman women child children family
  life home house time times day days week weeks month months year years today yesterday tomorrow tonight morning evening
  hour hours minute minutes decade century season thing things way ways place places part parts kind lot lots number numbers work works
  news story stories report reports article post posts page photo picture pictures video editor reader readers subscriber internet web online
  government state states country countries nation city cities town world area region centre center office company companies group groups
  member members team teams leader leaders official officials police court law public plan plans deal talks meeting report study research
  always never often again already still soon later ago last next new old big small long short good bad best worse worst better great
  more most many much few little less least several other others another same own early late recent former current major key top
  high low full whole real true sure right wrong left likely possible able free open close ready hard easy different important local
  national international political economic social general common close
  say says said tell tells told ask asks asked call calls called warn warns claim claims agree agrees agreed share shares shared hold
  holds held holding log make makes made take takes took get gets got give gives gave go goes went come comes came see sees saw find finds
  found keep keeps kept let lets put puts set sets run runs ran turn turns move moves leave leaves left return returns begin begins begun
  start starts end ends stop stops win wins won lose loses lost pay pays paid buy buys bought sell sells sold build builds built open opens
  close closes cut cuts rise rises rose fall falls fell grow grows grew show shows shown know knows knew think thinks thought want wants
  need needs use uses used try tries help helps look looks feel feels seem seems become becomes became mean means meant read reads write
  writes wrote hear hears heard speak speaks spoke learn learns follow follows change changes reach reaches face faces send sends sent
  bring brings brought carry carries wait waits stay stays live lives die dies died kill kills killed hit hits weigh counted somebody
  something anything nothing everything everyone nobody somebody anybody mention mentioned unless although though whether while yet ever
  almost nearly around across along behind beyond within despite including per based according due instead rather quite really simply just
  back away ahead together apart once twice thanks please hello yes okay welcome
  edition issue volume chapter part figure table section issue question answer problem reason example case point idea fact view side line
  lines name names word words image credit source sources copyright rights reserved`;

/** German writes every noun with a capital: those that are in all news are no topic. */
const german = `jahr jahre jahren jahres tag tage tagen tages woche wochen monat monate monaten stunde stunden minute minuten zeit uhr morgen abend
  nacht mal ende anfang beginn mensch menschen leute mann manner frau frauen kind kinder kindern land lander landern stadt stadte ort orte welt
  staat teil teile seite seiten zahl zahlen ergebnis grund grunde frage fragen antwort antworten thema themen fall falle beispiel weg wege plan plane ziel ziele
  arbeit leben haus hause platz bereich form art weise sache dinge ding punkt problem probleme losung regierung politik partei prasident
  minister chef chefin sprecher sprecherin unternehmen firma gruppe mitglied mitglieder polizei angaben bericht berichte meldung nachricht
  nachrichten artikel bild bilder foto fotos video text worte wort name namen quelle deutschland montagmorgen wochenende vergangenheit
  zukunft entscheidung moglichkeit situation entwicklung rolle hilfe anzeige kommentar interview leser ausgabe`;

/** The everyday nouns, adjectives and verbs of the Romance languages, for phrases. */
const romance = `annee annees an ans jour jours semaine semaines mois heure heures fois temps vie monde pays ville homme hommes femme femmes gens
  enfants personne personnes partie fin debut nouveau nouvelle nouveaux grand grande petit petite premier premiere dernier derniere bon bonne
  autre autres dit selon apres toujours jamais encore deja cas chose choses suite cours lieu part
  ano anos dia dias semana semanas mes meses hora horas vez veces tiempo vida mundo pais ciudad hombre hombres mujer mujeres gente ninos
  persona personas parte fin final nuevo nueva gran grande primer primera ultimo ultima otro otra dijo segun siempre nunca aun caso cosa cosas
  anno anni giorno giorni settimana mese mesi ora ore volta volte tempo vita mondo paese citta uomo donna gente bambini persone parte fine
  nuovo nuova primo prima ultimo ultima altro altra detto sempre mai ancora caso cosa cose
  cidade homem mulher pessoas tempo vez vezes novo nova grande primeiro primeira outro outra disse sempre nunca ainda`;

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  const folded = lists.join(' ').normalize('NFKD').replace(/\p{M}/gu, '');
  return new Set(folded.trim().split(/\s+/));
}

/** No topic alone, and none at the edge of a name or phrase. */
export const noTopic = setOf(everywhere, titles, peoples, english, german, romance);

/** Left off before a name, whatever follows. */
export const beforeNames = setOf(everywhere, titles);

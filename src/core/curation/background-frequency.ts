/**
 * How often common English words turn up in news, so that the first hour of a new library already knows that
 * "market" tells less than "harbour". Shares of articles (title and opening) in coarse bands, judged by hand; the
 * library's own counts take over as it fills. Other languages start from their stop words alone.
 */

import { stemEnglish } from './stem-english.ts';

const bands: readonly (readonly [share: number, words: string])[] = [
  [0.12, `new year one first two time last`],
  [
    0.07,
    `people government president police state week day million world company monday tuesday wednesday thursday friday
    saturday sunday make report old now back get take home city country show high work say three man`,
  ],
  [
    0.04,
    `us american america national party market group leader official minister court law public war plan month percent
    billion top set help find call come open start end lead keep look big next well way good best great long part
    house family life child woman school health business news media service team game play win season early late
    place number system use run move want need near know see think tell give go many still even much another five
    four six second third former head deal case attack killed kill dead death die charge arrest accused`,
  ],
  [
    0.025,
    `january february march april june july august september october november december today yesterday tonight night
    morning hour minute uk british britain london china chinese russia russian europe european eu india israel
    france germany japan australia york washington texas california north south west east street office officer
    chief executive director member study research researcher university student security military force army
    election vote campaign political policy economy economic trade price cost rate sale stock share bank money fund
    tax budget job worker industry product technology tech internet online website web app phone computer google
    apple facebook twitter video photo picture film movie star music tv book story fan hit record release launch
    announce reveal announcement announced face fight fire water power energy oil gas food car road air area region
    county center centre building site local community board committee council department agency union club coach
    player match cup league championship score goal point beat lose loss lost victory return join sign agree
    agreement talk meeting meet visit trip travel event live love young men women girl boy mother father son
    daughter husband wife friend doctor hospital patient medical drug disease cancer care victim suspect murder
    crime criminal prison jail trial judge lawyer sentence guilty investigation investigator incident accident crash
    injured injury shot shooting gun bomb explosion earthquake storm flood weather wind rain snow summer winter
    spring fall future past history change issue problem question answer crisis risk threat concern fear warning
    warn claim deny decision decide ruling rule bill act right human rights freedom protest protester strike
    conflict peace support opposition democrat democratic republican senate senator congress parliament prime white
    black red blue green`,
  ],
  [
    0.015,
    `ahead amid among around away become begin believe bring build buy sell cause clear close control could create
    cut cutting deliver develop development draw drive drop due earn earning ease easy effort emerge enter ever
    every exchange expect expected experience expert explain fact fail far fast feature feel few field figure file
    final finally financial fine firm focus follow following foreign form free front full gain general global ground
    grow growth half hand happen hard hear hold hope huge idea impact import export include increase inside interest
    international interview investor investment invest involve key lack land large largest learn leave legal less
    let letter level light like likely limit line link list little longer low lower main major majority mark massive
    matter mean measure medium message middle might mind miss model modern name nation nearly network note offer
    once operation option order outside pass pay performance period person personal phase pick piece popular
    position possible post potential press pressure prevent private process produce production profit programme
    program project promise property propose protect prove provide pull push put quarter quick raise range reach
    read ready real reason receive recent recently recover reduce reform refuse reject remain remember remove
    replace request require response rest result review rise rising role round save scene search seat seek seem send
    senior series serve session several short shut side significant similar simple since single sit situation size
    small social society soon source space speak special spend staff stage stand standard statement station stay
    step stop strategy stream strong struggle style suffer suggest surge sure target task term test thing though
    threaten tie total touch tough toward town track train try turn type under unit update user value version view
    voice wait walk wall watch wear whether while whole wish within word worth write writer wrong yet`,
  ],
  [
    0.008,
    `ability abuse academy access accord account action active activity actor actress add address administration
    admit adult advance advantage advice affair affect afternoon age aid aim aircraft airline airport album alcohol
    alleged allegation alliance allow amount analysis analyst angry anniversary annual appeal appear appearance
    application appoint approach approve argue arm arrive art article artist asset assistant association athlete
    audience author authority average avoid award aware baby bad ball ban band bar base basketball battle bear beach
    beautiful bed beer benefit bid bird birth birthday block blog blow body bond border boss box brain brand break
    brief brother bus cable camera camp cancel candidate capacity capital captain card career carry cash cast cat
    catch celebrate celebrity cell central century ceo certain chairman challenge champion chance channel character
    charity chart cheap check church cinema citizen civil class classic clean climate climb clinic clinical clinch
    cloud coal coast code cold collapse colleague collect college commission commit common communication compare
    competition complain complaint complete comment condition conference confirm congressional connection consider
    construction consumer contact content contract contribute convict conviction cool cop core corporate correct
    corruption couple courage course cover credit crew critic critical criticism crowd culture currency customer
    daily damage dance danger dangerous dark data date deadline deadly dealer debate debt debut decade decline deep
    defeat defence defense defend deficit degree delay demand deputy design despite destroy detail detain device
    dinner disaster discover discovery discuss discussion dismiss display dispute district divide document dog
    dollar donate double doubt downtown dozen drama dream dress drink driver earth eat economist edge editor
    education effect electric electricity employee employer empty encourage enemy engine engineer entertainment
    environment environmental episode equal era escape establish estate estimate euro evening evidence exclusive
    exist exit expand expensive expose express extend extra eye factor factory failure fair faith false famous farm
    farmer fashion favorite favourite feared federal fee fell female festival fighter finance firefighter fish
    flight floor fly folk football foot fraud freeze fresh fruit fuel fun funeral garden gang gay gift glass gold
    golf gone governor graduate grand grant growing guard guest guide guy hair handle happy heart heat heavy height
    hero highlight highway hill hire historic holiday hollywood horse host hotel housing hunt hurt ice identify ill
    illegal image immigrant immigration importance important improve income independent index individual inflation
    influence information initial innovation inquiry insurance intelligence intend internal introduce invite island
    jet jewish journalist journey jump jury justice kid kick king kitchen knock label labor labour lady language
    laptop lawmaker lawsuit lay leak legislation lesson library licence license lie liberal locate location lock
    loan lover luck lunch luxury machine magazine maintain maker manage management manager map marriage married mass
    master material maximum mayor meal medicine memory mental metal method mile militant mine minimum mission
    mistake mix mobile moment moon mortgage motion mountain mouth museum muslim mystery native natural nature navy
    negotiate negotiation neighbor neighborhood neighbour nominate nomination nominee normal northern nuclear nurse
    object obtain occur ocean offense offensive older olympic operate operator opinion opportunity oppose
    organisation organization original outbreak outlook overseas owner pack page pain paint pair palace panel paper
    parent park partner passenger passion path peak penalty pension perfect perform permit pet pilot pipeline plane
    planet plant plastic plate platform plead pleaded pocket poll pollution pool poor pope population port portrait
    positive poverty powerful practice pray predict pregnant premier premiere prepare presence present preserve
    presidential pretty previous priest prince princess priority prisoner prize professional professor progress
    promote proof prosecutor prospect protection proud provider province purchase purpose quality queen quit race
    racial radio rail railway rally rape rare rating react reaction reader reality rebel recall recession recipe
    recommend recovery recruit refugee regime register regional regulator regulation relate relation relationship
    relative religion religious rely remark rent repair repeat reporter represent representative reputation rescue
    resident resign resignation resort resource respect respond responsibility restaurant restore restrict retail
    retailer retire retirement revenue revolution rich ride rival river robbery rock roll room route row royal rumor
    rumour rural safe safety salary sanction scandal scheme science scientific scientist screen sea secret secretary
    sector secure seize seller serious settle settlement severe sex sexual shape sheriff ship shock shoot shop
    shopping shore shortage shoulder shout shuttle sick sister ski skill sleep slip slow smart smartphone smoke
    soccer software soldier solution solve song sort soul sound southern speaker species speech speed spirit split
    sport spot spread squad stable stadium stake standoff steal steel stimulus stolen store strategic strength
    stress stretch structure stuck studio stuff subject submit success successful sue sugar suicide suit supply
    supreme surface surgeon surgery surprise survey survive survivor suspend sweep swing symbol table tackle talent
    tank tape tariff taste teach teacher tear teen teenager telephone television temperature tennis terror terrorism
    terrorist text theater theatre theme theory ticket tip tool tornado torture tour tourism tourist tournament
    tower toy trace tradition traditional traffic tragedy transfer transform transition transport treat treatment
    treaty tree trend tribute trouble truck trust truth twin unemployment uniform unique unity universe unlikely
    upset urban urge vaccine valley van variety vast vehicle venture veteran vice village violate violence violent
    virus visitor visual vital volunteer voter vow wage warrant waste weak wealth weapon wedding weekend weight
    welcome welfare western wheel wild wildfire wing wine winner wireless witness wonder wood worry worse worst yard
    youth zone`,
  ],
];

let made: ReadonlyMap<string, number> | undefined;

/** Stem to the share of news articles that hold it. Made when first asked: a thread that only lists never is. */
export const backgroundShare: Pick<ReadonlyMap<string, number>, 'get' | 'has' | 'keys'> = {
  get: (stem) => known().get(stem),
  has: (stem) => known().has(stem),
  keys: () => known().keys(),
};

function known(): ReadonlyMap<string, number> {
  made ??= shares();
  return made;
}

function shares(): Map<string, number> {
  const found = new Map<string, number>();
  for (const [share, words] of bands) {
    for (const word of words.split(/\s+/)) {
      const stem = stemEnglish(word);
      if (!found.has(stem)) found.set(stem, share);
    }
  }
  return found;
}

/**
 * What notices say in place of an article, by kind. A phrase is found in a sentence in small letters with plain
 * apostrophes and each number as #; the parts around a + may stand apart from each other, in any order. A phrase after = is the whole sentence: a button of one word.
 *
 * The phrases speak to the person at the screen ("your choices", "log in to read"), so that an article about cookies,
 * subscriptions or missing pages does not use them by the sentence.
 */

export type NoticeKind = 'consent' | 'subscription' | 'sign-in' | 'missing' | 'check';

/** One line after another; | stands between two phrases, ! before one that says that text is held back, and = before a whole sentence. */
const listed: Readonly<Record<NoticeKind, string>> = {
  consent: `
    we value your privacy | your privacy matters | your privacy is important to us | we care about your privacy
    we and our + partners | our # partners | our partners + process | before you continue to | before you continue
    accept all | reject all | accept cookies | accept and continue | accept & continue | agree and continue
    agree and close | manage options | manage preferences | manage your choices | manage cookies | cookie settings
    your choices + partners | privacy choices | we use cookies | this site uses cookies | this website uses cookies
    our website uses cookies | use of cookies + you | cookies + you agree | cookies + your consent
    store and/or access information | access information on a device | legitimate interest + you
    withdraw your consent | you consent to | ask for your consent | need your consent | give your consent
    by clicking + you agree | by clicking + cookies | personalised ads and content | personalized ads and content
    continue with ads | continue with advertising | continue without accepting | do not sell my
    precise geolocation data | consent to the processing | vendors + consent | wir und unsere + partner
    ihre privatsphäre | deine privatsphäre | alle akzeptieren | alle ablehnen | alles akzeptieren | alles ablehnen
    zustimmen und weiter | akzeptieren und weiter | einwilligen und weiter | mit werbung weiterlesen
    mit werbung und tracking | weiter mit werbung | wir verwenden cookies | wir nutzen cookies
    wir setzen + cookies | verwendet cookies | cookie-einstellungen | ihre einwilligung | ihre zustimmung
    deine einwilligung | deine zustimmung | informationen auf einem gerät | informationen auf ihrem gerät
    einstellungen verwalten | privatsphäre-einstellungen | datenschutzeinstellungen
    zwecke + partner + einwilligung | nous et nos + partenaires | nos # partenaires | votre vie privée
    tout accepter | tout refuser | accepter et continuer | accepter et fermer | continuer sans accepter
    accepter les cookies | refuser les cookies | nous utilisons des cookies | ce site utilise des cookies
    utilise des cookies + vous | votre consentement | gérer mes choix | gérer vos choix | paramétrer + cookies
    personnaliser mes choix | informations sur un appareil | nosotros y nuestros + socios | nuestros # socios
    tu privacidad | su privacidad | aceptar todo | aceptar todas | rechazar todo | rechazar todas
    aceptar y continuar | aceptar y cerrar | aceptar cookies | utilizamos cookies | usamos cookies
    este sitio utiliza cookies | este sitio usa cookies | esta web utiliza cookies | tu consentimiento
    su consentimiento | configurar cookies | gestionar opciones | información en un dispositivo
    continuar sin aceptar | noi e i nostri + partner | noi e # + fornitori | la tua privacy | accetta tutto
    accetta tutti | rifiuta tutto | rifiuta tutti | accetta e continua | accetta e chiudi | continua senza accettare
    utilizziamo i cookie | utilizziamo cookie | utilizza cookie | il tuo consenso | gestisci le preferenze
    gestisci opzioni | informazioni su un dispositivo | personalizza + cookie | nós e os nossos + parceiros
    nós e nossos + parceiros | os nossos # parceiros | a sua privacidade | sua privacidade | aceitar tudo
    aceitar todos | rejeitar tudo | rejeitar todos | aceitar e continuar | aceitar cookies | utilizamos cookies
    este site utiliza cookies | este site usa cookies | o seu consentimento | seu consentimento | gerir opções
    gerenciar opções | informações num dispositivo | informações em um dispositivo | wij en onze + partners
    wij en # partners | jouw privacy | uw privacy | alles accepteren | alles weigeren | alle cookies accepteren
    cookies accepteren | accepteren en doorgaan | akkoord en doorgaan | wij gebruiken cookies | we gebruiken cookies
    maakt gebruik van cookies | gebruikt cookies + u | jouw toestemming | uw toestemming | instellingen beheren
    cookie-instellingen | informatie op een apparaat | doorgaan zonder te accepteren | vi och våra + partner
    din integritet | acceptera alla | godkänn alla | avvisa alla | neka alla | godkänn och fortsätt
    vi använder cookies | vi använder kakor | använder cookies för | ditt samtycke | hantera inställningar
    hantera alternativ | information på en enhet | vi og vores + partnere | vi og våre + partnere | accepter alle
    afvis alle | tillad alle | vi bruger cookies | vi bruker cookies | vi bruker informasjonskapsler | dit samtykke
    godta alle | avvis alle | avslå alle | dit privatliv | arvostamme yksityisyyttäsi | hyväksy kaikki
    hylkää kaikki | käytämme evästeitä | suostumuksesi | my i nasi + partnerzy | my i nasi + partnerami
    twoja prywatność | twoją prywatność | zaakceptuj wszystko | akceptuję wszystko | akceptuj wszystkie
    odrzuć wszystko | odrzuć wszystkie | przejdź do serwisu | używamy plików cookie | korzysta z plików cookie
    używa plików cookie | twoja zgoda | twojej zgody | twoją zgodę | zarządzaj opcjami | zarządzaj ustawieniami
    informacji na urządzeniu | vaše soukromí | přijmout vše | odmítnout vše | používáme soubory cookie | váš souhlas
    vašeho souhlasu | мы используем cookie | мы используем файлы cookie | сайт использует cookie
    сайт использует файлы cookie | принять все | отклонить все | ваше согласие | ми використовуємо файли cookie
    прийняти всі | χρησιμοποιούμε cookies | αποδοχή όλων | απόρριψη όλων | çerezleri kullan | tümünü kabul et
    tümünü reddet | すべて同意 | すべて許可 | すべて拒否 | 同意して続ける | 同意して進む | cookieを使用して | クッキーを使用して | プライバシーを尊重 | cookieの使用に同意
    クッキーの使用に同意 | 我们使用cookie | 我们使用 cookie | 接受所有 | 全部接受 | 全部拒绝 | 使用cookie + 同意 | 쿠키를 사용 | 모두 동의 | 모두 수락 | 모두 거부
    نستخدم ملفات تعريف الارتباط | ملفات تعريف الارتباط + موافقتك | قبول الكل | رفض الكل | خصوصيتك
    =akkoord | =accept | =agree | =reject | =decline | =zustimmen | =ablehnen | =einverstanden | =akzeptieren
    =accepter | =refuser | =aceptar | =rechazar | =accetta | =rifiuta | =aceitar | =rejeitar | =recusar | =weigeren
    =accepteren | =acceptera | =neka | =avvisa | =afvis | =godta | =avslå | =hyväksy | =hylkää | =zgadzam się
    =akceptuję | =odrzuć | =souhlasím | =odmítnout | =同意する | =同意しない | =拒否する | =قبول | =موافق | =رفض 
    =statistics | =marketing | =statistik | =statistiken | =statistieken | =statistiques | =estadísticas | =statistiche
    =estatísticas | cookies + toestemming | cookies + je gedrag | cookies + uw gedrag | mogen we + cookies
    mogen wij + cookies | partners + cookies + je | vi og + partnere + cookies | vi och + partners + cookies
    cookie + 同意 | クッキー + 同意 | cookie + 提携 | クッキー + 提携 | cookie + 保存 | お客様 + cookie | お客様 + クッキー | cookie + 広告`,
  subscription: `
    !to continue reading | !to keep reading | !continue reading + subscri | !continue reading + account
    !to read the full | !to read this article | !to read the rest | !to read this story | !to read more + subscri
    !to unlock this | !unlock this article | !unlock this story | !unlock the full | !for subscribers only
    !only for subscribers | !subscribers only | !subscriber-only | !subscriber only | !exclusive to + subscribers
    !exclusively for + subscribers | !exclusive for + subscribers | available to + subscribers
    !reserved for + subscribers | !members only | !members-only | !for members only | !for paying | !for paid subscribers
    !available to members | !premium article | !premium content | !this is a premium | your free article
    free articles this | free articles remaining | free articles left | !reached your + limit
    !reached the limit + free | !article limit | !last free article | already a + subscriber | already subscribed
    already a member | subscribe now | subscribe today | subscribe for | become a subscriber | become a member
    start your free trial | start your subscription | try it for free | cancel anytime | cancel at any time
    unlimited access | unlimited digital access | full digital access | per month + subscri | per week + subscri
    choose your plan | choose a plan | subscription options | view offers | see subscription | !upgrade to paid
    upgrade your subscription | !this post is for paid | purchase a subscription | !subscribe to unlock
    subscribe to read | !need a subscription | !requires a subscription | !a subscription to read | !um weiterzulesen
    !jetzt weiterlesen | !weiterlesen mit | !weiterlesen + abo | !artikel + nur für abonnent | !nur für abonnent
    !exklusiv für abonnent | inhalt + für abonnent | !nur mit abo | mit einem abo | ihr abo | bereits abonnent
    schon abonnent | sie sind bereits abonnent | jetzt abonnieren | jetzt testen | monatlich kündbar
    jederzeit kündbar | kostenlos testen | !diesen artikel weiterlesen | !artikel freischalten | !zugang freischalten
    alle artikel lesen | zugriff auf alle | abo abschließen | probemonat | probeabo | !exklusiver inhalt
    kostenpflichtig | !réservé aux abonnés | !réservée aux abonnés | !réservés aux abonnés | !pour les abonnés
    !lire la suite + abonn | !pour lire la suite | !poursuivre votre lecture | !poursuivre la lecture
    !continuer votre lecture | déjà abonné | abonnez-vous | s'abonner | j'en profite | sans engagement
    accès illimité | !il vous reste + à lire | débloquer cet article | offre découverte | essai gratuit
    !solo para suscriptores | !sólo para suscriptores | !exclusivo para suscriptores | !exclusivo suscriptores
    !contenido exclusivo | !para seguir leyendo | !para continuar leyendo | ya eres suscriptor | ya soy suscriptor
    si ya eres suscriptor | suscríbete | suscríbase | hazte suscriptor | acceso ilimitado | cancela cuando quieras
    has alcanzado el límite | artículos gratuitos | prueba gratis | !riservato agli abbonati
    !riservata agli abbonati | !per gli abbonati | !solo per abbonati | !per continuare a leggere
    !per proseguire la lettura | sei già abbonato | !abbonati ora | !abbonati subito | !abbonati per
    attiva l'abbonamento | accesso illimitato | disdici quando vuoi | !contenuto premium | sblocca
    !exclusivo para assinantes | !exclusivo para subscritores | !só para assinantes | !reservado a assinantes
    !conteúdo exclusivo | !para continuar a ler | !para continuar lendo | já é assinante | já sou assinante | assine já
    assine agora | assine por | torne-se assinante | acesso ilimitado | cancele quando quiser | !alleen voor abonnees
    !exclusief voor abonnees | !voor abonnees | !om verder te lezen | verder lezen | lees verder met | al abonnee
    bent u al abonnee | ben je al abonnee | word abonnee | neem een abonnement | abonneer | onbeperkt toegang
    onbeperkt lezen | maandelijks opzegbaar | !endast för prenumeranter | !för prenumeranter | !för att läsa vidare
    !fortsätt läsa | läs vidare | redan prenumerant | är du prenumerant | bli prenumerant | prenumerera
    avsluta när du vill | !kun for abonnenter | !for abonnenter | !for at læse videre | læs videre | allerede abonnent
    er du abonnent | bliv abonnent | !for å lese videre | les videre | bli abonnent | !tilaajille | tilaa nyt
    jatka lukemista | !vain tilaajille | !tylko dla prenumeratorów | !dla prenumeratorów | !tylko dla subskrybentów
    !aby czytać dalej | !czytaj dalej | masz już prenumeratę | masz już subskrypcję | wykup dostęp | wykup prenumeratę
    wykup subskrypcję | kup dostęp | pozostało + artykułu | dostęp do wszystkich | !pouze pro předplatitele
    předplaťte si | !pro předplatitele | !только для подписчиков | !доступен по подписке | !доступно по подписке
    !оформите подписку | !чтобы читать дальше | !уже есть подписка | !μόνο για συνδρομητές | !γίνετε συνδρομητής
    abone olun | !abonelere özel | !有料会員限定 | !会員限定です | !会員限定記事 | !会員限定の記事 | !記事 + 会員限定 | !有料記事 | !有料会員 | 残り#文字 | !続きを読むには | !続きは有料 | !この続きを読む | !この記事は有料 | !登録して続き
    無料会員登録 | 今すぐ登録 | 月額 | !会员专享 | !订阅后 | !订阅以继续 | !立即订阅 | !付费阅读 | !구독자 전용 | !구독하고 | 유료 회원 | !للمشتركين فقط | اشترك الآن
    اشترك لمتابعة | !لمتابعة القراءة | !حصري للمشتركين
    !subscribers + reserved | !members + reserved | !abonnent + vorbehalten | !artikel + unseren abonnent
    !artikel + unsere abonnent | !abonnés + accéder | !suscriptores + reservado | !assinantes + reservado
    !abbonati + riservat | !premium-artikel | !premium artikel | !premiumartikel | !plus-artikel + abonn
    !abonnees + artikel | !lees + artikel verder | heb je al een abonnement | heeft u al een abonnement
    bekijk + abonnementen | proefabonnement | eerste maand voor | wählen sie + angebot | unsere angebote
    erster monat | im ersten monat | premier mois | primer mes | primo mese | primeiro mês | första månaden
    første måned | første måneden | pierwszy miesiąc | první měsíc | first month | 初月 | الشهر الأول
    få tillgång | få tilgang | få adgang | få fuld adgang | få full tilgang | köp prenumeration | köp abonnemang
    køb abonnement | kjøp abonnement | kjøp tilgang | allerede kunde | ingen bindningstid | ingen binding
    prenumeratą + przeczyta | už mám předplatné | koupit předplatné | !jen pro předplatitele | no commitment | our offers | nos offres | nos formules
    nuestras ofertas | le nostre offerte | nossas ofertas | onze aanbiedingen | våra erbjudanden | vore tilbud
    våre tilbud | nasze oferty | you've read + articles | you have read + articles | vous avez lu + articles
    sie haben + artikel gelesen | du hast + artikel gelesen | has leído + artículos | hai letto + articoli
    você leu + artigos | você leu + matérias | je hebt + artikelen gelezen | du har läst + artiklar
    du har læst + artikler | du har lest + artikler | du har lest + saker | articles gratuits
    kostenlose artikel | kostenlosen artikel | articoli gratuiti | artigos gratuitos | matérias gratuitas
    gratis artikelen | gratis artiklar | gratis artikler | darmowych artykułów
    scegli + abbonamento | elige + suscripción | choisissez + abonnement | wählen + abo | kies + abonnement`,
  'sign-in': `
    log in to | sign in to | login to | please log in | please sign in | please login | must be logged in
    must log in | must sign in | need to log in | need to sign in | you are not logged in | not signed in
    forgot your password | forgot password | forgotten your password | forgotten password | remember me
    keep me signed in | stay signed in | keep me logged in | create an account | create a free account
    create account | sign up for free | don't have an account | no account yet | new here | already have an account
    register for free | register to | register now | free account | email address + password | username + password
    enter your password | enter your email | reset password | continue with google | continue with apple
    sign in with google | sign in with apple | session has expired | log in with | melden sie sich | melde dich
    bitte anmelden | bitte einloggen | jetzt anmelden | jetzt registrieren | anmelden oder registrieren
    passwort vergessen | kennwort vergessen | angemeldet bleiben | noch kein konto | konto erstellen
    kostenlos registrieren | angemeldet sein | e-mail-adresse + passwort | benutzername + passwort | connectez-vous
    se connecter | veuillez vous connecter | mot de passe oublié | rester connecté | créer un compte
    créez un compte | créez votre compte | pas encore de compte | inscrivez-vous | identifiez-vous | inicia sesión
    iniciar sesión | inicie sesión | olvidaste tu contraseña | olvidado tu contraseña | crear una cuenta
    crea una cuenta | crea tu cuenta | no tienes cuenta | no tienes una cuenta | regístrate | regístrese
    recordarme | accedi per | effettua il login | effettua l'accesso | password dimenticata
    hai dimenticato la password | registrati | crea un account | non hai un account | non sei registrato
    resta connesso | ricordami | inicie sessão | iniciar sessão | faça login | faça o login | entre para
    esqueceu a senha | esqueci minha senha | esqueceu-se da palavra-passe | criar conta | crie uma conta
    não tem conta | cadastre-se | registe-se | log in om | inloggen om | meld je aan | meld u aan
    wachtwoord vergeten | ingelogd blijven | account aanmaken | maak een account | nog geen account | registreer
    logga in | glömt lösenord | glömt ditt lösenord | skapa konto | skapa ett konto | inget konto
    håll mig inloggad | log ind | glemt adgangskode | glemt kodeord | opret konto | opret en konto | logg inn
    glemt passord | opprett konto | kirjaudu sisään | unohtuiko salasana | luo tili | zaloguj się
    musisz się zalogować | nie pamiętasz hasła | zapomniałeś hasła | zapomniałem hasła | załóż konto
    nie masz konta | zarejestruj się | zapamiętaj mnie | přihlaste se | přihlásit se | zapomenuté heslo
    zapomněli jste heslo | vytvořit účet | войдите | войти | забыли пароль | зарегистрируйтесь | нет аккаунта
    συνδεθείτε | ξεχάσατε τον κωδικό | giriş yapın | şifremi unuttum | ログインしてください | ログインが必要 | ログインする | パスワードを忘れ
    新規登録 | アカウントを作成 | アカウントをお持ち | 请登录 | 请先登录 | 忘记密码 | 注册账号 | 로그인이 필요 | 로그인 후 | 비밀번호 찾기 | 비밀번호를 잊 | 회원가입
    تسجيل الدخول | سجل الدخول | نسيت كلمة المرور | إنشاء حساب
    bereits ein konto | schon ein konto | déjà un compte | créer mon compte | ya tienes cuenta | ya tienes una cuenta
    hai già un account | já tem conta | já tem uma conta | al een account | redan ett konto | redan konto
    allerede en konto | har allerede konto | masz już konto | už máte účet`,
  missing: `
    page not found | page can't be found | page cannot be found | page could not be found | page couldn't be found
    page doesn't exist | page does not exist | page no longer exists | page is no longer available
    can't find that page | can't find the page | cannot find the page | could not find the page
    couldn't find the page | couldn't find that page | couldn't find what you | can't find what you
    page you're looking for | page you are looking for | page you were looking for | page you requested
    page you have requested | page you tried | page has moved | page may have been moved | page has been removed
    page has been moved | article is no longer available | article has been removed | article could not be found
    article not found | story is no longer available | content is no longer available | content not found
    content is not available | link may be broken | link you followed | link is broken | mistyped the address
    check the address | check the url | check the spelling | return to the homepage | return to our homepage
    return to the home page | go back to the homepage | back to the homepage | go to the homepage
    go to our homepage | error # | # error | # not found | http # | internal server error | bad gateway
    service unavailable | gateway timeout | temporarily unavailable | down for maintenance | scheduled maintenance
    undergoing maintenance | be back soon | be back shortly | something went wrong | something has gone wrong
    an error has occurred | an error occurred | unexpected error | try again later | technical difficulties
    access denied | don't have permission | do not have permission | not available in your country
    not available in your region | unavailable in your | unavailable for legal reasons
    not available to + visitors from | reference # | oops | account has been suspended | domain is for sale
    domain has expired | apache server at | default web page | seite nicht gefunden | seite wurde nicht gefunden
    seite konnte nicht gefunden | seite existiert nicht | seite ist nicht mehr | seite gibt es nicht
    artikel nicht gefunden | artikel ist nicht mehr verfügbar | inhalt ist nicht mehr verfügbar | gesuchte seite
    gewünschte seite | zur startseite | fehler # | serverfehler | versuchen sie es später | wartungsarbeiten
    zugriff verweigert | ist ein fehler aufgetreten | vorübergehend nicht | page introuvable | page non trouvée
    page n'existe | page que vous recherchez | page que vous cherchez | page demandée | retour à l'accueil
    retourner à l'accueil | page d'accueil | erreur # | article introuvable | n'est plus disponible
    une erreur est survenue | une erreur s'est produite | réessayer plus tard | réessayez plus tard
    maintenance en cours | accès refusé | página no encontrada | página no existe | página que buscas
    página que busca | página que estás buscando | página solicitada | no se ha encontrado | no se encontró
    no hemos encontrado | no hemos podido encontrar | no podemos encontrar | volver al inicio | volver a la portada
    ir a la portada | ya no está disponible | ha ocurrido un error | se ha producido un error | inténtalo de nuevo
    inténtelo | acceso denegado | error del servidor | pagina non trovata | pagina non esiste | pagina che cerchi
    pagina che stai cercando | pagina richiesta | torna alla home | non è più disponibile
    si è verificato un errore | riprova più tardi | errore # | accesso negato | página não encontrada
    página não existe | página que procura | página que você procura | página que você está procurando
    página solicitada | voltar à página inicial | voltar para a página inicial | voltar ao início
    já não está disponível | não está mais disponível | ocorreu um erro | tente novamente | erro #
    pagina niet gevonden | pagina bestaat niet | pagina die je zoekt | pagina die u zoekt | pagina kan niet
    pagina kon niet | niet meer beschikbaar | terug naar de homepage | naar de homepage | naar de voorpagina
    er ging iets mis | er is iets misgegaan | er is iets fout | probeer het later | fout # | sidan hittades inte
    sidan kunde inte hittas | sidan finns inte | sidan du söker | sidan du letar | till startsidan | något gick fel
    försök igen senare | fel # | siden blev ikke fundet | siden findes ikke | siden finnes ikke
    siden ble ikke funnet | siden du leder | siden du leter | fant ikke siden | til forsiden | noget gik galt
    noe gikk galt | sivua ei löyd | hakemaasi sivua | etusivulle | nie znaleziono strony
    strona nie została znaleziona | strona nie istnieje | strony nie znaleziono | strona, której szukasz
    wróć na stronę główną | na stronę główną | przejdź na stronę główną | nie jest już dostępn | coś poszło nie tak
    wystąpił błąd | spróbuj ponownie | błąd # | stránka nenalezena | stránka nebyla nalezena | stránka neexistuje
    chyba # | страница не найдена | страницы не существует | ошибка # | на главную | сторінку не знайдено
    η σελίδα δεν βρέθηκε | sayfa bulunamadı | aradığınız sayfa | ページが見つかりません | ページは見つかりません | お探しのページ | ページは存在しません
    ページは削除 | 記事は見つかりません | 掲載期間が終了 | 公開を終了 | トップページへ | トップページに戻る | エラーが発生 | しばらくしてから | メンテナンス中 | 页面不存在 | 页面未找到
    找不到页面 | 您访问的页面 | 返回首页 | 페이지를 찾을 수 없 | 존재하지 않는 페이지 | 오류가 발생 | الصفحة غير موجودة | لم يتم العثور على الصفحة
    الصفحة التي تبحث عنها | العودة إلى الصفحة الرئيسية | حدث خطأ | try again in | be right back | having trouble
    pagina is er niet | artikel is verwijderd | kom later terug | probeer het opnieuw`,
  check: `
    just a moment | one moment, please | checking your browser | checking if the site connection is secure
    verify you are human | verify that you are human | verify you're human | verify that you're human
    verifying you are human | confirm you are human | confirm that you are human | confirm you are a human
    confirm you're human | prove you are human | you are not a robot | you're not a robot | i'm not a robot
    are you a robot | are you human | not a bot | unusual traffic | unusual activity | suspicious activity
    automated requests | automated access | automated traffic | complete the captcha | solve the captcha
    complete the security check | security check | security service to protect | enable javascript
    javascript is disabled | javascript is not enabled | javascript is required | requires javascript
    javascript to run this | turn on javascript | javascript and cookies | ddos protection | ray id
    your browser + will redirect | disable your ad blocker | disable your adblocker | turn off your ad blocker
    using an ad blocker | ad blocker detected | adblock detected | whitelist our site | please wait while
    einen moment bitte | kein roboter | sind sie ein mensch | dass sie ein mensch sind | ungewöhnlichen datenverkehr
    ungewöhnliche aktivität | aktivieren sie javascript | bitte aktivieren sie | javascript aktivieren
    javascript ist deaktiviert | javascript + aktiviert | sicherheitsprüfung | sicherheitsüberprüfung | werbeblocker
    adblocker | un instant | un robot | êtes humain | vérification de votre navigateur | vérification de sécurité
    trafic inhabituel | activer javascript | activez javascript | bloqueur de publicité | eres un robot
    eres humano | es humano | comprobando tu navegador | comprobando su navegador | comprobación de seguridad
    verificación de seguridad | tráfico inusual | actividad inusual | habilita javascript | activa javascript
    active javascript | habilitar javascript | bloqueador de anuncios | sei un robot | sei umano
    controllo di sicurezza | verifica di sicurezza | traffico insolito | abilita javascript | attiva javascript
    abilitare javascript | é um robô | não é um robô | é humano | verificação de segurança | tráfego incomum
    ative o javascript | ativar o javascript | habilite o javascript | geen robot | een mens bent
    controleren van je browser | beveiligingscontrole | ongebruikelijk verkeer | schakel javascript in
    zet javascript aan | javascript inschakelen | inte en robot | är en människa | säkerhetskontroll
    ovanlig trafik | aktivera javascript | ikke en robot | sikkerhedskontrol | aktivér javascript
    nie jesteś robotem | jesteś człowiekiem | sprawdzanie przeglądarki | weryfikacja bezpieczeństwa | nietypowy ruch
    włącz javascript | włącz obsługę javascript | nejste robot | zapněte javascript | вы не робот
    проверка браузера | подозрительная активность | включите javascript | robot olmadığınızı | ロボットではありません
    ロボットではない | お使いのブラウザを確認 | javascriptを有効 | 通常と異なるトラフィック | 不審なアクセス | セキュリティチェック | 我不是机器人 | 人机验证 | 安全验证
    请启用javascript | 请开启javascript | 로봇이 아닙니다 | 자바스크립트를 활성화 | لست روبوت | تفعيل جافا سكريبت | تفعيل javascript
    you are a person | you're a person | you are a real person | you're a real person | not a machine
    security of your connection | request id | sie eine person sind | dass sie kein bot | personne réelle
    sécurité de votre connexion | seguridad de tu conexión | seguridad de su conexión | sicurezza della connessione
    sicherheit ihrer verbindung | beveiliging van je verbinding | blocco + pubblicità | blocco degli annunci
    usi un ad blocker | usando un ad blocker | disattiva + ad blocker | desactiva + bloqueador | désactive + bloqueur
    bloqueur de pub | bloqueador de publicidad | bloqueador de anúncios | schakel + adblocker | reklamblockerare
    annonsblockerare | annonceblokering | reklameblokkering | annonseblokkering | blokowanie reklam | wyłącz adblock
    mainosten esto | blokátor reklam | 広告ブロック | مانع الإعلانات | slå på javascript | slå til javascript
    javascript er slått av | javascript er slået fra | javascript er deaktivert | javascript är avstängt
    javascript är inaktiverat | javascript is uitgeschakeld | javascript + uitgeschakeld | aktiver javascript
    krever javascript | kræver javascript | kräver javascript | vereist javascript | wymaga javascript
    requiere javascript | necesita javascript | nécessite javascript | richiede javascript | requer javascript
    erfordert javascript | benötigt javascript | vyžaduje javascript | ota javascript | javascript est désactivé
    javascript + desactivado | javascript + disattivato | javascript + desativado | javascript jest wyłączon
    javascriptが無効`,
};

export interface NoticePhrase {
  /** They must all stand in one sentence. */
  readonly parts: readonly string[];
  /** Nothing else stands in the sentence: the word of a button, which an article says in its sentences. */
  readonly isWhole: boolean;
  /** Text is held back; others may stand beside a whole article as an offer. */
  readonly isGate: boolean;
}

export const noticePhrases: readonly { readonly kind: NoticeKind; readonly phrases: readonly NoticePhrase[] }[] =
  Object.entries(listed).map(([kind, lines]) => ({
    kind: kind as NoticeKind,
    phrases: lines
      .split(/[|\n]/)
      .map((phrase) => phrase.trim())
      .filter(Boolean)
      .map((phrase) => ({
        parts: phrase.replace(/^[!=]/, '').split(' + '),
        isGate: phrase.startsWith('!'),
        isWhole: phrase.startsWith('='),
      })),
  }));

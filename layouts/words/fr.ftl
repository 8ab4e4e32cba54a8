# Interface words: French. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Projet de document – ne pas diffuser
draft-subject = [PROJET] { $subject }
waiting-for = En attente de : { $who }
sensitive-mark = Sensible – réservé aux partenaires et au bailleur de fonds

report-title = Rapport sur les synergies
issue-line = Numéro { $number } · { $period }
page-of = Page { $page } sur { $pages }
not-supplied = non communiqué
in-short = En bref
numbers = En chiffres
next-step = Prochaine étape
next-steps = Prochaines étapes
no-next-step = Aucune action n’est en cours.
asked = Ce qui est demandé au chargé de projet
asked-nothing = Rien: ce rapport est transmis pour information.
not-reported = Ce qui n’est pas rapporté
not-reported-lead = Absents de ce numéro, faute de données:
not-reported-meetings = réunions
not-reported-news = actualités
not-reported-decisions = décisions
not-reported-events = événements
not-reported-indicators = indicateurs
not-reported-grants = les numéros des conventions de subvention de { $projects }
not-reported-attendance = le nombre de participants

number-projects = { $count-form ->
    [one] projet
   *[other] projets
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] réunion tenue
   *[other] réunions tenues
 }
number-actions = { $count-form ->
    [one] action en cours
   *[other] actions en cours
 }
number-countries = { $count-form ->
    [one] pays cité par les projets
   *[other] pays cités par les projets
 }

news = Actualités
meeting-kind = Réunion
meeting-date = Date
meeting-host = Hôte
meeting-organiser = Convoquée par
meeting-chair = Présidence
event-register = Inscription avant le { $date }
event-organised = Organisation : { $who }
event-attended = Participants : { $count }
event-expected = Attendus : { $count }
meeting-mode = Modalité
meeting-place = Lieu
meeting-present = Projets présents
meeting-total = Personnes présentes
meeting-agenda = Ordre du jour
meeting-regrets = Excusés
meeting-next = Prochaine réunion
mode-online = en ligne
mode-in-person = en présence
mode-hybrid = en ligne et en présence
decisions = Décisions
actions = Actions
action-what = Quoi
action-who = Qui
action-due = Échéance
action-state = État
action-no-owner = non désigné
action-no-due = non fixée
state-open = en cours
state-open-since = { $days-form ->
    [one] en cours depuis le { $date } ({ $days } jour)
   *[other] en cours depuis le { $date } ({ $days } jours)
 }
state-overdue = en retard
state-done = terminée le { $date }
state-dropped = abandonnée le { $date }
events = Événements
event-when = Quand
event-what = Quoi
event-where = Où
event-state = État
event-planned = prévu
event-confirmed = confirmé
event-held = tenu
event-postponed = reporté
event-cancelled = annulé
indicators = Indicateurs
indicator-what = Indicateur
indicator-value = Valeur
indicator-target = Cible
indicator-period = Période

cluster = Le groupe de projets en un coup d’œil
cluster-project = Projet
cluster-programme = Programme
cluster-grant = Convention de subvention
cluster-countries = Pays
cluster-dates = Durée
dates-from-to = { $from } – { $to }
dates-from = à partir de { $from }
dates-to = jusqu’à { $to }
profiles = Les projets
profile-programme = Programme
profile-coordinator = Coordinateur
eu = UE
profile-partners = Partenaires
profile-countries = Pays
profile-themes = Thèmes
profile-groups = Pour
profile-instruments = Instruments
profile-budget = Budget
profile-budget-eu = { $budget }, dont UE { $part }
profile-code = Code
profile-web = Page web

acknowledgement = Mention du financement
statement-for = { $projects }
disclaimers = Avertissement
emblem-alt = Drapeau de l’Union européenne: un cercle de douze étoiles d’or sur fond bleu
footnotes = Notes
colophon = À propos de ce rapport
colophon-made = Réalisé avec Bulletin { $version } à partir des sources du groupe de projets au { $date }.
colophon-hash = Sources: SHA-256 { $hash }
colophon-data = Les données imprimées ici sont jointes à ce fichier sous le nom report.json.
colophon-credits = Images: { $credits }
attachment = Les données imprimées dans ce rapport
publisher = Publié par { $publisher }

mail-masthead-issue = Numéro { $number }, { $period }
mail-note = Le mot de la rédaction
mail-projects = Qui fait quoi
mail-next = La suite
mail-next-item = { $owner }: { $text }
mail-next-due = (échéance: { $date })
mail-next-nothing = Aucune action n’est en cours.
mail-dates = Dates et échéances
mail-deadline = Échéance
mail-ask = Une question pour vous
mail-answer = Répondez à ce message: une personne le lira.
mail-stories = Autres actualités
mail-why = Pourquoi vous recevez ce message
mail-who = Qui nous sommes
mail-privacy = Protection des données
mail-unsubscribe = Se désabonner de cette lettre
left-done = Vous êtes désabonné. Plus rien ne vous sera envoyé.
subscribe-button = S’abonner
subscribe-address = Votre adresse électronique
subscribe-consent = Je souhaite recevoir { $name } par courrier électronique. Je peux me désabonner à tout moment.
subscribe-sent = S’il est possible d’écrire à cette adresse, un message est en route. Ouvrez-le et confirmez.
subscribe-confirm = Oui, je m’abonne
subscribe-done = Vous êtes abonné. Merci !
mail-unsubscribe-how = Un message suffit; il ne sert à rien d’autre.
mail-no-tracking = Ce message ne contient aucun traceur: son ouverture n’est signalée à personne.
mail-reason-default = Vous recevez cette lettre parce que vous figurez sur la liste de { $cluster }.
text-links = Liens

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = note
alert-note = Note
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention
paste-links = cliquez ici | ici | lire la suite | en savoir plus | lire plus | plus | ce lien | lien | voir ici
paste-chrome = retour en haut | haut de page | aller au contenu | aller au contenu principal | partager | partager sur facebook | partager sur linkedin | paramètres des cookies | accepter tous les cookies | laisser un commentaire | article précédent | article suivant | lire la suite | tous droits réservés
paste-and = et | ou | à | ni | mais

# What two projects share.
shared-themes = tous deux sur { $list }
shared-groups = tous deux travaillent avec { $list }
shared-instruments = tous deux utilisent { $list }
shared-countries = tous deux en { $list }

# Charts.
chart-target = cible
chart-what = Quoi
chart-pair = Paire
chart-overlap = En commun

# What projects did together, what changed, what comes next.
joint = Ensemble
joint-meeting = Réunion
joint-news = Actualité
joint-event = Événement
joint-action = Action terminée
joint-synergy = Synergie
joint-kind = Type
joint-who = Qui
joint-when = Quand
changes = Depuis le dernier numéro
change-opened = { $count-form ->
    [one] { $count } action a été convenue
   *[other] { $count } actions ont été convenues
 }
change-closed = { $count-form ->
    [one] { $count } action a été terminée
   *[other] { $count } actions ont été terminées
 }
change-overdue = { $count-form ->
    [one] { $count } action a pris du retard
   *[other] { $count } actions ont pris du retard
 }
change-started = { $project } a commencé le { $date }
change-ended = { $project } a pris fin le { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Points communs
common-topic = Sujet
common-shared = Ce qu’ils partagent
common-state = État
synergy-done = réalisée
synergy-planned = prévue
synergy-suggested = proposée
synergy-computed = calculée, non décidée
matrix-title = Ce que chaque paire de projets a en commun, en pour cent
timeline-title = Événements tenus et prévus
coming = À venir
coming-kind = Type
next-action = échéance d’une action
next-event = événement
news-other = Autres nouvelles
credits = Crédits photographiques
silent = Aucune nouvelle de { $projects }.
a-partner = un partenaire
programme-other = autre

# A report over a period, and the note that goes with it.
meetings = Réunions
activities = Communication et diffusion
activity-reported = Déjà dans
activity-delivered = réalisée
activity-ongoing = en cours
activity-postponed = reportée
activity-cancelled = annulée
activity-not-started = non commencée
next-more = { $count-form ->
    [one] et { $count } autre
   *[other] et { $count } autres
 }
cover-to = Au chargé de projet
cover-1 = Ci-joint le rapport sur les synergies de { $cluster } pour { $period }.
cover-2 = Résultats communs: { $joint }; réunions: { $meetings }; actualités: { $news }.
cover-3 = Actions: { $actions }, dont terminées: { $closed }, en cours: { $open }.
cover-4 = Rien ne vous est demandé: le rapport est transmis pour information.
cover-5 = Les données imprimées sont jointes au PDF sous le nom report.json; questions à { $address }.
period-headline = Les synergies: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Livrable
deliverable-title = Titre complet du projet
deliverable-number = Numéro du livrable
deliverable-work-package = Lot de travaux
deliverable-due = Échéance (contrat)
deliverable-actual = Date de remise
deliverable-nature = Nature
deliverable-report = Rapport
deliverable-level = Niveau de diffusion
deliverable-level-public = PU – Public
deliverable-level-sensitive = SEN – Sensible
deliverable-lead = Bénéficiaire responsable
deliverable-authors = Auteurs
deliverable-contributors = Contributeurs
history = Historique du document
history-version = Version
history-change = Modification
history-by = Par
history-first = Première version
portal = Activités dans les colonnes du portail du bailleur de fonds

# The web edition, and what the mail links to.
language-name = Français
web-skip = Aller au contenu
web-archive = Tous les numéros
web-report = Le rapport en PDF
web-feed = Flux Atom
web-calendar = Tous les événements au format calendrier
web-languages = Autres langues
web-in-report = dans le rapport
mail-online = Lire en ligne
mail-calendar = Événement d’agenda: { $title }
mail-partners = Les pages des projets
mail-no-tracking-hosted = Ce message ne contient aucun traceur: ses images viennent de { $host }, les mêmes pour tous les lecteurs.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] personne
   *[other] personnes
 }
state-open-for = { $days-form ->
    [one] en cours depuis { $days } jour
   *[other] en cours depuis { $days } jours
 }
overdue-count = { $count } en retard
indicator-progress = { $percent } de { $target }
quarter = { $ordinal } trimestre { $year }
map = Projets par pays
map-other = Aussi: { $list }
code-alt = Code menant à ce numéro en ligne: { $url }
code-text = Ce numéro en ligne
contents = Dans ce rapport
contacts = Contacts
contact-publisher = Éditeur
contact-mail = Questions
contact-web = Tous les numéros
project-month = mois { $month } sur { $months }
project-begins = commence le { $date }
project-ended = terminé le { $date }
project-news = Dans ce numéro
project-silent = Aucune nouvelle dans ce numéro.
not-supplied-of = Non communiqué: { $list }
strongest = Le plus en commun
matrix-more = Toutes les paires figurent dans les données jointes.
meeting-kind-plural = Réunions
all-values = Toutes les valeurs
chart-today = aujourd’hui
actions-more = Toutes les actions en cours, avec leurs dates, figurent dans la section «{ $section }».
photo = Photo
story-language = en { $language }
mail-button = Lire tout l’article
mail-figures = En chiffres
mail-brief = En bref
mail-all = { $count-form ->
    [one] L’article en ligne
   *[other] Les { $count } articles en ligne
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minute de lecture
   *[other] { $minutes } minutes de lecture
 }
mail-report-pages = { $pages-form ->
    [one] rapport en PDF ({ $pages } page)
   *[other] rapport en PDF ({ $pages } pages)
 }
mail-report-pdf = rapport en PDF
mail-online-short = en ligne
mail-add-calendar = ajouter à l’agenda
mail-of-target = de { $target }
web-contents = Sur cette page
web-read = Lire
web-pdf = PDF
web-intro = Actualités, rapports et dates de { $cluster }, numéro par numéro.
web-map = Où travaillent les projets
web-project-issues = Dans les numéros
web-back = Tous les projets et numéros
web-subscribe = S’abonner
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Première page du rapport

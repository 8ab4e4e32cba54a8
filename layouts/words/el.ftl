# Interface words: Greek. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Προσχέδιο – όχι για δημοσίευση
draft-subject = [ΠΡΟΣΧΕΔΙΟ] { $subject }
waiting-for = Αναμένεται: { $who }
sensitive-mark = Ευαίσθητο – μόνο για τους εταίρους και τον χρηματοδότη

report-title = Έκθεση συνεργειών
issue-line = Τεύχος { $number } · { $period }
page-of = Σελίδα { $page } από { $pages }
not-supplied = δεν δόθηκε
in-short = Με λίγα λόγια
numbers = Σε αριθμούς
next-step = Επόμενο βήμα
next-steps = Επόμενα βήματα
no-next-step = Καμία ενέργεια δεν είναι ανοιχτή.
asked = Τι ζητείται από τον υπεύθυνο έργου
asked-nothing = Τίποτα: η έκθεση είναι ενημερωτική.
not-reported = Τι δεν αναφέρεται
not-reported-lead = Δεν περιλαμβάνονται, επειδή δεν καταγράφηκαν:
not-reported-meetings = συναντήσεις
not-reported-news = νέα
not-reported-decisions = αποφάσεις
not-reported-events = εκδηλώσεις
not-reported-indicators = δείκτες
not-reported-grants = οι αριθμοί συμφωνίας επιχορήγησης των { $projects }
not-reported-attendance = ο αριθμός των συμμετεχόντων

number-projects = { $count-form ->
    [one] έργο
   *[other] έργα
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] συνάντηση
   *[other] συναντήσεις
 }
number-actions = { $count-form ->
    [one] ανοιχτή ενέργεια
   *[other] ανοιχτές ενέργειες
 }
number-countries = { $count-form ->
    [one] χώρα που αναφέρουν τα έργα
   *[other] χώρες που αναφέρουν τα έργα
 }

news = Νέα
meeting-kind = Συνάντηση
meeting-date = Ημερομηνία
meeting-host = Οικοδεσπότης
meeting-organiser = Συγκλήθηκε από
meeting-chair = Προεδρεύει
event-register = Εγγραφή έως { $date }
event-organised = Διοργάνωση: { $who }
event-attended = Συμμετείχαν: { $count }
event-expected = Αναμένονται: { $count }
meeting-mode = Τρόπος
meeting-place = Τόπος
meeting-present = Έργα που συμμετείχαν
meeting-total = Συμμετέχοντες
meeting-agenda = Ημερήσια διάταξη
meeting-regrets = Απουσίες
meeting-next = Επόμενη συνάντηση
mode-online = διαδικτυακά
mode-in-person = με φυσική παρουσία
mode-hybrid = διαδικτυακά και με φυσική παρουσία
decisions = Αποφάσεις
actions = Ενέργειες
action-what = Τι
action-who = Ποιος
action-due = Προθεσμία
action-state = Κατάσταση
action-no-owner = χωρίς υπεύθυνο
action-no-due = δεν ορίστηκε
state-open = ανοιχτή
state-open-since = ανοιχτή από { $date } ({ $days-form ->
    [one] 1 ημέρα
   *[other] { $days } ημέρες
 })
state-overdue = εκπρόθεσμη
state-done = ολοκληρώθηκε στις { $date }
state-dropped = εγκαταλείφθηκε στις { $date }
events = Εκδηλώσεις
event-when = Πότε
event-what = Τι
event-where = Πού
event-state = Κατάσταση
event-planned = προγραμματισμένη
event-confirmed = επιβεβαιωμένη
event-held = πραγματοποιήθηκε
event-postponed = αναβλήθηκε
event-cancelled = ακυρώθηκε
indicators = Δείκτες
indicator-what = Δείκτης
indicator-value = Τιμή
indicator-target = Στόχος
indicator-period = Περίοδος

cluster = Η συστάδα με μια ματιά
cluster-project = Έργο
cluster-programme = Πρόγραμμα
cluster-grant = Συμφωνία επιχορήγησης
cluster-countries = Χώρες
cluster-dates = Διάρκεια
dates-from-to = { $from } – { $to }
dates-from = από { $from }
dates-to = έως { $to }
profiles = Τα έργα
profile-programme = Πρόγραμμα
profile-coordinator = Συντονιστής
eu = ΕΕ
profile-partners = Εταίροι
profile-countries = Χώρες
profile-themes = Θέματα
profile-groups = Για
profile-instruments = Εργαλεία
profile-budget = Προϋπολογισμός
profile-budget-eu = { $budget }, από τα οποία ΕΕ { $part }
profile-code = Κωδικός
profile-web = Ιστοσελίδα

acknowledgement = Χρηματοδότηση
statement-for = { $projects }
disclaimers = Αποποίηση ευθύνης
emblem-alt = Σημαία της Ευρωπαϊκής Ένωσης: κύκλος από δώδεκα χρυσά αστέρια σε μπλε φόντο
footnotes = Σημειώσεις
colophon = Σχετικά με την έκθεση
colophon-made = Δημιουργήθηκε με το Bulletin { $version } από τις πηγές της συστάδας στις { $date }.
colophon-hash = Πηγές: SHA-256 { $hash }
colophon-data = Τα δεδομένα που τυπώνονται εδώ επισυνάπτονται στο αρχείο ως report.json.
colophon-credits = Εικόνες: { $credits }
attachment = Τα δεδομένα που τυπώνονται στην έκθεση
publisher = Εκδότης: { $publisher }

mail-masthead-issue = Τεύχος { $number }, { $period }
mail-note = Από τη σύνταξη
mail-projects = Ποιος κάνει τι
mail-next = Τι ακολουθεί
mail-next-item = { $owner }: { $text }
mail-next-due = (έως { $date })
mail-next-nothing = Καμία ενέργεια δεν είναι ανοιχτή.
mail-dates = Ημερομηνίες και προθεσμίες
mail-deadline = Προθεσμία
mail-ask = Μια ερώτηση προς εσάς
mail-answer = Απαντήστε σε αυτό το μήνυμα: το διαβάζει άνθρωπος.
mail-stories = Περισσότερα νέα
mail-why = Γιατί το λαμβάνετε
mail-who = Ποιοι είμαστε
mail-privacy = Δήλωση απορρήτου
mail-unsubscribe = Διαγραφή από το ενημερωτικό δελτίο
left-done = Διαγραφήκατε. Δεν θα σας σταλεί τίποτε άλλο.
subscribe-button = Εγγραφή
subscribe-address = Η διεύθυνση ηλεκτρονικού ταχυδρομείου σας
subscribe-consent = Θέλω να λαμβάνω το { $name } με ηλεκτρονικό ταχυδρομείο. Μπορώ να διαγραφώ οποτεδήποτε.
subscribe-sent = Αν μπορούμε να γράψουμε σε αυτή τη διεύθυνση, ένα μήνυμα είναι καθ’ οδόν. Ανοίξτε το και επιβεβαιώστε.
subscribe-confirm = Ναι, εγγράφομαι
subscribe-done = Εγγραφήκατε. Ευχαριστούμε!
mail-unsubscribe-how = Αρκεί ένα μήνυμα· τίποτε άλλο δεν γίνεται με αυτό.
mail-no-tracking = Το μήνυμα δεν περιέχει παρακολούθηση: το άνοιγμά του δεν ενημερώνει κανέναν.
mail-reason-default = Λαμβάνετε αυτό το δελτίο επειδή είστε στον κατάλογο: { $cluster }.
text-links = Σύνδεσμοι

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = σημείωση
alert-note = Σημείωση
alert-tip = Συμβουλή
alert-important = Σημαντικό
alert-warning = Προειδοποίηση
alert-caution = Προσοχή
paste-links = εδώ | κάντε κλικ εδώ | πατήστε εδώ | περισσότερα | διαβάστε περισσότερα | σύνδεσμος
paste-chrome = μετάβαση στο περιεχόμενο | διαβάστε περισσότερα | κοινοποίηση | επιστροφή στην κορυφή | αποδοχή cookies
paste-and = και | ή | έως

# What two projects share.
shared-themes = και τα δύο για: { $list }
shared-groups = και τα δύο συνεργάζονται με: { $list }
shared-instruments = και τα δύο χρησιμοποιούν: { $list }
shared-countries = και τα δύο σε: { $list }

# Charts.
chart-target = στόχος
chart-what = Τι
chart-pair = Ζεύγος
chart-overlap = Κοινά

# What projects did together, what changed, what comes next.
joint = Από κοινού
joint-meeting = Συνάντηση
joint-news = Νέα
joint-event = Εκδήλωση
joint-action = Ενέργεια που ολοκληρώθηκε
joint-synergy = Συνέργεια
joint-kind = Είδος
joint-who = Ποιοι
joint-when = Πότε
changes = Από το προηγούμενο τεύχος
change-opened = { $count-form ->
    [one] συμφωνήθηκε 1 ενέργεια
   *[other] συμφωνήθηκαν { $count } ενέργειες
 }
change-closed = { $count-form ->
    [one] έκλεισε 1 ενέργεια
   *[other] έκλεισαν { $count } ενέργειες
 }
change-overdue = { $count-form ->
    [one] 1 ενέργεια έγινε εκπρόθεσμη
   *[other] { $count } ενέργειες έγιναν εκπρόθεσμες
 }
change-started = το έργο { $project } άρχισε στις { $date }
change-ended = το έργο { $project } έληξε στις { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Κοινό έδαφος
common-topic = Θέμα
common-shared = Τι έχουν κοινό
common-state = Κατάσταση
synergy-done = ολοκληρώθηκε
synergy-planned = προγραμματίζεται
synergy-suggested = προτείνεται
synergy-computed = υπολογίστηκε, εκκρεμεί
matrix-title = Πόσα έχει κοινά κάθε ζεύγος έργων, επί τοις εκατό
timeline-title = Εκδηλώσεις που έγιναν και προγραμματίζονται
coming = Τι ακολουθεί
coming-kind = Είδος
next-action = προθεσμία ενέργειας
next-event = εκδήλωση
news-other = Περισσότερα νέα
credits = Πηγές εικόνων
silent = Δεν ήρθαν νέα από { $projects }.
a-partner = ένας εταίρος
programme-other = άλλο

# A report over a period, and the note that goes with it.
meetings = Συναντήσεις
activities = Επικοινωνία και διάδοση
activity-reported = Ήδη στην έκθεση
activity-delivered = ολοκληρώθηκε
activity-ongoing = σε εξέλιξη
activity-postponed = αναβλήθηκε
activity-cancelled = ακυρώθηκε
activity-not-started = δεν άρχισε
next-more = { $count-form ->
    [one] και 1 ακόμα
   *[other] και { $count } ακόμα
 }
cover-to = Προς τον υπεύθυνο έργου
cover-1 = Συνημμένη η έκθεση συνεργειών: { $cluster }, { $period }.
cover-2 = Κοινά αποτελέσματα: { $joint }, συναντήσεις: { $meetings }, νέα: { $news }.
cover-3 = Ενέργειες: { $actions }, έκλεισαν: { $closed }, ανοιχτές: { $open }.
cover-4 = Δεν σας ζητείται τίποτα: η έκθεση είναι ενημερωτική.
cover-5 = Τα δεδομένα βρίσκονται μέσα στο PDF ως report.json· ερωτήσεις στη διεύθυνση { $address }.
period-headline = Το έργο συνεργειών: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Παραδοτέο
deliverable-title = Πλήρης τίτλος του έργου
deliverable-number = Αριθμός παραδοτέου
deliverable-work-package = Πακέτο εργασίας
deliverable-due = Συμβατική προθεσμία
deliverable-actual = Ημερομηνία παράδοσης
deliverable-nature = Είδος
deliverable-report = Έκθεση
deliverable-level = Επίπεδο διάδοσης
deliverable-level-public = PU – Δημόσιο
deliverable-level-sensitive = SEN – Ευαίσθητο
deliverable-lead = Επικεφαλής δικαιούχος
deliverable-authors = Συντάκτες
deliverable-contributors = Συνεισφέροντες
history = Ιστορικό του εγγράφου
history-version = Έκδοση
history-change = Αλλαγή
history-by = Από
history-first = Πρώτη έκδοση
portal = Δραστηριότητες στις στήλες της πύλης του χρηματοδότη

# The web edition, and what the mail links to.
language-name = Ελληνικά
web-skip = Μετάβαση στο περιεχόμενο
web-archive = Όλα τα τεύχη
web-report = Η έκθεση σε PDF
web-feed = Ροή Atom
web-calendar = Όλες οι εκδηλώσεις ως ημερολόγιο
web-languages = Άλλες γλώσσες
web-in-report = στην έκθεση
mail-online = Ανάγνωση στον ιστό
mail-calendar = Καταχώριση ημερολογίου: { $title }
mail-partners = Οι σελίδες των έργων
mail-no-tracking-hosted = Το μήνυμα δεν περιέχει παρακολούθηση: οι εικόνες του έρχονται από το { $host }, ίδιες για όλους τους αναγνώστες.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] άτομο
   *[other] άτομα
 }
state-open-for = ανοιχτή επί { $days } ημέρες
overdue-count = { $count } εκπρόθεσμες
indicator-progress = { $percent } από { $target }
quarter = { $ordinal } τρίμηνο { $year }
map = Έργα ανά χώρα
map-other = Επίσης: { $list }
code-alt = Κωδικός που οδηγεί σε αυτό το τεύχος στον ιστό: { $url }
code-text = Το τεύχος στον ιστό
contents = Σε αυτή την έκθεση
contacts = Επικοινωνία
contact-publisher = Εκδότης
contact-mail = Ερωτήσεις
contact-web = Όλα τα τεύχη
project-month = μήνας { $month } από { $months }
project-begins = αρχίζει στις { $date }
project-ended = έληξε στις { $date }
project-news = Σε αυτό το τεύχος
project-silent = Χωρίς νέα σε αυτό το τεύχος.
not-supplied-of = Δεν δόθηκαν: { $list }
strongest = Τα περισσότερα κοινά
matrix-more = Όλα τα ζεύγη υπάρχουν στα συνημμένα δεδομένα.
meeting-kind-plural = Συναντήσεις
all-values = Όλες οι τιμές
chart-today = σήμερα
actions-more = Όλες οι ανοιχτές ενέργειες με τις ημερομηνίες τους βρίσκονται στην ενότητα «{ $section }».
photo = Φωτογραφία
story-language = { $language }
mail-button = Διαβάστε ολόκληρο το κείμενο
mail-figures = Σε αριθμούς
mail-brief = Με λίγα λόγια
mail-all = { $count-form ->
    [one] Το κείμενο στον ιστό
   *[other] Και τα { $count } κείμενα στον ιστό
 }
mail-minutes = { $minutes-form ->
    [one] 1 λεπτό ανάγνωσης
   *[other] { $minutes } λεπτά ανάγνωσης
 }
mail-report-pages = έκθεση σε PDF ({ $pages-form ->
    [one] 1 σελίδα
   *[other] { $pages } σελίδες
 })
mail-report-pdf = έκθεση σε PDF
mail-online-short = στον ιστό
mail-add-calendar = στο ημερολόγιο
mail-of-target = από { $target }
web-contents = Σε αυτή τη σελίδα
web-read = Ανάγνωση
web-pdf = PDF
web-intro = Νέα, εκθέσεις και ημερομηνίες: { $cluster }, τεύχος προς τεύχος.
web-map = Πού δραστηριοποιούνται τα έργα
web-project-issues = Στα τεύχη
web-back = Όλα τα έργα και τα τεύχη
web-subscribe = Εγγραφή
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Πρώτη σελίδα της έκθεσης

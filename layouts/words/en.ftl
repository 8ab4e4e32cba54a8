# Interface words in English. Each language is one such file.
# `verified-by` names who read it with a native eye; without it every build in the language warns.
verified-by = the authors

draft-mark = Draft – not for publication
draft-subject = [DRAFT] { $subject }
waiting-for = Waiting for { $who }
sensitive-mark = Sensitive – for the partners and the funder only

report-title = Synergy report
issue-line = Issue { $number } · { $period }
page-of = Page { $page } of { $pages }
not-supplied = not supplied
in-short = In short
numbers = In numbers
next-step = Next step
next-steps = Next steps
no-next-step = No action is open.
asked = What is asked of the project officer
asked-nothing = Nothing: this report is for information.
not-reported = What is not reported
not-reported-lead = Not in this issue, because nothing was recorded:
not-reported-meetings = meetings
not-reported-news = news
not-reported-decisions = decisions
not-reported-events = events
not-reported-indicators = indicators
not-reported-grants = the grant agreement numbers of { $projects }
not-reported-attendance = the number of people who took part

number-projects = { $count-form ->
    [one] project
   *[other] projects
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] meeting held
   *[other] meetings held
 }
number-actions = { $count-form ->
    [one] action open
   *[other] actions open
 }
number-countries = { $count-form ->
    [one] country named by projects
   *[other] countries named by projects
 }

news = News
meeting-kind = Meeting
meeting-date = Date
meeting-host = Host
meeting-organiser = Called by
meeting-chair = Chair
event-register = Register by { $date }
event-organised = Organised by { $who }
event-attended = Took part: { $count }
event-expected = Expected: { $count }
meeting-mode = Held
meeting-place = Place
meeting-present = Projects present
meeting-total = People present
meeting-agenda = Agenda
meeting-regrets = Regrets
meeting-next = Next meeting
mode-online = online
mode-in-person = in person
mode-hybrid = online and in person
decisions = Decisions
actions = Actions
action-what = What
action-who = Who
action-due = Due
action-state = State
action-no-owner = nobody named
action-no-due = not set
state-open = open
state-open-since = open since { $date } ({ $days-form ->
    [one] 1 day
   *[other] { $days } days
 })
state-overdue = overdue
state-done = done on { $date }
state-dropped = dropped on { $date }
events = Events
event-when = When
event-what = What
event-where = Where
event-state = State
event-planned = planned
event-confirmed = confirmed
event-held = held
event-postponed = postponed
event-cancelled = cancelled
indicators = Indicators
indicator-what = Indicator
indicator-value = Value
indicator-target = Target
indicator-period = Period

cluster = The cluster at a glance
cluster-project = Project
cluster-programme = Programme
cluster-grant = Grant agreement
cluster-countries = Countries
cluster-dates = Runs
dates-from-to = { $from } – { $to }
dates-from = from { $from }
dates-to = until { $to }
profiles = The projects
profile-programme = Programme
profile-coordinator = Coordinator
eu = EU
profile-partners = Partners
profile-countries = Countries
profile-themes = Themes
profile-groups = For
profile-instruments = Instruments
profile-budget = Budget
profile-budget-eu = { $budget }, of which EU { $part }
profile-code = Code
profile-web = Web page

acknowledgement = Acknowledgement
statement-for = { $projects }
disclaimers = Disclaimer
emblem-alt = Flag of the European Union: a circle of twelve gold stars on blue
footnotes = Notes
colophon = About this report
colophon-made = Made with Bulletin { $version } from the cluster's sources as of { $date }.
colophon-hash = Sources: SHA-256 { $hash }
colophon-data = The data printed here is attached to this file as report.json.
colophon-credits = Pictures: { $credits }
attachment = The data printed in this report
publisher = Published by { $publisher }

mail-masthead-issue = Issue { $number }, { $period }
mail-note = From the editor
mail-projects = Who does what
mail-next = What happens next
mail-next-item = { $owner }: { $text }
mail-next-due = (by { $date })
mail-next-nothing = No action is open.
mail-dates = Dates and deadlines
mail-deadline = Deadline
mail-ask = One question to you
mail-answer = Reply to this mail: a person reads it.
mail-stories = More news
mail-why = Why you get this
mail-who = Who we are
mail-privacy = Privacy notice
mail-unsubscribe = Unsubscribe from this newsletter
left-done = You are unsubscribed. Nothing more will be sent to you.
subscribe-button = Subscribe
subscribe-address = Your e-mail address
subscribe-consent = I would like to get { $name } by e-mail. I can leave at any time.
subscribe-sent = If this address can be written to, a mail is on its way to it. Please open it and confirm.
subscribe-confirm = Yes, I subscribe
subscribe-done = You are subscribed. Thank you!
mail-unsubscribe-how = One mail is enough; nothing else happens with it.
mail-no-tracking = This mail contains no tracking: opening it contacts nobody.
mail-reason-default = You get this newsletter because you are on the list of { $cluster }.
text-links = Links

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = note
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
paste-links = click here | here | read more | more | this link | link | this page | see here | learn more
paste-chrome = scroll to top | back to top | skip to content | skip to main content | share this | share on facebook | share on twitter | share on linkedin | cookie settings | accept all cookies | leave a comment | previous post | next post | related posts | read more | continue reading | toggle navigation | all rights reserved
paste-and = and | or | to | versus | vs | as | rather | but | nor

# What two projects share.
shared-themes = both about { $list }
shared-groups = both work with { $list }
shared-instruments = both use { $list }
shared-countries = both in { $list }

# Charts.
chart-target = target
chart-what = What
chart-pair = Pair
chart-overlap = In common

# What projects did together, what changed, what comes next.
joint = Together
joint-meeting = Meeting
joint-news = News
joint-event = Event
joint-action = Action done
joint-synergy = Synergy
joint-kind = Kind
joint-who = Who
joint-when = When
changes = Since the last issue
change-opened = { $count-form ->
    [one] 1 action was agreed
   *[other] { $count } actions were agreed
 }
change-closed = { $count-form ->
    [one] 1 action was closed
   *[other] { $count } actions were closed
 }
change-overdue = { $count-form ->
    [one] 1 action became overdue
   *[other] { $count } actions became overdue
 }
change-started = { $project } began on { $date }
change-ended = { $project } ended on { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Common ground
common-topic = Topic
common-shared = What they share
common-state = State
synergy-done = done
synergy-planned = planned
synergy-suggested = suggested
synergy-computed = computed, undecided
matrix-title = How much each pair of projects has in common, in per cent
timeline-title = Events held and planned
coming = What comes next
coming-kind = Kind
next-action = action due
next-event = event
news-other = Further news
credits = Image credits
silent = No news came from { $projects }.
a-partner = a partner
programme-other = other

# A report over a period, and the note that goes with it.
meetings = Meetings
activities = Communication and dissemination
activity-reported = Already in
activity-delivered = delivered
activity-ongoing = ongoing
activity-postponed = postponed
activity-cancelled = cancelled
activity-not-started = not started
next-more = { $count-form ->
    [one] and 1 more
   *[other] and { $count } more
 }
cover-to = To the project officer
cover-1 = Enclosed is the synergy report of { $cluster } for { $period }.
cover-2 = Joint results recorded: { $joint }; meetings: { $meetings }; pieces of news: { $news }.
cover-3 = Actions: { $actions }, of which closed { $closed } and open { $open }.
cover-4 = Nothing is asked of you: the report is for information.
cover-5 = The printed data are attached to the PDF as report.json; questions go to { $address }.
period-headline = The synergy work of { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Deliverable
deliverable-title = Full title of the project
deliverable-number = Deliverable number
deliverable-work-package = Work package
deliverable-due = Due date (contract)
deliverable-actual = Date of delivery
deliverable-nature = Nature
deliverable-report = Report
deliverable-level = Dissemination level
deliverable-level-public = PU – Public
deliverable-level-sensitive = SEN – Sensitive
deliverable-lead = Lead beneficiary
deliverable-authors = Authors
deliverable-contributors = Contributors
history = Document history
history-version = Version
history-change = Change
history-by = By
history-first = First version
portal = Activities in the columns of the funder's portal

# The web edition, and what the mail links to.
language-name = English
web-skip = Skip to the content
web-archive = All issues
web-report = The report as PDF
web-feed = Atom feed
web-calendar = All events as a calendar
web-languages = Other languages
web-in-report = in the report
mail-online = Read it on the web
mail-calendar = Calendar entry: { $title }
mail-partners = The projects' pages
mail-no-tracking-hosted = This mail contains no tracking: its pictures come from { $host }, the same for every reader.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] person
   *[other] people
 }
state-open-for = open for { $days } days
overdue-count = { $count } overdue
indicator-progress = { $percent } of { $target }
quarter = Q{ $quarter } { $year }
map = Projects by country
map-other = Also: { $list }
code-alt = Code that leads to this issue on the web: { $url }
code-text = This issue on the web
contents = In this report
contacts = Contacts
contact-publisher = Publisher
contact-mail = Questions
contact-web = All issues
project-month = month { $month } of { $months }
project-begins = begins on { $date }
project-ended = ended on { $date }
project-news = In this issue
project-silent = No news in this issue.
not-supplied-of = Not supplied: { $list }
strongest = Most in common
matrix-more = All pairs are in the attached data.
meeting-kind-plural = Meetings
all-values = All values
chart-today = today
actions-more = All open actions, with their dates, are in the section "{ $section }".
photo = Photo
story-language = in { $language }
mail-button = Read the whole story
mail-figures = In figures
mail-brief = In brief
mail-all = { $count-form ->
    [one] The story on the web
   *[other] All { $count } stories on the web
 }
mail-minutes = { $minutes-form ->
    [one] 1 minute to read
   *[other] { $minutes } minutes to read
 }
mail-report-pages = report as PDF ({ $pages-form ->
    [one] 1 page
   *[other] { $pages } pages
 })
mail-report-pdf = report as PDF
mail-online-short = on the web
mail-add-calendar = add to calendar
mail-of-target = of { $target }
web-contents = On this page
web-read = Read
web-pdf = PDF
web-intro = News, reports and dates of { $cluster }, issue by issue.
web-map = Where the projects work
web-project-issues = In the issues
web-back = All projects and issues
web-subscribe = Subscribe
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = First page of the report

#!/usr/bin/env python3
"""Makes the corpus of contributions in tests/gather/corpus: files as partners send them, in the forms that Word,
LibreOffice, mail programs, form services and feeds give them. All names and addresses are invented. Needs
python-docx, odfpy, openpyxl, LibreOffice (soffice) and pandoc; what is made is committed, so that tests need none
of them. Usage: make.py [FOLDER]"""
import base64
import io
import json
import pathlib
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from email.message import EmailMessage
from email.headerregistry import Address

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
import openpyxl

OUT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "tests/gather/corpus")
OUT.mkdir(parents=True, exist_ok=True)

WORDS = {
    "en": dict(
        title="Forty villages agree on an energy plan",
        lead="Forty municipalities of RECET agreed on a common energy plan this spring, with heat and transport in it.",
        sub="What the plan holds",
        items=["heat from wood and sun", "buses on call", "light in the streets"],
        steps=["A first visit", "A plan in two months", "A vote in the council"],
        table=[["Town", "Houses", "Year"], ["Ptuj", "1,200", "2025"], ["Trento", "3,400", "2026"]],
        note="The plan is voted by each council.",
        quote="A mayor can read it in an hour.",
        hello="Dear colleagues,", bye="Best regards,", wrote="On Mon, 6 May 2024 at 10:12, Newsletter <news@example.org> wrote:",
        fields=("From", "Sent", "To", "Subject"),
        asked="Please send us your news by Friday.",
        phone="Sent from my iPhone", notice="This message is confidential and intended solely for the addressee.",
    ),
    "de": dict(
        title="Vierzig Gemeinden beschließen einen Energieplan",
        lead="Vierzig Gemeinden von RECET haben in diesem Frühjahr einen gemeinsamen Energieplan beschlossen, mit Wärme und Verkehr.",
        sub="Was der Plan enthält",
        items=["Wärme aus Holz und Sonne", "Busse auf Abruf", "Licht in den Straßen"],
        steps=["Ein erster Besuch", "Ein Plan in zwei Monaten", "Eine Abstimmung im Rat"],
        table=[["Ort", "Häuser", "Jahr"], ["Ptuj", "1.200", "2025"], ["Trient", "3.400", "2026"]],
        note="Über den Plan stimmt jeder Rat ab.",
        quote="Eine Bürgermeisterin liest ihn in einer Stunde.",
        hello="Liebe Kolleginnen und Kollegen,", bye="Mit freundlichen Grüßen", wrote="Am 06.05.2024 um 10:12 schrieb Newsletter <news@example.org>:",
        fields=("Von", "Gesendet", "An", "Betreff"),
        asked="Bitte schicken Sie uns Ihre Neuigkeiten bis Freitag.",
        phone="Von meinem iPhone gesendet", notice="Diese Nachricht ist vertraulich.",
    ),
    "el": dict(
        title="Σαράντα χωριά συμφωνούν σε ενεργειακό σχέδιο",
        lead="Σαράντα δήμοι του RECET συμφώνησαν αυτή την άνοιξη σε κοινό ενεργειακό σχέδιο, με θέρμανση και μετακινήσεις.",
        sub="Τι περιέχει το σχέδιο",
        items=["θερμότητα από ξύλο και ήλιο", "λεωφορεία κατά παραγγελία", "φως στους δρόμους"],
        steps=["Μια πρώτη επίσκεψη", "Ένα σχέδιο σε δύο μήνες", "Ψηφοφορία στο συμβούλιο"],
        table=[["Πόλη", "Σπίτια", "Έτος"], ["Πτούι", "1.200", "2025"], ["Τρέντο", "3.400", "2026"]],
        note="Το σχέδιο ψηφίζεται από κάθε συμβούλιο.",
        quote="Ένας δήμαρχος το διαβάζει σε μία ώρα.",
        hello="Αγαπητοί συνάδελφοι,", bye="Με εκτίμηση,", wrote="Στις Δευ 6 Μαΐ 2024 στις 10:12, ο χρήστης Newsletter <news@example.org> έγραψε:",
        fields=("Από", "Εστάλη", "Προς", "Θέμα"),
        asked="Στείλτε μας τα νέα σας έως την Παρασκευή.",
        phone="Στάλθηκε από το iPhone μου", notice="Το παρόν μήνυμα είναι εμπιστευτικό.",
    ),
    "bg": dict(
        title="Четиридесет села приемат енергиен план",
        lead="Четиридесет общини от RECET приеха тази пролет общ енергиен план, в който има топлина и транспорт.",
        sub="Какво съдържа планът",
        items=["топлина от дърва и слънце", "автобуси по заявка", "светлина по улиците"],
        steps=["Първо посещение", "План за два месеца", "Гласуване в съвета"],
        table=[["Град", "Къщи", "Година"], ["Птуй", "1 200", "2025"], ["Тренто", "3 400", "2026"]],
        note="Планът се гласува от всеки съвет.",
        quote="Един кмет го прочита за един час.",
        hello="Уважаеми колеги,", bye="С уважение,", wrote="На пн, 6.05.2024 г. в 10:12 Newsletter <news@example.org> написа:",
        fields=("От", "Изпратено", "До", "Относно"),
        asked="Моля, изпратете ни новините си до петък.",
        phone="Изпратено от моя iPhone", notice="Това съобщение е поверително.",
    ),
    "it": dict(
        title="Quaranta comuni approvano un piano per l'energia",
        lead="Quaranta comuni di RECET hanno approvato questa primavera un piano comune per l'energia, con il calore e i trasporti.",
        sub="Che cosa c'è nel piano", items=["calore da legno e sole", "autobus a chiamata", "luce nelle strade"],
        steps=["Una prima visita", "Un piano in due mesi", "Un voto in consiglio"],
        table=[["Città", "Case", "Anno"], ["Ptuj", "1.200", "2025"], ["Trento", "3.400", "2026"]],
        note="Il piano è votato da ogni consiglio.", quote="Un sindaco lo legge in un'ora.",
        hello="Cari colleghi,", bye="Cordiali saluti,", wrote="Il giorno lun 6 mag 2024 alle ore 10:12 Newsletter <news@example.org> ha scritto:",
        fields=("Da", "Inviato", "A", "Oggetto"), asked="Mandateci le vostre notizie entro venerdì.",
        phone="Inviato da iPhone", notice="Questo messaggio è riservato.",
    ),
    "fr": dict(
        title="Quarante communes adoptent un plan pour l'énergie",
        lead="Quarante communes de RECET ont adopté ce printemps un plan commun pour l'énergie, avec la chaleur et les transports.",
        sub="Ce que contient le plan", items=["chaleur du bois et du soleil", "des bus à la demande", "la lumière dans les rues"],
        steps=["Une première visite", "Un plan en deux mois", "Un vote au conseil"],
        table=[["Ville", "Maisons", "Année"], ["Ptuj", "1 200", "2025"], ["Trente", "3 400", "2026"]],
        note="Le plan est voté par chaque conseil.", quote="Un maire le lit en une heure.",
        hello="Bonjour à tous,", bye="Cordialement,", wrote="Le lun. 6 mai 2024 à 10:12, Newsletter <news@example.org> a écrit :",
        fields=("De", "Envoyé", "À", "Objet"), asked="Envoyez-nous vos nouvelles avant vendredi.",
        phone="Envoyé de mon iPhone", notice="Ce message est confidentiel.",
    ),
    "es": dict(
        title="Cuarenta municipios aprueban un plan de energía",
        lead="Cuarenta municipios de RECET aprobaron esta primavera un plan común de energía, con el calor y el transporte.",
        sub="Qué contiene el plan", items=["calor de la madera y del sol", "autobuses a demanda", "luz en las calles"],
        steps=["Una primera visita", "Un plan en dos meses", "Una votación en el consejo"],
        table=[["Ciudad", "Casas", "Año"], ["Ptuj", "1.200", "2025"], ["Trento", "3.400", "2026"]],
        note="El plan se vota en cada consejo.", quote="Un alcalde lo lee en una hora.",
        hello="Estimados colegas,", bye="Saludos cordiales,", wrote="El lun, 6 may 2024 a las 10:12, Newsletter (<news@example.org>) escribió:",
        fields=("De", "Enviado", "Para", "Asunto"), asked="Envíen sus noticias antes del viernes.",
        phone="Enviado desde mi iPhone", notice="Este mensaje es confidencial.",
    ),
    "hr": dict(
        title="Četrdeset općina donosi energetski plan",
        lead="Četrdeset općina iz RECET donijelo je ovog proljeća zajednički energetski plan, u kojem su toplina i promet.",
        sub="Što plan sadrži", items=["toplina iz drva i sunca", "autobusi na poziv", "svjetlo na ulicama"],
        steps=["Prvi posjet", "Plan u dva mjeseca", "Glasovanje u vijeću"],
        table=[["Grad", "Kuće", "Godina"], ["Ptuj", "1.200", "2025"], ["Trento", "3.400", "2026"]],
        note="Plan izglasava svako vijeće.", quote="Načelnik ga pročita za jedan sat.",
        hello="Poštovani,", bye="Srdačan pozdrav,", wrote="pon, 6. svi 2024. u 10:12 Newsletter <news@example.org> napisao je:",
        fields=("Od", "Poslano", "Za", "Predmet"), asked="Pošaljite nam novosti do petka.",
        phone="Poslano s mog iPhonea", notice="Ova poruka je povjerljiva.",
    ),
}


def png(width=40, height=24, colour=(200, 60, 40)):
    """A picture of one colour; enough noise that it is no tiny sign."""
    rows = b"".join(
        b"\0" + bytes((colour[i % 3] + (x * 7 + y * 13 + i * 5) % 55) % 256 for x in range(width) for i in range(3)) for y in range(height)
    )
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


def hyperlink(paragraph, text, url):
    rid = paragraph.part.relate_to(url, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True)
    link = parse_xml(f'<w:hyperlink {nsdecls("w")} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{rid}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>')
    paragraph._p.append(link)


def word(name, w, bare=False):
    """A Word file by hand of python-docx's template, with what people do in Word."""
    d = Document()
    d.core_properties.author = ""
    d.add_heading(w["title"], 0 if not bare else 1)
    p = d.add_paragraph(w["lead"] + " ")
    hyperlink(p, "RECET", "https://example.org/plans?utm_source=word&id=3")
    d.add_heading(w["sub"], 2)
    for item in w["items"]:
        d.add_paragraph(item, style="List Bullet")
    for item in w["steps"]:
        d.add_paragraph(item, style="List Number")
    t = d.add_table(rows=0, cols=3)
    for row in w["table"]:
        cells = t.add_row().cells
        for cell, text in zip(cells, row):
            cell.text = text
    p = d.add_paragraph()
    p.add_run("2").bold = True
    r = p.add_run("2")
    r.font.superscript = True
    p.add_run(" " + w["quote"]).italic = True
    d.add_paragraph(w["quote"], style="Quote")
    if not bare:
        # A tracked change, a comment's range, a hidden word, a text box, a soft break, a field link.
        p = d.add_paragraph("")
        p._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="A" w:date="2024-05-01T00:00:00Z"><w:r><w:t xml:space="preserve">{w["steps"][0]} </w:t></w:r></w:ins>'))
        p._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="2" w:author="A" w:date="2024-05-01T00:00:00Z"><w:r><w:delText>{w["items"][0]}</w:delText></w:r></w:del>'))
        p._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:vanish/></w:rPr><w:t>{w["steps"][1]}</w:t></w:r>'))
        p._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:br/><w:t>{w["note"]}</w:t></w:r>'))
        p = d.add_paragraph()
        p._p.append(parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{w["quote"]}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
        ))
        p = d.add_paragraph()
        for xml in ('<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> HYPERLINK "https://example.org/vote" </w:instrText>', '<w:fldChar w:fldCharType="separate"/>', f'<w:t>{w["steps"][2]}</w:t>', '<w:fldChar w:fldCharType="end"/>'):
            p._p.append(parse_xml(f'<w:r {nsdecls("w")}>{xml}</w:r>'))
        d.add_picture(io.BytesIO(png()))
        d.sections[0].footer.paragraphs[0].text = w["sub"]
    d.save(OUT / name)


def with_footnote(name, w):
    """A Word file with a footnote and a comment, which python-docx does not make: its parts are added by hand."""
    word(name, w, bare=True)
    path = OUT / name
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(path) as z:
        parts = {n: z.read(n) for n in z.namelist()}
    body = parts["word/document.xml"].decode()
    body = body.replace("<w:sectPr", '<w:p><w:r><w:t xml:space="preserve">' + w["note"] + '</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p><w:sectPr', 1)
    parts["word/document.xml"] = body.encode()
    parts["word/footnotes.xml"] = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {ns}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {w["quote"]}</w:t></w:r></w:p></w:footnote></w:footnotes>'.encode()
    parts["word/comments.xml"] = f'<?xml version="1.0" encoding="UTF-8"?><w:comments {ns}><w:comment w:id="0" w:author="B"><w:p><w:r><w:t>{w["asked"]}</w:t></w:r></w:p></w:comment></w:comments>'.encode()
    rels = parts["word/_rels/document.xml.rels"].decode()
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", f'<Relationship Id="rF" Type="{base}/footnotes" Target="footnotes.xml"/><Relationship Id="rC" Type="{base}/comments" Target="comments.xml"/></Relationships>').encode()
    types = parts["[Content_Types].xml"].decode()
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts["[Content_Types].xml"] = types.replace("</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{main}.footnotes+xml"/><Override PartName="/word/comments.xml" ContentType="{main}.comments+xml"/></Types>').encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for n, data in parts.items():
            z.writestr(zipfile.ZipInfo(n, (2024, 5, 1, 0, 0, 0)), data)


def page(w, extra=""):
    """A page of what a person writes, for LibreOffice and pandoc to convert."""
    rows = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in w["table"])
    return f"""<html><body><h1>{w['title']}</h1><p>{w['lead']} <a href="https://example.org/plans">RECET</a></p><h2>{w['sub']}</h2>
<ul><li>{w['items'][0]}<ul><li>{w['items'][1]}</li></ul></li><li>{w['items'][2]}</li></ul><ol><li>{w['steps'][0]}</li><li>{w['steps'][1]}</li></ol>
<table border="1">{rows}</table><p><b>{w['note']}</b> <i>{w['quote']}</i></p>{extra}</body></html>"""


def convert(name, html, kind, filter_=None):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "page.html")
        source.write_text(html, encoding="utf-8")
        first = pathlib.Path(folder, "page.odt")
        subprocess.run(["soffice", "--headless", "--writer", "--convert-to", "odt:writer8", "--outdir", folder, str(source)], check=True, capture_output=True)
        if kind != "odt":
            subprocess.run(["soffice", "--headless", "--convert-to", filter_ or kind, "--outdir", folder, str(first)], check=True, capture_output=True)
        (OUT / name).write_bytes(pathlib.Path(folder, f"page.{kind}").read_bytes())


def mail(name, w, kind, lang):
    m = EmailMessage()
    m["From"] = Address("Maria Rossi", "maria.rossi", "recet.example")
    m["To"] = Address("Newsletter", "news", "example.org")
    m["Date"] = "Mon, 13 May 2024 09:12:00 +0200"
    m["Message-ID"] = f"<{name}@recet.example>"
    m["Subject"] = "RE: " + w["title"]
    sig = ["Maria Rossi", "AISFOR, Street 1, 00100 Roma", "+39 06 0000 0000", "maria.rossi@recet.example"]
    if kind == "text":
        body = "\n".join([w["hello"], "", w["lead"], "", *("- " + i for i in w["items"]), "", "https://example.org/plans?utm_source=mail", "", w["bye"], *sig, "", w["phone"], "", w["wrote"], "> " + w["hello"], ">", "> " + w["asked"], ""])
        m.set_content(body, cte="quoted-printable")
    elif kind == "outlook":
        f = w["fields"]
        lst = "".join(f'<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span>{i}<o:p></o:p></p>' for i in w["items"])
        html = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><style>p.MsoNormal {{margin:0}}</style></head><body lang="{lang}"><div class="WordSection1">
<p class="MsoNormal">{w['hello']}<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">{w['lead']} <a href="https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fplans%3Futm_source%3Dmail&amp;data=05">RECET</a><o:p></o:p></p>{lst}
<table class="MsoTableGrid"><tr><td><p>{w['table'][0][0]}</p></td><td><p>{w['table'][0][1]}</p></td></tr><tr><td><p>{w['table'][1][0]}</p></td><td><p>{w['table'][1][1]}</p></td></tr></table>
<p class="MsoNormal">{w['bye']}<o:p></o:p></p>{''.join(f'<p class="MsoNormal">{s}</p>' for s in sig)}<p class="MsoNormal">{w['notice']}</p>
<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>{f[0]}:</b> Newsletter &lt;news@example.org&gt;<br><b>{f[1]}:</b> Monday, 6 May 2024<br><b>{f[2]}:</b> Maria Rossi<br><b>{f[3]}:</b> News</p></div></div>
<p class="MsoNormal">{w['asked']}</p></div></body></html>"""
        m.set_content(w["lead"])
        m.add_alternative(html, subtype="html")
    elif kind == "gmail":
        html = f"""<div dir="ltr"><div>{w['hello']}</div><div><br></div><div>{w['lead']}</div><div><ul><li>{w['items'][0]}</li><li>{w['items'][1]}</li></ul></div><div>{w['quote']}<img src="cid:ii_1" alt="{w['sub']}"><br></div><div>{w['bye']}<br>Maria</div><div><div dir="ltr" class="gmail_signature">{'<br>'.join(sig)}</div></div></div><img src="https://track.example.com/p.gif" width="1" height="1"><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">{w['wrote'].replace('<', '&lt;').replace('>', '&gt;')}</div><blockquote class="gmail_quote">{w['asked']}</blockquote></div>"""
        m.set_content(w["lead"])
        m.add_alternative(html, subtype="html")
        m.get_payload()[1].add_related(png(120, 90), "image", "png", cid="<ii_1>", filename="photo.png")
    elif kind == "apple":
        html = f"""<html><head></head><body style="overflow-wrap: break-word;">{w['hello']}<div><br></div><div>{w['lead']}</div><div><b>{w['sub']}</b></div><div><ol><li>{w['steps'][0]}</li><li>{w['steps'][1]}</li></ol></div><div><br></div><div>{w['bye']}</div><div>Maria<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>{w['wrote'].replace('<', '&lt;').replace('>', '&gt;')}</div><div>{w['asked']}</div></blockquote></div></div></body></html>"""
        m.set_content(w["lead"])
        m.add_alternative(html, subtype="html")
    (OUT / name).write_bytes(m.as_bytes())


def carrying(name):
    """A mail whose news is in a Word file, with a photo, and a PDF that is named."""
    w = WORDS["en"]
    m = EmailMessage()
    m["From"], m["To"], m["Date"], m["Message-ID"], m["Subject"] = "Jan Novak <jan@in-plan.example>", "news@example.org", "Tue, 14 May 2024 08:00:00 +0000", "<carry@in-plan.example>", "Our contribution for the newsletter"
    m.set_content("Dear all,\n\nplease find our news attached.\n\nBest,\nJan\n")
    m.add_attachment((OUT / "word-en.docx").read_bytes(), maintype="application", subtype="vnd.openxmlformats-officedocument.wordprocessingml.document", filename="news.docx")
    m.add_attachment(png(480, 320, (30, 120, 60)), maintype="image", subtype="png", filename="visit.png")
    m.add_attachment(b"%PDF-1.4 nothing", maintype="application", subtype="pdf", filename="leaflet.pdf")
    (OUT / name).write_bytes(m.as_bytes())


def flowed(name):
    w = WORDS["en"]
    lead = w["lead"].split(" ")
    text = "Hello,\n\n" + " ".join(lead[:8]) + " \n" + " ".join(lead[8:]) + "\n\n-- \nMaria Rossi\nAISFOR\n"
    raw = f"From: maria@recet.example\nTo: news@example.org\nDate: Mon, 13 May 2024 09:00:00 +0200\nMessage-ID: <flowed@recet.example>\nSubject: {w['title']}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n{text}"
    (OUT / name).write_text(raw)


def forms():
    rows = [["2024/05/13 10:00:00 AM GMT+2", "RECET", WORDS["en"]["title"], WORDS["en"]["lead"], "https://example.org/a?utm_source=f", "maria@recet.example"],
            ["2024/05/14 11:00:00 AM GMT+2", "IN-PLAN", WORDS["de"]["title"], WORDS["de"]["lead"] + "\nZweite Zeile.", "", "jan@in-plan.example"]]
    head = ["Timestamp", "Project", "Headline", "What happened?", "Link to read more", "Your e-mail"]
    quote = lambda cell: '"' + cell.replace('"', '""') + '"'
    (OUT / "google-form.csv").write_text("\r\n".join(",".join(quote(c) for c in row) for row in [head] + rows), encoding="utf-8")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["ID", "Start time", "Completion time", "Email", "Name", "Which project?", "Title of the news", "Describe the news"])
    import datetime
    sheet.append([1, datetime.datetime(2024, 5, 13, 9), datetime.datetime(2024, 5, 13, 9, 5), "anonymous", "", "RECET", WORDS["it"]["title"], WORDS["it"]["lead"]])
    sheet.append([2, datetime.datetime(2024, 5, 14, 9), datetime.datetime(2024, 5, 14, 9, 5), "anonymous", "", "IN-PLAN", WORDS["hr"]["title"], WORDS["hr"]["lead"]])
    book.save(OUT / "microsoft-form.xlsx")
    (OUT / "eusurvey.csv").write_text("\ufeffContribution ID;Submission date;Project acronym;Title;Description of the news;Deadline (if any)\n" + f"c-1;13/05/2024 10:12;RECET;{WORDS['fr']['title']};{WORDS['fr']['lead']};30/06/2024\n", encoding="utf-8")
    (OUT / "limesurvey.csv").write_text('"Response ID","Date submitted","Project","News headline","News text"\n' + f'"7","2024-05-13 10:12:00","RECET","{WORDS["es"]["title"]}","{WORDS["es"]["lead"]}"\n', encoding="utf-8")


def feeds():
    w = WORDS
    esc = lambda s: s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    item = lambda l, date, link="/news/1", title=None: f"<item><title>{title or w[l]['title']}</title><link>{link}</link><guid>{l}-{date}-{link}-{title}</guid><pubDate>{date}</pubDate><description>{esc('<p>' + w[l]['lead'] + ' <a href=&quot;/more&quot;>RECET</a></p>'.replace('&quot;', chr(34)))}</description></item>"
    rss = lambda items, lang="en": f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>RECET</title><link>https://recet.example/</link><language>{lang}</language>{items}</channel></rss>'
    files = {
        "rss-plain.xml": rss(item("en", "Mon, 13 May 2024 10:00:00 +0200", "https://recet.example/news/1?utm_source=rss")),
        "rss-wrong-date.xml": rss(item("de", "Mo, 13 Mai 2024 10:00"), "de"),
        "rss-no-date.xml": rss(item("it", "presto"), "it"),
        "rss-relative.xml": rss(item("fr", "Mon, 13 May 2024 10:00:00 GMT", "news/2.html"), "fr"),
        "rss-tags-in-title.xml": rss(item("en", "Mon, 13 May 2024 10:00:00 GMT", "https://recet.example/3", "&lt;b&gt;Forty&lt;/b&gt; villages &amp;amp; a plan")),
        "rss-entities.xml": rss(item("en", "Mon, 13 May 2024 10:00:00 GMT", "https://recet.example/4", "Forty villages&nbsp;&ndash; one plan")),
        "atom.xml": f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="el"><title>RECET</title><id>urn:a</id><entry><id>urn:a:1</id><title type="html">{w["el"]["title"]}</title><link rel="alternate" href="https://recet.example/el/1"/><updated>2024-05-13T10:00:00Z</updated><content type="html">{esc("<p>" + w["el"]["lead"] + "</p>")}</content></entry></feed>',
        "atom-xhtml.xml": f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>RECET</title><id>urn:b</id><entry><id>urn:b:1</id><title>{w["bg"]["title"]}</title><link href="https://recet.example/bg/1"/><published>2024-05-13T10:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{w["bg"]["lead"]}</p></div></content></entry></feed>',
        "feed.json": json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "RECET", "home_page_url": "https://recet.example/", "items": [{"id": 17, "url": "/news/17", "title": w["hr"]["title"], "content_html": f"<p>{w['hr']['lead']}</p><script>alert(1)</script>", "date_published": "2024-05-13T10:00:00+02:00"}]}, ensure_ascii=False),
    }
    for name, text in files.items():
        (OUT / name).write_text(text, encoding="utf-8")
    (OUT / "rss-windows-1253.xml").write_bytes(rss(item("el", "Mon, 13 May 2024 10:00:00 GMT", "https://recet.example/el/2"), "el").replace('encoding="UTF-8"', 'encoding="windows-1253"').encode("windows-1253", "replace"))


def minutes():
    d = Document()
    d.add_heading("Minutes of the second synergy call, 14 May 2024", 1)
    d.add_paragraph("We compared what rural mayors ask first. RECET and IN-PLAN were there.")
    d.add_paragraph("Decision: one guide for all mayors.")
    t = d.add_table(rows=0, cols=4)
    for row in [["No", "Action", "Who", "When"], ["1", "Draft the first chapter of the guide", "RECET", "30 June 2024"], ["2", "Map the towns", "IN-PLAN", "Friday"]]:
        for cell, text in zip(t.add_row().cells, row):
            cell.text = text
    d.add_paragraph("ACTION: PROSPECT+ to invite the mayors by 3 June 2024.")
    d.save(OUT / "minutes.docx")
    (OUT / "protokoll.txt").write_text("Protokoll der Besprechung vom 14. Mai 2024\n\nRECET und IN-PLAN waren dabei.\n\nBeschluss: ein Leitfaden für alle.\n\nAP1: RECET: das erste Kapitel schreiben bis 30.06.2024\nAP2: IN-PLAN: die Orte kartieren\n", encoding="utf-8")


def raw_month(folder):
    """A month of raw material as it lies in an inbox: two Word files, three mails, answers of a form, minutes, a
    phone's photo, a logo."""
    folder.mkdir(parents=True, exist_ok=True)
    d = Document()
    d.add_heading("Heat plans for forty villages", 1)
    d.add_paragraph("The forty villages of RECET have finished their heat plans. Each says which houses get warm by wood, by sun or by a network, and what it costs.")
    d.add_paragraph("What is in a plan", style="Heading 2")
    for item in ("a map of all houses", "three ways to heat them", "the costs until 2040"):
        d.add_paragraph(item, style="List Bullet")
    p = d.add_paragraph("All plans can be read ")
    hyperlink(p, "on the project's page", "https://recet.example/plans?utm_source=newsletter")
    d.add_picture(io.BytesIO(png(640, 400, (90, 140, 60))))
    d.save(folder / "RECET contribution May_FINAL v3.docx")
    d = Document()
    d.add_paragraph("IN-PLAN trains two hundred planners").runs[0].bold = True
    d.add_paragraph("Two hundred planners of thirty towns learned in May how energy, climate and land belong into one plan. The next courses begin on 9 September 2024.")
    t = d.add_table(rows=0, cols=2)
    for row in [["Country", "Planners"], ["Croatia", "60"], ["Ireland", "45"], ["Italy", "95"]]:
        for cell, text in zip(t.add_row().cells, row):
            cell.text = text
    d.save(folder / "inplan_news.docx")
    mail_to(folder / "prospect.eml", "Ana Kovac <ana@prospect.example>", "Fwd: news for the newsletter", "Hi Maria,\n\nhere is our text:\n\nPROSPECT+ opens its second learning round\n\nCities that want to pay for their energy plans themselves can learn from others until 30 June 2024. Seventy places are open, and taking part costs nothing: https://prospect.example/round2?utm_campaign=mail\n\nBest wishes,\nAna\n\n-- \nAna Kovac | PROSPECT+ | +385 1 000 0000\n", "Mon, 20 May 2024 10:00:00 +0200")
    mail_to(folder / "re-text.eml", "Jan Novak <jan@in-plan.example>", "Re: Newsletter May", "Dear Maria,\n\nThe town of Ptuj has decided to plan its energy with IN-PLAN until 2026. The council voted for it with 24 to 3.\n\nKind regards\nJan\n\nOn Tue, 14 May 2024 at 09:00, Newsletter <news@example.org> wrote:\n> Dear partners,\n> please send your news by 20 May.\n", "Wed, 15 May 2024 08:00:00 +0200")
    m = EmailMessage()
    m["From"], m["To"], m["Date"], m["Message-ID"], m["Subject"] = "Maria Rossi <maria@recet.example>", "news@example.org", "Tue, 21 May 2024 12:00:00 +0200", "<photo@recet.example>", "foto"
    m.set_content("Ciao,\n\nla foto della visita a Ptuj in allegato, di Marko Zajc, CC BY 4.0.\n\nSaluti\nMaria\n")
    m.add_attachment(png(800, 600, (60, 110, 170)), maintype="image", subtype="png", filename="IMG_2041.png")
    (folder / "photo.eml").write_bytes(m.as_bytes())
    quote = lambda cell: '"' + cell.replace('"', '""') + '"'
    rows = [["Timestamp", "Project", "Headline", "What happened?", "Link"],
            ["2024/05/17 9:12:00", "PROSPECT+", "A guide to energy bonds in five languages", "The guide tells towns how citizens can lend them money for sun and wind. It can be had in English, Greek, Croatian, Italian and Spanish.", "https://prospect.example/bonds"],
            ["2024/05/18 16:40:00", "RECET", "Rural mayors meet in Trieste", "Sixty mayors met in Trieste on 16 May 2024 and compared what stops heat networks: money, pipes, and neighbours.", ""]]
    (folder / "form answers.csv").write_text("\r\n".join(",".join(quote(c) for c in row) for row in rows), encoding="utf-8")
    (folder / "minutes 22 May.txt").write_text("Minutes of the cluster call, 22 May 2024\n\nRECET, IN-PLAN and PROSPECT+ took part. We spoke of a common leaflet for mayors.\n\nDecision: one leaflet, in six languages.\n\nACTION: RECET to draft the leaflet by 14 June 2024\nACTION: IN-PLAN and PROSPECT+ to send three examples each by 7 June 2024\n", encoding="utf-8")
    (folder / "logo.png").write_bytes(png(300, 120, (20, 90, 120)))


def mail_to(path, sender, subject, text, date):
    m = EmailMessage()
    m["From"], m["To"], m["Date"], m["Message-ID"], m["Subject"] = sender, "news@example.org", date, f"<{path.stem}@example.org>", subject
    m.set_content(text)
    path.write_bytes(m.as_bytes())


def main():
    raw_month(OUT.parent.parent / "raw-month" if len(sys.argv) < 2 else OUT / ".." / "raw-month")
    for lang in ("en", "el", "bg", "de"):
        word(f"word-{lang}.docx", WORDS[lang])
        with_footnote(f"word-footnote-{lang}.docx", WORDS[lang])
        convert(f"writer-{lang}.odt", page(WORDS[lang]), "odt")
        convert(f"writer-{lang}.docx", page(WORDS[lang]), "docx", "docx:MS Word 2007 XML")
        with tempfile.NamedTemporaryFile(suffix=".html") as source:
            source.write(page(WORDS[lang]).encode())
            source.flush()
            subprocess.run(["pandoc", source.name, "-o", str(OUT / f"pandoc-{lang}.docx")], check=True)
    for lang, w in WORDS.items():
        mail(f"outlook-{lang}.eml", w, "outlook", lang)
        mail(f"text-{lang}.eml", w, "text", lang)
        mail(f"{'gmail' if lang in ('en', 'de', 'el', 'it') else 'apple'}-{lang}.eml", w, "gmail" if lang in ("en", "de", "el", "it") else "apple", lang)
    carrying("carrying.eml")
    flowed("flowed.eml")
    forms()
    feeds()
    minutes()
    (OUT / "page.html").write_text(page(WORDS["en"]), encoding="utf-8")
    (OUT / "windows-1251.txt").write_bytes((WORDS["bg"]["title"] + "\r\n\r\n" + WORDS["bg"]["lead"] + "\r\n").encode("windows-1251"))
    (OUT / "pasted.txt").write_text(WORDS["en"]["title"] + "\n\n" + WORDS["en"]["lead"] + "\n\n" + "\n".join("•\t" + i for i in WORDS["en"]["items"]) + "\n\n" + "\n".join("\t".join(r) for r in WORDS["en"]["table"]) + "\n", encoding="utf-8")
    (OUT / "typed.md").write_text(f"# {WORDS['en']['title']}\n\n{WORDS['en']['lead']}\n\n- one\n- two\n", encoding="utf-8")
    print(len(list(OUT.iterdir())), "files")


main()

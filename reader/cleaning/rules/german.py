"""The rules for German."""

from reader.cleaning.rules.rule import Rule, phrases

GERMAN = (
    Rule(
        "kommentare",
        "comments",
        "Kommentare",
        hides="Schreiben Sie einen Kommentar",
        keeps="Schreiben Sie das auf, sagte die Richterin.",
        lines=phrases("""
            kommentare; 0 kommentare; 0 kommentar; kommentieren; kommentar schreiben;
            kommentar verfassen; kommentar abschicken; kommentar hinterlassen; schreiben
            sie einen kommentar; schreibe einen kommentar; antworten; antwort abbrechen;
            alle kommentare anzeigen; kommentare anzeigen; diskutieren sie mit;
            leserkommentare; ihre meinung; anmelden und kommentieren
        """),
        starts=phrases("""
            deine e-mail-adresse wird nicht veröffentlicht; ihre e-mail-adresse wird
            nicht veröffentlicht; erforderliche felder sind mit; meinen namen, meine
            e-mail; sie müssen angemeldet sein, um
        """),
        longest=30,
    ),
    Rule(
        "teilen",
        "social",
        "Teilen-Leiste",
        hides="Auf Facebook teilen",
        keeps="Teilen will die Partei den Verband nicht.",
        lines=phrases("""
            teilen; artikel teilen; teilen sie diesen artikel; beitrag teilen; diesen
            artikel teilen; auf facebook teilen; auf twitter teilen; auf x teilen; per
            e-mail teilen; per mail teilen; merken; drucken; artikel drucken; folgen sie
            uns; folgen sie uns auf; link kopieren; empfehlen; versenden; weiterleiten;
            zur merkliste hinzufügen
        """),
        starts=phrases("""
            folgen sie uns auf; folge uns auf; teilen auf; auf whatsapp teilen;
            facebook:; gefällt mir
        """),
        longest=9,
    ),
    Rule(
        "mehr-zum-thema",
        "related",
        "Linkliste",
        hides="Lesen Sie auch: Wie der Fluss zurückkam",
        keeps="Lesen Sie auch das Kleingedruckte, rät der Anwalt.",
        lines=phrases("""
            mehr zum thema; lesen sie auch; auch interessant; das könnte sie auch
            interessieren; weitere artikel; weitere nachrichten; weitere meldungen; mehr
            lesen; weiterlesen; meistgelesen; meistgelesene artikel; am häufigsten
            gelesen; zum artikel; verwandte artikel; ähnliche artikel; empfehlungen der
            redaktion; aus dem ressort; mehr nachrichten; neueste artikel; aktuelle
            nachrichten; beliebte artikel; lesetipps; nächster artikel; vorheriger
            artikel; mehr anzeigen; alle anzeigen; zur startseite; unsere empfehlungen
        """),
        starts=phrases("""
            lesen sie auch:; lesen sie mehr:; mehr zum thema:; lesen sie hier:; auch
            interessant:; mehr dazu:; weiterlesen:; siehe auch:; zum thema:; passend
            dazu:
        """),
        longest=25,
    ),
    Rule(
        "rundbrief",
        "newsletter",
        "Newsletter",
        hides="Jetzt unseren Newsletter abonnieren",
        keeps="Den Newsletter schrieb er bis zuletzt selbst.",
        lines=phrases("""
            newsletter; newsletter abonnieren; abonnieren; jetzt abonnieren; jetzt
            anmelden; kostenlos anmelden; kostenlos testen; jetzt testen;
            e-mail-adresse; ihre e-mail-adresse; bereits abonnent; zum abo; abo;
            probeabo; kostenlos registrieren; jetzt unseren newsletter abonnieren;
            melden sie sich an
        """),
        starts=phrases("""
            melden sie sich für; abonnieren sie; jetzt newsletter; mit unserem
            newsletter; der newsletter für; sie haben bereits ein abo; dieser artikel
            ist für abonnenten; mit der anmeldung; jetzt weiterlesen mit
        """),
        longest=30,
    ),
    Rule(
        "seitenmenue",
        "nav",
        "Seitenmenü",
        hides="Zum Inhalt springen",
        keeps="Zum Inhalt des Gesprächs sagte sie nichts.",
        lines=phrases("""
            zum inhalt springen; zum hauptinhalt springen; zur navigation springen;
            menü; menü öffnen; menü schließen; suche; suchen; suche öffnen; startseite;
            anmelden; abmelden; einloggen; registrieren; nach oben; zurück; zurück zur
            startseite; kontakt; über uns; sitemap; schließen; mein konto; seite
            drucken; inhaltsverzeichnis; zur übersicht; bitte aktivieren sie javascript
        """),
        starts=phrases("""
            zum inhalt springen; direkt zum inhalt; bitte aktivieren sie javascript
        """),
        longest=8,
    ),
    Rule(
        "rechtliches",
        "legal",
        "rechtlicher Hinweis",
        hides="Alle Rechte vorbehalten",
        keeps="Alle Rechte der Mieter bleiben bestehen.",
        lines=phrases("""
            impressum; datenschutz; datenschutzerklärung; datenschutzhinweise;
            datenschutzeinstellungen; agb; nutzungsbedingungen; cookie-einstellungen;
            cookies akzeptieren; alle akzeptieren; alle ablehnen; alle rechte
            vorbehalten; barrierefreiheit; widerruf; haftungsausschluss;
            nutzungsbasierte onlinewerbung; verträge hier kündigen
        """),
        starts=phrases("""
            wir verwenden cookies; diese website verwendet cookies; diese seite
            verwendet cookies; wir und unsere partner; mit der nutzung dieser; alle
            rechte vorbehalten; nachdruck, auch auszugsweise
        """),
        longest=60,
    ),
    Rule(
        "anzeige",
        "ads",
        "Anzeige",
        hides="Anzeige",
        keeps="Anzeige erstattete am Montag der Wirt.",
        lines=phrases("""
            anzeige; anzeigen; werbung; gesponsert; sponsored; - anzeige -; in
            kooperation mit; jetzt kaufen; zum angebot; jetzt bestellen
        """),
        starts=phrases("""
            artikel wird nach der anzeige; nach der werbung
        """),
        longest=7,
    ),
    Rule(
        "verfasser",
        "byline",
        "Verfasserzeile",
        hides="Über den Autor",
        keeps="Über den Autor der Tat ist wenig bekannt.",
        lines=phrases("""
            über den autor; über die autorin; der autor; die autorin; zur person; alle
            artikel von
        """),
        starts=phrases("""
            über den autor:; über die autorin:; redaktion:; text:
        """),
        longest=6,
    ),
    Rule(
        "bildnachweis",
        "caption",
        "Bildnachweis",
        hides="Bildquelle: dpa",
        keeps="Fotos der Brücke gingen um die Welt.",
        lines=phrases("""
            bildergalerie; bild vergrößern; bildunterschrift anzeigen; bildquelle; zur
            bildergalerie
        """),
        starts=phrases("""
            foto:; fotos:; bild:; bildquelle:; quelle: dpa; quelle: reuters; © dpa; ©
            picture alliance
        """),
        longest=9,
    ),
    Rule(
        "stichwoerter",
        "tags",
        "Stichwörter",
        hides="Schlagwörter: Fluss, Damm, Ernte",
        keeps="Schlagwörter helfen nicht, sagt die Ministerin.",
        lines=phrases("""
            themen; schlagwörter; schlagworte; stichwörter; kategorien; kategorie
        """),
        starts=phrases("""
            schlagwörter:; schlagworte:; stichworte:; stichwörter:; themen:; kategorie:;
            kategorien:; tags:
        """),
        longest=20,
    ),
    Rule(
        "datum",
        "timestamp",
        "Datum",
        hides="Lesezeit: 5 Min.",
        keeps="Aktualisiert wird die Liste jeden Tag.",
        lines=phrases("""
            veröffentlicht am; aktualisiert am; lesezeit; 0 min; 0 min lesezeit;
            lesezeit: 0 min; lesezeit 0 min; lesezeit: 0 minuten; vor 0 stunden; vor 0
            minuten; vor 0 tagen; stand
        """),
        starts=phrases("""
            lesezeit:
        """),
        longest=6,
    ),
    Rule(
        "dates-german",
        "timestamp",
        "date of publication",
        hides="Mittwoch, 3. März 2024",
        keeps="Mai und Juni waren nass",
        only=frozenset(
            phrases("""
            stand; aktualisiert; am; veröffentlicht; erstellt; um; uhr; vom; der; von;
            lesezeit; minuten; min; montag; dienstag; mittwoch; donnerstag; freitag;
            samstag; sonntag; mo; di; mi; do; fr; sa; so; januar; februar; märz; april;
            mai; juni; juli; august; september; oktober; november; dezember; jan; feb;
            mär; apr; jun; jul; aug; sep; okt; nov; dez; vor; stunden; tagen
        """)
        ),
        longest=12,
        alone=False,
    ),
    Rule(
        "byline-german",
        "byline",
        "byline",
        hides="Von Anna Weber und Jonas Kraft",
        keeps="Von Montag An fuhr wieder ein Zug.",
        pattern=r"^(?:Von|VON) [A-ZÄÖÜ][\w.-]+ (?:von |van )?[A-ZÄÖÜ][\w-]+(?:(?:,| "
        r"und|,? [A-Z]).{0,50})?$(?<![.!?])",
        cues=phrases("von"),
        longest=9,
    ),
)

"""The rules for English: legal notices and dates of publication."""

from reader.cleaning.rules.rule import Rule, phrases

NOTICES = (
    Rule(
        "copyright",
        "legal",
        "copyright notice",
        hides="Copyright © 2023 Novus Media Today Group, LLC. All rights reserved.",
        keeps="Copyright law, the judge said, was not made for machines.",
        pattern=r"^(?:\(?[Cc]opyright\)?|COPYRIGHT)?\s?(?:©|\([cC]\)|&copy;)|"
        r"^(?:Copyright|COPYRIGHT)s? ?@? ?(?:19|20)\d\d|[Aa]ll [Rr]ights [Rr]eserved|"
        r"ALL RIGHTS RESERVED|[Nn]o part of this (?:site|article|publication|content) "
        r"may|may not be (?:published, broadcast|reproduced|reprinted|copied)|(?:©|"
        r"\([cC]\)) ?(?:Copyright )?(?:19|20)\d\d",
        cues=phrases(
            "©; copyright; rights; part; published; reproduced; reprinted; copied; c"
        ),
        longest=90,
    ),
    Rule(
        "terms",
        "legal",
        "terms of the site",
        hides="Terms and Conditions and Privacy Policy including our Cookie Policy.",
        keeps="The new terms angered users, a survey found.",
        lines=phrases("""
            privacy policy; privacy notice; privacy statement; privacy settings;
            privacy center; privacy & terms; your privacy choices; your privacy
            rights; your california privacy rights; do not sell my info; do not sell
            my personal information; do not sell or share my personal information;
            california notice of collection; terms of use; terms of service; terms of
            sale; terms & conditions; terms and conditions; terms and conditions of
            use; user agreement; cookie policy; cookie policies; cookies policy;
            cookie settings; cookie preferences; cookie preferences cookie list;
            cookie list; cookie notice; manage cookies; manage preferences; accept
            all; accept cookies; accept all cookies; reject all; allow all; necessary
            cookies; legal notice; legal notices; affiliate disclosure; editorial
            policy; editorial guidelines; corrections policy; code of ethics; dmca; ad
            choices; adchoices; accessibility statement
        """),
        starts=phrases("""
            this site is protected by; this website uses cookies; this site uses
            cookies; we use cookies; we and our partners; our website uses cookies; by
            continuing to use; by continuing to browse; by browsing this; by using this
            site; by using this website; necessary cookies; necessary cookies are
            absolutely essential; terms and conditions and; privacy policy |; terms of
            service |; use of this site constitutes; use of and/or registration on;
            cookies seem to be disabled; this material may not be; this document is
            subject to copyright; reproduction in whole or in part; reproduction without
            permission; we may earn a commission; we may earn commission; we may receive
            a commission; we may receive compensation; this post may contain affiliate;
            this post contains affiliate; this article may contain affiliate; this
            article contains affiliate; this page contains affiliate; as an amazon
            associate; may contain affiliate; affiliate disclosure:
        """),
        longest=90,
    ),
    Rule(
        "views-of-the-author",
        "legal",
        "disclaimer",
        hides="The views and opinions expressed in this article are those of "
        "the author and do not necessarily reflect the views of The Example Team",
        keeps="The views expressed in the poll were those of the young, not the old.",
        pattern=r"(?:[Vv]iews?|[Oo]pinions?|[Tt]houghts|[Cc]ontent) (?:and \w+ |or "
        r"\w+ )?(?:\w+ )?(?:expressed|published|given)\b.{0,80}\b(?:author|writer|"
        r"contributor|own|publisher|columnist)s?\b|do(?:es)? not (?:necessarily "
        r")?(?:reflect|represent) the (?:\w+ ){0,4}(?:views|opinions?|policy|position)",
        cues=phrases("""
            views; view; opinions; opinion; thoughts; necessarily; reflect
        """),
        longest=70,
    ),
    Rule(
        "affiliate",
        "legal",
        "affiliate notice",
        hides="If you buy through our links, we may earn a small commission.",
        keeps="The firm may earn a fifth of its income abroad next year.",
        pattern=r"\b(?:earn|receive|get|paid) (?:\w+ ){0,4}(?:commissions?|"
        r"compensation)\b|\baffiliate (?:links?|commissions?|partners?|program)\b",
        cues=phrases("commission; commissions; affiliate; compensation"),
        longest=80,
        alone=False,
    ),
    Rule(
        "cookies",
        "legal",
        "cookie notice",
        hides="Please consider enabling cookies to improve your experience "
        "on our website.",
        keeps="The cookies were baked with rye flour from the valley.",
        pattern=r"\b[Cc]ookies?\b.{0,120}\b(?:website|site|browser|browsing|"
        r"experience|consent|preferences|analytics|partners|settings)\b|\b(?:website|"
        r"site|browser|browsing|consent)\b.{0,120}\b[Cc]ookies?\b",
        cues=phrases("cookies; cookie"),
        longest=120,
        alone=False,
    ),
    Rule(
        "policies",
        "legal",
        "terms of the site",
        hides="Your information will be processed according to our Privacy Policy.",
        keeps="He blamed the policy of privacy at all costs.",
        pattern=r"\b(?:Privacy Policy|privacy policy|Terms of (?:Use|Service)|terms "
        r"of (?:use|service)|Terms (?:and|&) Conditions|User Agreement|Privacy "
        r"Notice)\b",
        cues=phrases("privacy; terms; agreement"),
        longest=70,
        alone=False,
    ),
    Rule(
        "legal-hint",
        "legal",
        "legal notice",
        hides="Disclaimer: past results say nothing of the future",
        keeps="Disclaimers were read aloud before the film.",
        lines=phrases("""
            terms; privacy; cookies; copyright; disclosure; disclaimer; decline;
            accept; licensing; legal; disclosures; imprint; always active; reprints;
            accessibility; cookie banner; copyright notice
        """),
        starts=phrases("""
            disclosure:; disclaimer:; privacy policy and; terms of use and
        """),
        longest=60,
        alone=False,
    ),
    Rule(
        "time-label",
        "timestamp",
        "date of publication",
        hides="Last Updated: 2025-02-22",
        keeps="Updated figures are due in May.",
        lines=phrases("""
            published; updated; posted; last updated; last modified; published on;
            updated on; posted on; publish date; published date; 0 min read; 0 mins
            read; 0 minute read; 0 minutes read; min read; minute read; reading time;
            reading time: 0 min; reading time: 0 minutes; est. reading time; 0 hours
            ago; 0 days ago; 0 minutes ago; 0 weeks ago; 0 months ago; 0 years ago; a
            day ago; an hour ago; just now
        """),
        pattern=r"^(?:(?:First )?[Pp]ublished|PUBLISHED|[Uu]pdated|UPDATED|[Pp]osted|"
        r"POSTED|[Ll]ast [Uu]pdated|[Ll]ast [Mm]odified|[Dd]ate)(?: [Oo]n| [Aa]t)? "
        r"?:? ?(?:[A-Z][a-z]{2,8}\.?,? )?(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|"
        r"Oct|Nov|Dec)[a-z]*\.? \d)[^a-z]{0,30}.{0,14}$",
        cues=phrases("published; updated; posted; date; modified; last; first"),
        longest=14,
    ),
    Rule(
        "date-words",
        "timestamp",
        "date of publication",
        hides="Updated: 18 Nov 2019, 9:38 pm GMT",
        keeps="Published in 2019 and updated by its author since",
        only=frozenset(
            phrases("""
            a; added; aest; ago; am; apr; april; at; aug; august; bst; by; cdt; cest;
            cet; created; cst; ct; date; day; days; dec; december; eat; edited; edition;
            edt; est; et; feb; february; first; fri; friday; gmt; hkt; hour; hours; hr;
            hrs; issue; ist; jan; january; jst; jul; july; jun; june; just; kst; last;
            local; m; mar; march; may; min; mins; minute; minutes; modified; mon;
            monday; month; months; nd; nov; november; now; oct; october; on; p; pdt; pm;
            posted; pst; pt; pub; publish; published; rd; read; reading; sat; saturday;
            sep; sept; september; sgt; st; sun; sunday; t; th; thu; thur; thurs;
            thursday; time; today; tue; tues; tuesday; upd; update; updated; utc; wed;
            wednesday; week; weeks; wib; year; years; yesterday; z
        """)
        ),
        longest=14,
        alone=False,
    ),
    Rule(
        "cookie-word",
        "legal",
        "cookie notice",
        hides="Strictly Necessary Cookies",
        keeps="Cookies and milk stood on the table when the police came to the house "
        "that evening",
        pattern=r"\b(?:[Cc]ookies?|COOKIES?|GDPR|[Cc]opyright|COPYRIGHT|"
        r"[Tt]rademarks?|[Pp]rivacy|[Dd]isclosures?|[Dd]isclaimer|[Cc]ode of "
        r"[Cc]onduct|[Ii]mpressum)\b",
        cues=phrases(
            "cookie; cookies; gdpr; copyright; trademark; privacy; disclosure;"
            "disclaimer; conduct; impressum; trademarks; disclosures"
        ),
        longest=9,
        alone=False,
    ),
    Rule(
        "by-agreeing",
        "legal",
        "terms of the site",
        hides="By providing your information, you agree to our terms.",
        keeps="By providing bread they kept the peace.",
        starts=phrases(
            "by providing your; by submitting your; by clicking; by using our"
        ),
        longest=40,
    ),
)

"""The rules for English: bylines and picture credits."""

from reader.cleaning.rules.rule import Rule, phrases

NOTES = (
    Rule(
        "account-at-the-end",
        "byline",
        "author's contact",
        hides="For any query reach out || Twitter: @TheExample",
        keeps="He replied to the query on Twitter: “@minister is right.”",
        pattern=r"(?:Twitter|Instagram|Facebook|X|Email|E-mail|Contact|"
        r"Telegram)\s?:\s?@?[\w.@/-]+\W?$",
        cues=phrases("twitter; instagram; facebook; x; email; contact; telegram"),
        longest=30,
    ),
    Rule(
        "follow-the-author",
        "byline",
        "author's accounts",
        hides="For more, follow her on Twitter @annlee",
        keeps="Follow her on her way to school and you see the ruins.",
        pattern=r"[Ff]ollow (?:him|her|them|me|us|@?\w+(?: \w+){0,2}) (?:on|at|:) "
        r"?(?:Twitter|X|Instagram|Facebook|Threads|Bluesky|LinkedIn|Mastodon|@)",
        cues=phrases("follow"),
        longest=45,
    ),
    Rule(
        "byline",
        "byline",
        "byline",
        hides="By Jill Disis, CNN Business",
        keeps="By Monday, three bridges were gone.",
        pattern=r"^(?:[Bb]y|BY|[Ww]ritten by|WRITTEN BY|[Aa]uthor|[Ss]tory by|"
        r"[Rr]eviewed by|[Ee]dited by|[Ff]act[- ][Cc]hecked by|[Mm]edically "
        r"[Rr]eviewed by|[Pp]osted by|[Pp]ublished by|[Rr]eported by|[Aa]nalysis by|"
        r"[Cc]ompiled by)\s?:?\s(?:Dr\.? |The )?[A-Z][\w.'\u2019-]+(?: "
        r"(?:[A-Z][\w.'\u2019-]*|de|van|von|der|bin|al|la|el)){1,4}(?:(?:,? and |, | "
        r"& |\s?[|•·—\u2013-]\s?|\s+on\s|  ).{0,80})?$(?<![.!?\"\u201d])",
        cues=phrases("by; author; written"),
        longest=18,
    ),
    Rule(
        "byline-word",
        "byline",
        "byline",
        hides="View author archive",
        keeps="The author viewed the archive in May.",
        lines=phrases("""
            written by; posted by; published by; reviewed by; edited by; fact checked
            by; medically reviewed by; view author archive; author bio; author's bio;
            meet the author; our standards; staff writer; senior reporter; guest author
        """),
        longest=4,
    ),
    Rule(
        "report-by",
        "byline",
        "author box",
        hides="This report has been written by The Example Team.",
        keeps="This report has been written by experts whom nobody knows.",
        pattern=r"^This (?:report|article|story|post|piece|content) (?:has been|was|"
        r"is) (?:first |originally )?(?:written|published|produced|created|compiled|"
        r"prepared|posted|generated)\b[^.]{0,60}?\b(?:by|on|in|at|from) (?:[Tt]he "
        r")?[A-Z]",
        cues=phrases("report; article; story; post; piece; content"),
        longest=35,
    ),
    Rule(
        "reach-the-author",
        "byline",
        "author's contact",
        hides="Ann Lee can be reached at ann.lee@example.org.",
        keeps="The summit can be reached at dawn, and few of the climbers turn back.",
        pattern=r"(?:reached at|[Cc]ontact (?:him|her|them|us|the author|the "
        r"writer)(?: at)?|[Ee]mail (?:him|her|them|me|us)?(?: at)?|[Ww]rite to "
        r".{1,30} at):? [\w.+-]+ ?(?:@|\[at\]) ?[\w-]+\.\w+",
        cues=phrases("reached; contact; email; write"),
        longest=60,
        alone=False,
    ),
    Rule(
        "author-bio",
        "byline",
        "author box",
        hides="Jessica is a senior writer on the Wellness team with a "
        "focus on health news.",
        keeps="Jessica is a baker in the old town and saw the flood come.",
        pattern=r"^(?:[A-Z][\w.'\u2019-]+ ){1,4}(?:is|was) (?:a|an|the) "
        r"(?:[\w'\u2019&-]+ ){0,6}(?:writer|reporter|editor|journalist|correspondent|"
        r"columnist|contributor|blogger|copywriter|strategist|producer|freelancer)\b",
        cues=phrases("""
            writer; reporter; editor; journalist; correspondent; columnist; contributor;
            blogger; copywriter; strategist; producer
        """),
        longest=90,
        alone=False,
    ),
    Rule(
        "byline-hint",
        "byline",
        "byline",
        hides="About the Author",
        keeps="About the author of the attack little is known.",
        lines=phrases("""
            by; author; authors; contributor; contributors; correspondent; about the
            author; about the authors; about the writer; about author; source; sources;
            from; editor; reporter; written
        """),
        longest=3,
        alone=False,
    ),
    Rule(
        "picture-credit",
        "caption",
        "picture credit",
        hides="Photo by Kirk Irwin/Getty Images",
        keeps="Photo by photo, the officers rebuilt the night.",
        pattern=r"^[(\[]?(?:[Pp]hotos?|PHOTO|[Pp]hotographs?|[Ii]mages?|IMAGE|"
        r"[Pp]icture|[Cc]redits?|CREDIT|[Ii]mage [Cc]redits?|[Pp]hoto [Cc]redits?|"
        r"[Pp]icture [Cc]redit|[Ii]llustration|[Gg]raphic|[Ff]eatured [Ii]mage|"
        r"[Ii]mage [Ss]ource|[Pp]hoto [Cc]ourtesy|Courtesy|File [Pp]hoto)(?: (?:by|"
        r"via|from|of|courtesy of|credit)| ?[:/©]|: ?©) "
        r"?(?:[A-Z@©][^.!?]{0,80})?[)\]]?\.?$",
        cues=phrases("""
            photo; photos; photograph; image; images; picture; credit; credits;
            illustration; graphic; featured; courtesy; file
        """),
        longest=12,
    ),
    Rule(
        "picture-agency",
        "caption",
        "picture credit",
        hides="Megan Briggs/Getty Images",
        keeps="Reuters reported the same, citing two officials.",
        pattern=r"^[(\[]?(?:[^.!?]{0,60}[/|,—\u2013-] ?)?(?:Getty Images|Getty|AFP|"
        r"Reuters|REUTERS|AP Photo|AP|EPA|Shutterstock|iStock|Alamy|Unsplash|Pexels|"
        r"Pixabay|Wikimedia Commons|PA Media|PA Images|PA Wire|Bloomberg|TASS|ANI|PTI|"
        r"Depositphotos|AP Images|USA TODAY Sports|Imago|IMAGO|Zuma Press)(?: ?[/|,] "
        r"?[A-Z][\w ./-]{0,40}|(?: via [A-Z][\w ]{0,30}))?[)\]]?\.?$",
        cues=phrases("""
            getty; afp; reuters; ap; epa; shutterstock; istock; alamy; unsplash; pexels;
            pixabay; wikimedia; pa; bloomberg; imago
        """),
        longest=9,
    ),
    Rule(
        "gallery-counter",
        "caption",
        "gallery",
        hides="Image 1 of 5",
        keeps="Image 1 of the series was taken at noon, from the bridge.",
        lines=phrases("""
            image 0 of 0; photo 0 of 0; slide 0 of 0; view gallery; open image in
            gallery; view image in fullscreen; enlarge image; enlarge this image; toggle
            caption; hide caption; show caption; image caption; image source; image
            credit; photo credit; image copyright getty images; image caption copyright;
            getty images; file photo; courtesy photo; swipe to scroll horizontally;
            click to enlarge; media playback is unsupported on your device; video player
            is loading; play video; pause video; full screen; fullscreen; unmute; mute
        """),
        longest=7,
    ),
    Rule(
        "gallery-hint",
        "caption",
        "gallery",
        hides="5/10",
        keeps="5/10 of the vote was counted by noon",
        lines=phrases("""
            0/0; 0 of 0; credit; image; photo; slideshow
        """),
        longest=3,
        alone=False,
    ),
    Rule(
        "byline-start",
        "byline",
        "byline",
        hides="By Wes Fenlon21 December 2023",
        keeps="by Wes's account the river rose",
        pattern=r"^(?:By|BY):? [A-Z]",
        cues=phrases("by"),
        longest=12,
        alone=False,
    ),
    Rule(
        "contact-address",
        "byline",
        "contact",
        hides="communications@example.com",
        keeps="He wrote to letters@example.com twice",
        pattern=r"^[\w.+-]+@[\w-]+\.[\w.]+$",
        holds=("@",),
        longest=1,
        alone=False,
    ),
    Rule(
        "credit-word",
        "caption",
        "picture credit",
        hides="A tiny house means living well. Picture: Getty",
        keeps="The picture of the getty was a forgery.",
        pattern=r"(?:Photo|Picture|Image|Credit|PHOTO|Photograph|Pic)s?(?: "
        r"[Cc]redit)?(?: by|:|/| courtesy) ?[A-Z@©]|/ ?(?:Getty|Shutterstock|AFP|"
        r"Reuters|AP|Alamy)\b|\(AP Photo|[Ii]mage [Cc]opyright|[Cc]redit: ?\w",
        cues=phrases(
            "photo; picture; image; credit; photograph; pic; photos; getty;"
            "shutterstock; afp; reuters; alamy; images; credits"
        ),
        longest=60,
        alone=False,
    ),
)

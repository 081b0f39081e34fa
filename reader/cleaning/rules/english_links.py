"""The rules for English: links to other pages, offers and topics."""

from reader.cleaning.rules.rule import Rule, phrases

LINKS = (
    Rule(
        "link-list",
        "related",
        "link list",
        hides="More news: Three Things that Kept Chicago Bears from Beating Eagles",
        keeps="More news is expected from the capital on Monday.",
        starts=phrases("""
            more news:; see also:; see more:; also read:; also read |; also read -; also
            see:; also watch:; read also:; read more:; read more about:; read more |;
            read next:; read:; read now:; read this:; related:; related article:;
            related articles:; related story:; related stories:; related coverage:;
            related news:; related content:; related topics:; related reading:; related
            links:; related post:; related posts:; related video:; watch:; watch now:;
            watch more:; watch also:; watch video:; watch the video:; listen:; must
            read:; must watch:; don't miss:; trending:; trending now:; recommended:;
            recommended reading:; recommended for you:; you might also like:; you may
            also like:; you may like:; more:; more on this:; more from this section:;
            more stories:; more to read:; next story:; next article:; next up:; up
            next:; previous article:; previous story:; next post:; previous post:; in
            case you missed it:; icymi:; latest:; latest news:; click here to read;
            click here for more; click here to watch; read the full story; read full
            story; read full article; read the full article; further reading:; gallery:;
            photos:; video:
        """),
        longest=30,
    ),
    Rule(
        "link-list-head",
        "related",
        "head of a link list",
        hides="You may also like...",
        keeps="You may also like the north, where the passes open in May.",
        lines=phrases("""
            you may also like; you may like; you might like; you might also like; you
            might also enjoy; you may also be interested in; you might be interested in;
            more news; more stories; more articles; more headlines; more from this
            section; more from this author; more on this; more on this story; more on
            this topic; more like this; more to explore; more to discover; more top
            stories; more posts; more videos; more coverage; related; related article;
            related stories; related story; related posts; related post; related news;
            related content; related coverage; related topic; related links; related
            items; related reading; related videos; related video; related to this
            story; related to this article; related to this topic; related media;
            related searches; also read; read also; read next; read more news; read more
            articles; read more from this author; read full story; read full article;
            read the full story; read the full article; read the original article;
            continue reading; continue reading below; story continues below; story
            continues below advertisement; article continues below; article continues
            after ad; article continues after advertisement; keep reading; what to read
            next; next read this; must read; must reads; don't miss; popular posts;
            popular articles; popular stories; popular news; popular now; popular reads;
            popular this week; popular topics; popular categories; popular tags; popular
            videos; popular searches; most popular; most popular articles; most popular
            stories; most popular posts; most read; most read news; most read stories;
            most read articles; most viewed; most watched; most recent; most commented;
            most shared; most discussed; trending; trending now; trending news; trending
            today; trending stories; trending topics; trending articles; trending
            videos; trending posts; latest news; latest posts; latest stories; latest
            articles; latest headlines; latest videos; latest updates; the latest news;
            recent posts; recent articles; recent stories; recent news; recent comments;
            recent videos; recent episodes; top stories; top news; top stories today;
            top headlines; today's top stories; today's headlines; other stories; other
            news; other articles; editor's picks; editors' picks; editor's pick; editor
            picks; editor's choice; featured articles; featured posts; featured stories;
            featured video; featured videos; featured news; featured content;
            recommended for you; recommended stories; recommended articles; recommended
            reading; recommended videos; recommended posts; recommended by our team;
            suggested articles; suggested for you; picked for you; promoted stories;
            from around the web; around the web; from the web; elsewhere on the web;
            watch next; next article; next story; next post; next up; previous article;
            previous story; previous post; newer story; older story; newer post; older
            post; newer posts; older posts; newer article; older article; back to
            gallery; explore more; discover more; load more; view all posts; view all
            articles; breaking news; watch now; listen to this story; listen to this
            article; listen to article; listen to the article; in other news; news feed;
            newsfeed; news you can use; if you liked this; what's hot; what others are
            reading; people also read; readers also like; readers also liked; similar
            posts; similar stories
        """),
        starts=phrases("""
            view all posts by; see all posts by; read more posts by; read more from;
            read more stories; read more articles; read more news; read more on our; see
            more from; see more stories; more from our; more stories from; more articles
            by; more by; most popular on; most read in; most popular in; related
            articles on; latest from; latest on; you may also be interested; sponsored
            stories; next article in; previous article in; stories you may; stories for
            you; continue reading; click here to continue; story continues below;
            article continues below; article continues after
        """),
        longest=9,
    ),
    Rule(
        "more-from",
        "related",
        "head of a link list",
        hides="More From Dawgs By Nature",
        keeps="More from the north arrived by night.",
        pattern=r"^(?:(?:MORE|More) (?:FROM|From|ON|On|IN|In|ABOUT|About)|More "
        r"(?:from|on|in|about)) (?:[A-Z0-9][\w.'\u2019&-]*|the|this|of|and|by|in|"
        r"for)(?: (?:[A-Z0-9&][\w.'\u2019&-]*|the|of|and|by|in|for|&)){0,6}:?$",
        cues=phrases("more"),
        longest=8,
    ),
    Rule(
        "link-hint",
        "related",
        "link",
        hides="Related articles",
        keeps="Related articles were found in his car.",
        lines=phrases("""
            for you; up next; learn more; find out more; related resources; further
            reading; in this article; in this story; related products; suggested
            reading; featured; popular; the latest; recommended; show more; view more;
            more about; more in; similar articles; see all; view all; related
            articles; read more; see also; see more; more to read; related topics;
            more; previous; next; prev; older; newer; listen now; full story; read
            now; watch tv; back to all
        """),
        longest=3,
        alone=False,
    ),
    Rule(
        "advertisement",
        "ads",
        "advertisement",
        hides="- Advertisement -",
        keeps="Advertisement has moved to the street, the painter says.",
        lines=phrases("""
            ad; advertisement; advertisements; advertise; advertisement - scroll to
            continue; advertisement - continue reading below; advertisement continue
            reading the main story; continue reading the main story; scroll to
            continue; scroll for more; skip advertisement; sponsored; sponsored by;
            sponsored ad; sponsored content; sponsored links; sponsored stories;
            sponsored post; promoted; promoted content; promoted by; paid content;
            paid post; partner content; brand content; ad feedback; ad info; remove
            ads; hide ads; why this ad; buy now; shop now; order now; shop all; add to
            cart; add to basket; view cart; book a demo; book now; request a demo; get
            a demo; schedule a demo; watch demo; request a quote; get a quote; get a
            free quote; get started now; get started for free; get started today;
            let's get started; contact us today; contact sales; talk to sales; talk to
            an expert; try for free; try it for free; try now; claim offer; view deal;
            see price; check price; buy on amazon; see it on amazon; view on amazon;
            limited time offer; advertise with us
        """),
        starts=phrases("""
            advertisement; we noticed you're using an ad blocker; we've noticed you're
            adblocking; please disable your ad blocker; please turn off your ad blocker;
            book a free; book a demo; get started for free; buy tickets
        """),
        longest=8,
    ),
    Rule(
        "ad-blocker",
        "ads",
        "message of the page",
        hides="Our readers who use an ad blocker: please think of us.",
        keeps="A blocker of every reform, he left in May.",
        pattern=r"\b[Aa]d[- ]?[Bb]lock(?:er|ers|ing)?\b",
        cues=phrases("blocker; adblock; adblocker; adblocking; blockers; block"),
        longest=30,
        alone=False,
    ),
    Rule(
        "offer",
        "ads",
        "offer",
        hides="Get started",
        keeps="Get started early, the guides say.",
        lines=phrases("""
            cart; checkout; advertising; ads; get started; free download; download now;
            special offer; special offers; supported by; advert; free shipping; on sale;
            best deals
        """),
        longest=3,
        alone=False,
    ),
    Rule(
        "tags",
        "tags",
        "topics",
        hides="TAGS: farmer, sugar, sugar farmers",
        keeps="Tags on the cattle told where they came from.",
        lines=phrases("""
            tags; in this topic; tagged as; tagged with; tagged in; filed under; filed
            in; posted in; published in; category name; mentioned in this post; in this
            series; people mentioned; explore topics; browse by topic
        """),
        starts=phrases("""
            tags:; tag:; tagged:; tagged in:; tagged as:; tagged with:; tagged under:;
            topics:; keywords:; labels:; filed under; filed under:; filed in; filed in:;
            posted in:; posted under:; categories:; category:; categorized:;
            categorised:; hashtags:; follow topics
        """),
        longest=25,
    ),
    Rule(
        "topic-hint",
        "tags",
        "topics",
        hides="Categories",
        keeps="Categories of guilt, he calls them.",
        lines=phrases("""
            tag; topic; category; subjects; keywords; labels; topics; categories
        """),
        starts=phrases("""
            tagged; topic:; label:
        """),
        longest=12,
        alone=False,
    ),
    Rule(
        "shop-word",
        "ads",
        "offer",
        hides="$35 from Amazon",
        keeps="Amazon bought the mill from a farmer who had held it for forty years",
        pattern=r"(?:[$£€]\d|\b(?:Amazon|Shop|Buy|Order|Sale|Free|FREE|SHOP|"
        r"BUY)\b).{0,40}\b(?:[Aa]mazon|[Nn]ow|NOW|[Dd]eals?|[Tt]rial|"
        r"[Cc]onsultations?|[Ss]hipping|[Dd]emo)\b",
        cues=phrases("amazon; now; deal; deals; trial; consultation; shipping; demo"),
        longest=10,
        alone=False,
    ),
)

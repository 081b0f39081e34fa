"""The rules for English: menus, buttons, forms and newsletters."""

from reader.cleaning.rules.rule import Rule, phrases

PAGES = (
    Rule(
        "nav-control",
        "nav",
        "page control",
        hides="Skip to main content",
        keeps="Skip the middle and the murderer is named.",
        lines=phrases("""
            skip to main content; skip to content; skip to primary navigation; skip to
            navigation; skip to footer; skip to search; skip to main navigation; skip
            to header navigation; skip to site footer; skip links; main navigation;
            primary navigation; footer navigation; site navigation; breadcrumb;
            breadcrumbs; you are here; toggle menu; toggle navigation; toggle search;
            toggle sidebar; toggle table of contents; open menu; close menu; open
            search; close search; open navigation menu; main menu; search for; search
            this site; search results; site search; search here; close search bar;
            back to top; top of page; bottom of page; scroll to top; go to top; return
            to top; return to homepage; back to home; back to homepage; back to all
            news; back to news; back to blog; homepage; home page; site map; sitemap;
            log in; login; log out; logout; sign in; sign out; my account; sign in /
            join; login / register; about us; contact us; help center; help & support;
            customer service; our team; e-paper; epaper; download the app; download
            our app; get the app; quick links; useful links; select language; change
            language; accessibility help; work with us; write for us; submit a tip;
            send us a tip; report an error; report this ad; report a typo; next page;
            previous page; page 0 of 0; first page; last page; got it; dismiss; no
            thanks; no, thanks; maybe later; not now; all sections; switch edition;
            dark mode; light mode; text size; go to website; visit website; powered by
            wordpress; proudly powered by wordpress
        """),
        starts=phrases("""
            search for:; jump to navigation; javascript is disabled; javascript is not;
            please enable javascript; you need to enable javascript; enable javascript;
            your browser does not support; your browser is not supported; this browser
            is no longer supported; home »; home \u203a; home >; home /; you are here:
        """),
        longest=14,
    ),
    Rule(
        "browser",
        "nav",
        "message of the page",
        hides="You will have to enable JavaScript to go on using this page.",
        keeps="The flaw lies in how browsers read JavaScript, the firm said.",
        pattern=r"(?:[Ee]nable|[Tt]urn on|[Aa]llow|[Rr]equires?|[Dd]isabled?) (?:\w+ "
        r")?JavaScript|JavaScript (?:\w+ ){0,3}(?:disabled|enabled|required|turned "
        r"off)",
        cues=phrases("javascript"),
        longest=40,
    ),
    Rule(
        "nav-hint",
        "nav",
        "menu entry",
        hides="Sports",
        keeps="Sports came last.",
        lines=phrases("""
            faq; faqs; home; account; contact; contacts; mobile apps; go; ok;
            continue; submit; cancel; search; menu; close; loading; register; edition;
            sections; expand; collapse; careers; table of contents; on this page; jump
            to; contents; sports; sport; business; politics; world; entertainment;
            lifestyle; health; technology; science; travel; culture; food; style;
            music; movies; tv; games; weather; podcasts; events; shop; about; blog;
            company; products; resources; services; solutions; pricing; support; jobs;
            classifieds; obituaries; magazine; education; real estate; autos; fashion;
            arts; tech; u.s.; us; uk; europe; asia; africa; local; national;
            international; crime; finance; markets; economy; investing; nfl; nba; mlb;
            nhl; soccer; football; cricket; tennis; golf; crosswords; puzzles;
            horoscopes; comics; deals; reviews; features; analysis; columnists;
            editorials; letters; news; videos; video; opinion; live; watch; listen;
            photos; gallery; latest; trending; archive; archives; toggle; back;
            english; forum; press; help
        """),
        longest=3,
        alone=False,
    ),
    Rule(
        "newsletter",
        "newsletter",
        "newsletter",
        hides="Subscribe to the International Relations Updates by The Example",
        keeps="Subscribers to the fund lost everything, the court heard.",
        lines=phrases("""
            newsletter; newsletters; newsletter sign up; newsletter signup; email
            newsletter; email newsletters; our newsletter; get our newsletter; free
            newsletter; indicates required; indicates required field; indicates required
            fields; subscribe; subscribe now; subscribe today; subscribe for free;
            subscribe us; subscribe here; subscribe for updates; subscribe via email;
            subscribe by email; subscribe to blog via email; sign up now; sign up here;
            sign up today; sign up for free; sign me up; email address; your email; your
            email address; enter your email; enter your email address; enter email;
            unsubscribe; stay informed; stay up to date; stay in the loop; stay in the
            know; get the latest news; never miss a story; never miss a post; never miss
            an update; register for free; create an account; create account; create a
            free account; forgot password; forgot your password; lost your password;
            reset password; already a subscriber; already a member; already have an
            account; already registered; not a subscriber; not a member; become a
            member; become a subscriber; become a supporter; support our journalism;
            support us; support independent journalism; donate now; donate today; make a
            donation; subscribers only; for subscribers only; thank you for subscribing;
            thanks for subscribing; thank you for signing up; start your free trial; try
            it free; get unlimited access
        """),
        starts=phrases("""
            subscribe to; subscribe now; subscribe for; subscribe and; subscribe today;
            subscribe via; subscribe here; sign up to; sign up here; sign up now; sign
            up and; signup for; get the latest updates right in your inbox; get our
            newsletter; get our free; get the newsletter; get daily news; get local news
            delivered; get the day's; get this delivered to your inbox; join our
            newsletter; join our mailing list; join our community; join our whatsapp;
            join our telegram; join over; enter your email; by signing up; by
            subscribing; by entering your email; by clicking sign
            up; by clicking subscribe; by clicking submit; delivered
            to your inbox; delivered straight to your inbox; you can unsubscribe at any
            time; you may unsubscribe at any time; unsubscribe at any time; please check
            your inbox; check your inbox; already a subscriber?; already have an
            account?; already a member?; not a subscriber?; don't have an account?; to
            continue reading; this article is for subscribers; this content is for
            subscribers; this article is reserved for; you have reached your limit;
            you've reached your limit; thank you for subscribing; thanks for
            subscribing; thank you for signing up; thanks for signing up; your
            subscription could not be saved; your subscription has been; please review
            our terms of service to complete; support our journalism; support
            independent journalism
        """),
        longest=30,
    ),
    Rule(
        "inbox",
        "newsletter",
        "newsletter",
        hides="Get daily insight, inspiration and deals in your inbox",
        keeps="The letter was found in her inbox a week later.",
        pattern=r"\b(?:in|into|to) your (?:inbox|mailbox|email)\b",
        cues=phrases("inbox; mailbox; email"),
        longest=45,
        alone=False,
    ),
    Rule(
        "free-newsletter",
        "newsletter",
        "newsletter",
        hides="You can sign up to our free weekly newsletter here",
        keeps="He wrote a newsletter for the miners of the valley.",
        pattern=r"\b(?:[Ss]ign up|[Ss]ubscribe|[Jj]oin|[Rr]egister|SIGN UP|"
        r"SUBSCRIBE)\b.{0,60}\b(?:[Nn]ewsletters?|NEWSLETTER|mailing list|email "
        r"(?:alerts?|updates?))\b",
        cues=phrases("newsletter; newsletters; mailing; email"),
        longest=40,
        alone=False,
    ),
    Rule(
        "account-field",
        "newsletter",
        "form field",
        hides="First name",
        keeps="First names are used in the village.",
        lines=phrases("""
            email; first name; last name; full name; subscription; subscriptions;
            register now; i agree; sign up; donate; free trial; 0-day free trial;
            password; username; phone number; zip code; country; job title; company name
        """),
        longest=4,
        alone=False,
    ),
    Rule(
        "sign-up",
        "newsletter",
        "sign-up",
        hides="Sign up for The Morning",
        keeps="Signs of the flood were everywhere.",
        starts=phrases("""
            sign up for; log in to; sign in to; get the best of; by registering; by
            creating an account; check your email
        """),
        longest=20,
        alone=False,
    ),
    Rule(
        "newsletter-word",
        "newsletter",
        "newsletter",
        hides="The Facts Newsletter",
        keeps="Newsletter writers have formed a union of their own, which met in May "
        "in the hall",
        pattern=r"\b(?:[Nn]ewsletters?|NEWSLETTERS?|[Ss]ubscri(?:be|bers?|ptions?)|"
        r"[Ss]ign ?up|[Ee]-?mail (?:alerts?|address|updates?))\b",
        cues=phrases(
            "newsletter; newsletters; subscribe; subscriber; subscribers; subscription;"
            "subscriptions; sign; signup; email"
        ),
        longest=10,
        alone=False,
    ),
)

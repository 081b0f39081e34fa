"""The rules for English: readers' comments and share bars."""

from reader.cleaning.rules.rule import Rule, phrases

WIDGETS = (
    Rule(
        "page-tools",
        "comments",
        "page tools",
        hides="Adjust Comment Print",
        keeps="Adjust and comment, the printers were told",
        only=frozenset(phrases("adjust; comment; comments; print; font; size; text")),
        cues=phrases("comment; comments"),
        longest=6,
    ),
    Rule(
        "comment-form",
        "comments",
        "comment form",
        hides="Your email address will not be published. Required fields are marked *",
        keeps="Your email address will be published if you win, the court heard.",
        lines=phrases("""
            leave a reply; leave a comment; leave a response; leave your comment; leave
            a reply cancel reply; cancel reply; add a comment; add comment; add your
            comment; post a comment; post your comment; post comment; submit comment;
            write a comment; write a review; join the conversation; join the discussion;
            start the conversation; start the discussion; be the first to comment;
            comments are closed; comments have been closed; comments are off for this
            post; comments off; facebook comments; disqus comments; reader comments;
            user comments; have your say; email (will not be published); mail (will not
            be published) (required); required fields are marked; your comment; please
            log in to comment; login to comment; log in to comment; log in to reply; log
            in to leave a comment; report abuse; report comment; sort by newest; notify
            of; powered by disqus; allowed html tags
        """),
        starts=phrases("""
            your email address will not be published; save my name, email; required
            fields are marked; notify me of new posts; notify me of follow-up comments;
            notify me of new comments; notify me when new comments; please enable
            javascript to view the comments; this site uses akismet; learn how your
            comment data is processed; you must be logged in to; you must log in to; be
            the first to comment; comments are closed; comments are moderated;
            commenting on this; leave a comment; leave a reply; join the conversation;
            please login to; please log in to; you can use these html tags; we welcome
            your comments; click here to comment; comment on this
        """),
        longest=40,
    ),
    Rule(
        "comment-count",
        "comments",
        "comment counter",
        hides="33 Comments",
        keeps="33 comments were struck from the record.",
        lines=phrases("""
            0 comments; 0 comment; no comments; no comments yet; no comments so far;
            comments (0); comment (0); comments 0; comments: 0; (0) comments; 0 replies;
            0 responses; 0 reply; view comments; view all comments; view 0 comments;
            view all 0 comments; show comments; show 0 comments; hide comments; see
            comments; see all comments; read comments; read all comments; read the
            comments; load comments; load more comments; open comments; upvote (0)
        """),
        starts=phrases("""
            view comments (; show comments (; comments (
        """),
        longest=5,
    ),
    Rule(
        "form-field",
        "comments",
        "form field",
        hides="Name (required)",
        keeps="Names were required of all who fled.",
        lines=phrases("""
            name; website; remember me; name (required); email (required); what do you
            think; reply; comment; comments; your name; your website; message; required
        """),
        longest=4,
        alone=False,
    ),
    Rule(
        "share-bar",
        "social",
        "share bar",
        hides="Share this story:",
        keeps="Share prices fell on Monday.",
        lines=phrases("""
            0 shares; share this; share this story; share this article; share this post;
            share this page; share this on; share this with; share this video; share
            this gallery; share this content; share this entry; share this news; share
            it; share it on; share on; share via; share with; share with your friends;
            share options; share article; share post; share the story; share the
            article; share your thoughts; sharing is caring; spread the word; spread the
            love; like loading; follow us; follow us on; follow me; follow on; like us
            on facebook; find us on facebook; save article; save story; save this story;
            save this article; bookmark this article; gift this article; email this
            article; email this story; email to a friend; send to a friend; print this
            article; print this page; print article; link copied; copy link; copied;
            copy this link; copy url; click to share; stay connected; connect with us
        """),
        starts=phrases("""
            share on facebook; share on twitter; share on x; share on linkedin; share on
            pinterest; share on whatsapp; share on reddit; share on flipboard; share on
            email; share via email; share to facebook; share to twitter; share this
            article on; share this story on; click to share on; click to email; click to
            print; opens in new window; opens in a new window; email this to; like us on
            facebook; follow us on; follow me on; find us on; tweet this; pin it
        """),
        longest=9,
    ),
    Rule(
        "share-words",
        "social",
        "share bar",
        hides="Facebook Twitter WhatsApp Email 12",
        keeps="Facebook and Twitter email their users",
        only=frozenset(
            phrases("""
            adjust; bluesky; comment; comments; copy; digg; e; email; facebook;
            flipboard; follow; font; gettr; instagram; like; likes; link; linkedin;
            mail; mastodon; messenger; pin; pinterest; pocket; print; reddit; retweet;
            rss; save; share; shares; size; sms; snapchat; social; stumbleupon;
            telegram; tiktok; truth; tumblr; tweet; tweets; twitter; viber; views; vk;
            wechat; weibo; whatsapp; xing; youtube
        """)
        ),
        cues=phrases("""
            share; shares; tweet; tweets; retweet; email; print; pin; comment; comments;
            copy; follow; adjust
        """),
        longest=25,
    ),
    Rule(
        "share-counter",
        "social",
        "share counter",
        hides="1530 views",
        keeps="445 shares were sold to the state bank",
        lines=phrases("""
            0 shares; 0k shares; 0 views; 0 likes; 0 retweets
        """),
        longest=3,
    ),
    Rule(
        "follow-accounts",
        "social",
        "social accounts",
        hides="Follow the Mirror US News page on Facebook",
        keeps="Follow the money to Facebook, the witness told the court on Monday.",
        pattern=r"^(?:[Ff]ollow|FOLLOW|[Ll]ike|[Ff]ind|[Jj]oin|[Cc]onnect with) "
        r".{0,60}\b(?:on|ON) (?:Facebook|Twitter|X|Instagram|LinkedIn|YouTube|TikTok|"
        r"Telegram|WhatsApp|Threads|Bluesky|Google News|Flipboard|social "
        r"media)\b[^.]{0,40}\W*$",
        cues=phrases("follow; like; find; join; connect"),
        longest=20,
        alone=False,
    ),
    Rule(
        "share-word",
        "social",
        "share button",
        hides="Tweet",
        keeps="Tweets were read out in court.",
        lines=phrases("""
            share; tweet; shares; follow; following; like this; get in touch; print;
            save; more; email; facebook; twitter; instagram; linkedin; youtube;
            pinterest; whatsapp; reddit; telegram; tiktok; flipboard; messenger;
            threads; bluesky; x; copy; like; pin; pin it; rss; rss feed; rss feeds;
            pocket; follow by email; share page
        """),
        longest=2,
        alone=False,
    ),
    Rule(
        "comment-name",
        "comments",
        "reader's comment",
        hides="wheel spinner says",
        keeps="So the song says of the sea and the shore",
        pattern=r"^\S+(?: \S+){0,3} says?:?$",
        cues=phrases("says"),
        longest=5,
        alone=False,
    ),
    Rule(
        "share-with",
        "social",
        "share button",
        hides="Share this with Facebook",
        keeps="They share the bread with the dogs.",
        pattern=r"^(?:Share|SHARE|Tweet|Follow|Pin|Like) .{0,40}(?:[Tt]witter|"
        r"[Ff]acebook|X|WhatsApp|[Ll]ink[Ee]d[Ii]n|[Ee]mail|[Pp]interest|[Rr]eddit|"
        r"[Ii]nstagram)\b\W*$",
        cues=phrases("share; tweet; follow; pin; like"),
        longest=9,
        alone=False,
    ),
)

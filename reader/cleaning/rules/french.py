"""The rules for French."""

from reader.cleaning.rules.rule import Rule, phrases

FRENCH = (
    Rule(
        "commentaires",
        "comments",
        "commentaires",
        hides="Laisser un commentaire",
        keeps="Laisser un enfant seul, dit-elle, jamais.",
        lines=phrases("""
            commentaires; 0 commentaires; 0 commentaire; commenter; laisser un
            commentaire; ajouter un commentaire; publier un commentaire; répondre;
            réagir; lire les commentaires; voir les commentaires; voir tous les
            commentaires; aucun commentaire; vos réactions; annuler la réponse; poster
            un commentaire
        """),
        starts=phrases("""
            votre adresse e-mail ne sera pas publiée; votre adresse de messagerie ne
            sera pas publiée; les champs obligatoires sont indiqués; enregistrer mon
            nom, mon e-mail; vous devez être connecté; connectez-vous pour commenter
        """),
        longest=30,
    ),
    Rule(
        "partager",
        "social",
        "partage",
        hides="Partager cet article",
        keeps="Partager la terre, c'est partager l'eau.",
        lines=phrases("""
            partager; partager cet article; partager l'article; partagez; partagez cet
            article; partager sur facebook; partager sur twitter; partager sur x;
            partager par e-mail; envoyer par e-mail; imprimer; suivez-nous; nous suivre;
            suivre; copier le lien; enregistrer; lien copié; tweeter; épingler; offrir
            l'article; sauvegarder
        """),
        starts=phrases("""
            suivez-nous sur; retrouvez-nous sur; partager sur; partager via; cliquez
            pour partager
        """),
        longest=9,
    ),
    Rule(
        "a-lire",
        "related",
        "liens",
        hides="À lire aussi : le retour du fleuve",
        keeps="À lire la presse, tout va bien.",
        lines=phrases("""
            à lire aussi; lire aussi; à lire également; à voir aussi; sur le même sujet;
            dans la même rubrique; articles liés; articles similaires; les plus lus; les
            plus partagés; lire la suite; en savoir plus; voir plus; voir aussi; à la
            une; dernières actualités; dernières infos; les dernières actualités;
            articles récents; nos recommandations; recommandé pour vous; vous aimerez
            aussi; article suivant; article précédent; toute l'actualité; le fil info;
            contenus sponsorisés; plus d'articles
        """),
        starts=phrases("""
            à lire aussi:; à lire aussi :; lire aussi:; lire aussi :; à lire :; à lire
            également :; à voir aussi :; voir aussi :; lire également :; sur le même
            sujet :; notre dossier :; >> lire
        """),
        longest=25,
    ),
    Rule(
        "lettre",
        "newsletter",
        "lettre d'information",
        hides="Inscrivez-vous à notre newsletter",
        keeps="La lettre fut lue au tribunal.",
        lines=phrases("""
            newsletter; newsletters; s'abonner; abonnez-vous; je m'abonne; s'inscrire;
            inscription; inscrivez-vous; déjà abonné; déjà inscrit; votre adresse
            e-mail; adresse e-mail; mot de passe; mot de passe oublié; créer un compte;
            essai gratuit; offre d'abonnement; inscrivez-vous à notre newsletter
        """),
        starts=phrases("""
            inscrivez-vous à; abonnez-vous à; recevez chaque; recevez notre newsletter;
            recevez le meilleur; déjà abonné ?; déjà abonné?; cet article est réservé;
            il vous reste; en vous inscrivant; votre adresse e-mail est; vous pouvez
            vous désinscrire
        """),
        longest=30,
    ),
    Rule(
        "menu",
        "nav",
        "menu du site",
        hides="Aller au contenu principal",
        keeps="Aller au contenu d'un livre prend du temps.",
        lines=phrases("""
            aller au contenu; aller au contenu principal; passer au contenu; accueil;
            menu; fermer; ouvrir le menu; rechercher; recherche; se connecter;
            connexion; se déconnecter; mon compte; retour; retour en haut; haut de page;
            contact; contactez-nous; qui sommes-nous; plan du site; sommaire; page
            suivante; page précédente; suivant; précédent
        """),
        starts=phrases("""
            vous êtes ici :; veuillez activer javascript
        """),
        longest=8,
    ),
    Rule(
        "mentions",
        "legal",
        "mentions légales",
        hides="Tous droits réservés",
        keeps="Tous droits et devoirs mêlés, la loi passe.",
        lines=phrases("""
            mentions légales; politique de confidentialité; confidentialité; conditions
            générales; conditions d'utilisation; conditions générales d'utilisation;
            cgu; cgv; gestion des cookies; gérer les cookies; paramétrer les cookies;
            tout accepter; tout refuser; accepter; continuer sans accepter; données
            personnelles; tous droits réservés; accessibilité; accessibilité : non
            conforme
        """),
        starts=phrases("""
            tous droits réservés; nous utilisons des cookies; ce site utilise des
            cookies; en poursuivant votre navigation; nous et nos partenaires;
            reproduction interdite; toute reproduction
        """),
        longest=60,
    ),
    Rule(
        "publicite",
        "ads",
        "publicité",
        hides="Publicité",
        keeps="Publicité et presse se tiennent, dit-il.",
        lines=phrases("""
            publicité; annonce; sponsorisé; contenu sponsorisé; partenaire; en
            partenariat avec; acheter maintenant; j'en profite; voir l'offre; la suite
            après la publicité
        """),
        starts=phrases("""
            la suite après la publicité; la suite de votre contenu
        """),
        longest=8,
    ),
    Rule(
        "signature",
        "byline",
        "signature",
        hides="À propos de l'auteur",
        keeps="À propos de la loi, rien ne fut dit.",
        lines=phrases("""
            par; l'auteur; à propos de l'auteur; la rédaction; auteur; rédigé par;
            publié par; écrit par
        """),
        starts=phrases("""
            écrit par :; par la rédaction; avec afp
        """),
        longest=5,
    ),
    Rule(
        "credit",
        "caption",
        "crédit photo",
        hides="Crédit photo : Anne Petit / AFP",
        keeps="Crédit et dette vont ensemble.",
        lines=phrases("""
            crédit photo; photo d'illustration; image d'illustration; illustration;
            agrandir l'image; voir la galerie; légende
        """),
        starts=phrases("""
            crédit photo; crédit :; crédits :; photo :; photo d'illustration; image :; ©
            afp; © reuters
        """),
        longest=10,
    ),
    Rule(
        "mots-cles",
        "tags",
        "mots-clés",
        hides="Mots-clés : fleuve, digue, récolte",
        keeps="Mots doux et mots durs se mêlent.",
        lines=phrases("""
            mots-clés; thèmes; thématiques; rubriques; catégories; catégorie; sujets
        """),
        starts=phrases("""
            mots-clés :; mots-clés:; thèmes :; tags :; tags:; catégories :; catégorie :;
            sujets :; rubrique :
        """),
        longest=20,
    ),
    Rule(
        "date",
        "timestamp",
        "date",
        hides="Temps de lecture : 4 min",
        keeps="Mis à jour, le plan reste secret.",
        lines=phrases("""
            publié le; mis à jour le; modifié le; temps de lecture; temps de lecture : 0
            min; lecture 0 min; 0 min de lecture; il y a 0 heures; il y a 0 jours; il y
            a 0 minutes
        """),
        starts=phrases("""
            temps de lecture
        """),
        longest=6,
    ),
    Rule(
        "dates-french",
        "timestamp",
        "date of publication",
        hides="mercredi 3 mars 2024 à 14 h 05",
        keeps="mars et avril furent secs",
        only=frozenset(
            phrases("""
            publié; mis; à; jour; le; la; a; modifié; par; lecture; temps; de; min;
            minutes; h; lundi; mardi; mercredi; jeudi; vendredi; samedi; dimanche;
            janvier; février; mars; avril; mai; juin; juillet; août; septembre; octobre;
            novembre; décembre; il; y; heures; jours; et
        """)
        ),
        longest=12,
        alone=False,
    ),
    Rule(
        "byline-french",
        "byline",
        "byline",
        hides="Par Anne Petit et Luc Morel",
        keeps="Par Temps Froid, la digue tient.",
        pattern=r"^(?:Par|PAR|De notre correspondante?) [A-ZÉÈ][\w.-]+ (?:de |du |le |"
        r"la )?[A-ZÉÈ][\w-]+(?:(?:,| et| avec).{0,50})?$(?<![.!?])",
        cues=phrases("par; de"),
        longest=9,
    ),
)

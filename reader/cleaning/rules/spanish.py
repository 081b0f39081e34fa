"""The rules for Spanish."""

from reader.cleaning.rules.rule import Rule, phrases

SPANISH = (
    Rule(
        "comentarios",
        "comments",
        "comentarios",
        hides="Deja un comentario",
        keeps="Deja un país en ruinas y una deuda.",
        lines=phrases("""
            comentarios; 0 comentarios; 0 comentario; comentar; deja un comentario; deja
            una respuesta; dejar un comentario; añadir comentario; escribe un
            comentario; responder; ver comentarios; ver todos los comentarios; sin
            comentarios; cancelar respuesta; publicar comentario; enviar comentario
        """),
        starts=phrases("""
            tu dirección de correo electrónico no será publicada; su dirección de correo
            electrónico no será publicada; los campos obligatorios están marcados;
            guarda mi nombre, correo; debes iniciar sesión; inicia sesión para comentar;
            normas ›
        """),
        longest=30,
    ),
    Rule(
        "compartir",
        "social",
        "compartir",
        hides="Compartir en Facebook",
        keeps="Compartir el agua fue siempre la ley.",
        lines=phrases("""
            compartir; compartir en facebook; compartir en twitter; compartir en x;
            compartir en whatsapp; comparte; comparte esta noticia; comparte este
            artículo; compartir artículo; compartir esta noticia; enviar por correo;
            enviar por email; imprimir; síguenos; síguenos en; seguir; copiar enlace;
            copiar link; guardar; tuitear; enlace copiado
        """),
        starts=phrases("""
            síguenos en; compartir en; compartir por; comparte en; haz clic para
            compartir; únete a nuestro canal
        """),
        longest=9,
    ),
    Rule(
        "lea-tambien",
        "related",
        "enlaces",
        hides="Lea también: El río que volvió",
        keeps="Lea también el contrato, dice el juez.",
        lines=phrases("""
            lea también; lee también; leer más; leer también; ver más; te puede
            interesar; también te puede interesar; te recomendamos; te podría interesar;
            noticias relacionadas; artículos relacionados; relacionados; más noticias;
            más leídas; lo más leído; lo más visto; las más leídas; lo último; últimas
            noticias; noticias recientes; entradas recientes; más información; más sobre
            este tema; en otras noticias; siguiente noticia; noticia anterior; seguir
            leyendo; continuar leyendo; recomendados; destacados; ver todo; ver todas
        """),
        starts=phrases("""
            lea también:; lee también:; lea también |; leer también:; te puede
            interesar:; también te puede interesar:; te recomendamos:; más información:;
            ver también:; vea también:; mira también:; relacionado:; puedes leer:; le
            puede interesar:; le recomendamos:
        """),
        longest=25,
    ),
    Rule(
        "boletin",
        "newsletter",
        "boletín",
        hides="Suscríbete a nuestro boletín",
        keeps="El boletín llegó tarde a la mina.",
        lines=phrases("""
            boletín; boletines; newsletter; newsletters; suscríbete; suscribirse;
            suscríbase; suscripción; regístrate; registrarse; correo electrónico; tu
            correo electrónico; contraseña; crear cuenta; olvidé mi contraseña; ya soy
            suscriptor; prueba gratis; hazte socio; suscríbete a nuestro boletín
        """),
        starts=phrases("""
            suscríbete a; suscríbete para; suscríbase a; regístrate para; regístrate en;
            recibe cada; recibe las noticias; recibe nuestro boletín; recibe en tu
            correo; apúntate a; este contenido es exclusivo; este artículo es exclusivo;
            ya eres suscriptor; al suscribirte; apoya nuestro periodismo
        """),
        longest=30,
    ),
    Rule(
        "menu-es",
        "nav",
        "menú",
        hides="Saltar al contenido",
        keeps="Saltar al agua fría, dice, cura.",
        lines=phrases("""
            saltar al contenido; ir al contenido; ir al contenido principal; inicio;
            portada; menú; abrir menú; cerrar menú; cerrar; buscar; búsqueda; iniciar
            sesión; cerrar sesión; acceder; mi cuenta; volver arriba; subir; volver;
            contacto; contáctanos; quiénes somos; mapa del sitio; página siguiente;
            página anterior; siguiente; anterior; secciones; hemeroteca
        """),
        starts=phrases("""
            saltar al contenido; ir al contenido; usted está aquí:; por favor activa
            javascript
        """),
        longest=8,
    ),
    Rule(
        "aviso-legal",
        "legal",
        "aviso legal",
        hides="Todos los derechos reservados",
        keeps="Todos los derechos se ganan en la calle.",
        lines=phrases("""
            aviso legal; política de privacidad; privacidad; términos y condiciones;
            términos de uso; condiciones de uso; política de cookies; configurar
            cookies; configuración de cookies; aceptar; aceptar todo; aceptar cookies;
            rechazar; rechazar todo; todos los derechos reservados; accesibilidad;
            protección de datos
        """),
        starts=phrases("""
            todos los derechos reservados; utilizamos cookies; usamos cookies; este
            sitio web utiliza cookies; este sitio utiliza cookies; nosotros y nuestros
            socios; al continuar navegando; queda prohibida la reproducción; prohibida
            su reproducción; prohibida la reproducción
        """),
        longest=60,
    ),
    Rule(
        "publicidad",
        "ads",
        "publicidad",
        hides="Publicidad",
        keeps="Publicidad y prensa van de la mano.",
        lines=phrases("""
            publicidad; anuncio; anuncios; patrocinado; contenido patrocinado; comprar
            ahora; ver oferta; continúa leyendo tras la publicidad; publicidad - sigue
            leyendo debajo
        """),
        starts=phrases("""
            sigue leyendo debajo; la noticia continúa debajo
        """),
        longest=8,
    ),
    Rule(
        "firma",
        "byline",
        "firma",
        hides="Sobre el autor",
        keeps="Sobre el autor del robo no se sabe nada.",
        lines=phrases("""
            por; autor; sobre el autor; sobre la autora; redacción; escrito por;
            publicado por; acerca del autor
        """),
        starts=phrases("""
            por redacción; redacción:; escrito por:; fuente: efe; con información de
        """),
        longest=6,
    ),
    Rule(
        "foto",
        "caption",
        "crédito de la foto",
        hides="Imagen: Ana Ruiz / EFE",
        keeps="Fotos del puente dieron la vuelta al mundo.",
        lines=phrases("""
            foto; imagen; galería; ver galería; ampliar imagen; crédito; pie de foto;
            imagen de archivo; foto de archivo
        """),
        starts=phrases("""
            foto:; fotos:; imagen:; foto: efe; crédito:; créditos:; fotografía:; (foto:;
            (efe/; (ap foto
        """),
        longest=10,
    ),
    Rule(
        "etiquetas",
        "tags",
        "etiquetas",
        hides="Etiquetas: río, dique, cosecha",
        keeps="Etiquetas nuevas para el vino viejo.",
        lines=phrases("""
            etiquetas; temas; temas relacionados; categorías; categoría; archivado en;
            más sobre
        """),
        starts=phrases("""
            etiquetas:; temas:; tags:; categorías:; categoría:; archivado en:; en esta
            nota:
        """),
        longest=20,
    ),
    Rule(
        "fecha",
        "timestamp",
        "fecha",
        hides="Tiempo de lectura: 4 min",
        keeps="Actualizado el censo, faltan mil nombres.",
        lines=phrases("""
            publicado; publicado el; actualizado; actualizado el; última actualización;
            tiempo de lectura; 0 min de lectura; 0 minutos de lectura; hace 0 horas;
            hace 0 días; hace 0 minutos
        """),
        starts=phrases("""
            tiempo de lectura; última actualización:
        """),
        longest=6,
    ),
    Rule(
        "dates-spanish",
        "timestamp",
        "date of publication",
        hides="miércoles 3 de marzo de 2024",
        keeps="marzo y abril fueron secos en el valle",
        only=frozenset(
            phrases("""
            publicado; actualizado; el; la; a; las; de; del; última; actualización; h;
            hrs; horas; min; minutos; lectura; tiempo; lunes; martes; miércoles; jueves;
            viernes; sábado; domingo; enero; febrero; marzo; abril; mayo; junio; julio;
            agosto; septiembre; octubre; noviembre; diciembre; ene; feb; mar; abr; may;
            jun; jul; ago; sep; oct; nov; dic; hace; días; por; y
        """)
        ),
        longest=12,
        alone=False,
    ),
    Rule(
        "byline-spanish",
        "byline",
        "byline",
        hides="Por Ana Ruiz y Luis Mora",
        keeps="Por Primera Vez votan ellas.",
        pattern=r"^(?:Por|POR) [A-ZÁÉÍÓÚÑ][\w.-]+ (?:de |del |la "
        r")?[A-ZÁÉÍÓÚÑ][\w-]+(?:(?:,| y| [A-Z]).{0,50})?$(?<![.!?])",
        cues=phrases("por"),
        longest=9,
    ),
)

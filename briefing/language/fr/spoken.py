"""What is said aloud in French."""

from briefing.language.spoken import SpokenWords

SPOKEN = SpokenWords(
    title="Fiche orale",
    numbers=("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    nearly="près de {0}",
    over="un peu plus de {0}",
    about="environ {0}",
    amount="{number} {scale} de {currency}",
    scales={
        6: ("million", "millions", "millions"),
        9: ("milliard", "milliards", "milliards"),
        12: ("billion", "billions", "billions"),
    },
    currencies={"USD": "dollars", "GBP": "livres", "MNT": "tugriks"},
    percent=("pour cent",) * 3,
    deficit="un déficit\u00a0: {0}",
    parts=(
        "presque tout\u00a0: {0}",
        "la plus grande part\u00a0: {0}",
        "plus de la moitié\u00a0: {0}",
    ),
    said="Ne pas dire\u00a0:",
    provisional="que c’est définitif (c’est provisoire)",
    part_year="que c’est une année entière (c’est {0})",
    old="que c’est actuel (c’est {0})",
    listed="«\u00a0de tous les partenaires\u00a0» ({0} seulement sont recensés)",
    stock="que c’est le flux de l’année (c’est le stock à sa fin)",
    share="«\u00a0du commerce\u00a0» (c’est la part de ce qui est nommé)",
    round="plus de chiffres",
    below_two=0,
)

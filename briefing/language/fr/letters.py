"""The French words of a draft, an embargo, a signature and the letter with an edition."""

from briefing.language.letters import LetterWords

LETTER = LetterWords(
    draft="PROJET",
    embargo="Embargo",
    until="SOUS EMBARGO jusqu’au {moment}",
    moment="{date}, {time} {zone}",
    signed="Signé électroniquement par {name}, {moment}",
    signature="Signature électronique de {name}",
    subject="{title}\u00a0: {edition}",
    correction="Rectificatif\u00a0: {subject}",
    attached="Pièces jointes",
    headline="Chiffres clés",
    figure="{name}, {period}\u00a0: {text}",
    changes="Ce qui a changé",
    revised="{name}, {period}\u00a0: {now}, auparavant {before}",
    more="autres chiffres\u00a0: {count}",
    added="chiffres imprimés pour la première fois\u00a0: {count}",
    gone="chiffres qui ne sont plus imprimés\u00a0: {count}",
    first="C’est la première édition que vous recevez.",
    same="Aucun chiffre n’a changé depuis la dernière édition.",
    sources="D’où viennent les chiffres",
    sender="Établi par {product}. Chaque chiffre du fichier joint peut être suivi jusqu’à sa "
    "cellule d’origine.",
)

"""The Russian words of a draft, an embargo, a signature and the letter with an edition."""

from briefing.language.letters import LetterWords

LETTER = LetterWords(
    draft="ПРОЕКТ",
    embargo="Эмбарго",
    until="НЕ ПУБЛИКОВАТЬ до {moment}",
    moment="{date}, {time} {zone}",
    signed="Подписано электронной подписью: {name}, {moment}",
    signature="Электронная подпись: {name}",
    subject="{title}: {edition}",
    correction="Исправление: {subject}",
    attached="Вложения",
    headline="Главные показатели",
    figure="{name}, {period}: {text}",
    changes="Что изменилось",
    revised="{name}, {period}: {now}, ранее {before}",
    more="и другие показатели: {count}",
    added="показателей приведено впервые: {count}",
    gone="показателей больше не приводится: {count}",
    first="Это первый выпуск, который вы получаете.",
    same="С прошлого выпуска ни один показатель не изменился.",
    sources="Откуда взяты данные",
    sender="Составлено программой {product}. Каждый показатель вложенного файла прослеживается до "
    "ячейки исходных данных.",
)

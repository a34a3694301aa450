"""The Mongolian words of a draft, an embargo, a signature and the letter with an edition."""

from briefing.language.letters import LetterWords

LETTER = LetterWords(
    draft="ТӨСӨЛ",
    embargo="Хориг",
    until="{moment} хүртэл НИЙТЛЭХГҮЙ",
    moment="{date}, {time} {zone}",
    signed="Цахим гарын үсгээр баталгаажуулсан: {name}, {moment}",
    signature="Цахим гарын үсэг: {name}",
    subject="{title}: {edition}",
    correction="Залруулга: {subject}",
    attached="Хавсралт",
    headline="Гол үзүүлэлт",
    figure="{name}, {period}: {text}",
    changes="Өөрчлөлт",
    revised="{name}, {period}: {now}, өмнө нь {before}",
    more="өөр {count} үзүүлэлт",
    added="анх удаа орсон үзүүлэлт: {count}",
    gone="хасагдсан үзүүлэлт: {count}",
    first="Энэ бол таны хүлээн авч буй анхны дугаар.",
    same="Өмнөх дугаараас хойш өөрчлөгдсөн үзүүлэлт алга.",
    sources="Тоо баримтын эх сурвалж",
    sender="{product} программаар бэлтгэв. Хавсаргасан файлын тоо бүрийг эх өгөгдлийн нүд хүртэл "
    "мөшгих боломжтой.",
)

"""The finding codes of this room, documented."""

from briefing.model import Code

CODES = {
    "B050": Code(
        "No such file",
        "The manifest or a section names a file that the project doesn't have.",
        "What the file should have brought would be missing from the document.",
        "file: trad.csv   # the file is called trade.csv",
    ),
    "B051": Code(
        "A path out of the project",
        "A path is absolute, an address, or leads out of the project's folder, perhaps by a link.",
        "A project must build alike wherever its folder stands, and read nothing else there.",
        "file: ../other/trade.csv",
    ),
    "B052": Code(
        "Not a readable file",
        "What stands there is a folder, a pipe or a device, or may not be read.",
        "Only plain files can be hashed and read again as they were.",
        "file: sections",
    ),
    "B053": Code(
        "File too large",
        "A file is larger than its limit: a manifest 1 MiB, a section 4 MiB, data 64 MiB.",
        "A file of that size is usually the wrong one, and would hold up or break a build.",
        "a briefing.yaml of 3 MiB",
    ),
    "B054": Code(
        "Not UTF-8",
        "A text file is in another encoding; the message names the one it seems to be.",
        "Read as UTF-8 its letters would come out wrong, and guessing may be wrong too.",
        "sections/ru/trade.md saved as cp1251",
    ),
    "B060": Code(
        "No mail server",
        "No line to the mail server could be opened: a wrong name or port, no network, no answer.",
        "Nothing was sent.",
        "--server smtp.mfa.exmaple",
    ),
    "B061": Code(
        "No trusted line",
        "The server offers no encryption, or its certificate doesn't prove that it is the one "
        "named.",
        "Login and briefing would be open to whoever listens, or go to somebody else.",
        "--server 192.0.2.7, whose certificate names smtp.mfa.example",
    ),
    "B062": Code(
        "Login refused",
        "The server refuses the login, or takes none.",
        "Nothing was sent.",
        "BRIEFING_SMTP_PASSWORD with last year's password",
    ),
    "B063": Code(
        "Mail refused",
        "The server refuses this sender, recipient or mail for good (an answer 5xx).",
        "The recipient doesn't get it; all others do.",
        "550 no such user",
    ),
    "B064": Code(
        "Mail put off",
        "The server put off the mail each time (an answer 4xx), as greylisting does.",
        "The recipient hasn't got it yet; sending again later reaches only those who lack it.",
        "451 greylisted, try again later",
    ),
    "B065": Code(
        "Line lost",
        "The server closed the line or fell silent while it was given the mail.",
        "Whether it arrived isn't known; sent again it has the same Message-ID.",
        "no answer in 60 seconds",
    ),
    "B066": Code(
        "Too early for the public",
        "`briefing build --public` runs before the embargo's end.",
        "The version without the line would be taken for one that everybody may read.",
        "embargo: 2026-12-01T09:30+08:00, and it is 01:29 UTC",
    ),
    "B067": Code(
        "Under embargo",
        "A recipient is not on the pre-release list, and the embargo hasn't ended.",
        "Whoever gets it may publish it.",
        "send: {to: [press@news.example]} before the end of `embargo:`",
    ),
    "B068": Code(
        "Mail too large",
        "A mail with its attachments is larger than the limit: 10 MB unless --limit says another.",
        "Many servers refuse such mails, some of them silently. Nothing was sent.",
        "eight languages of 1.4 MB each",
    ),
}

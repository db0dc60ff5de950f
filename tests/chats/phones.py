"""How phones of many languages write WhatsApp exports: dates, clocks, and the app's own words."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import afterus.chats.whatsapp

PHRASES = tomllib.loads(
    (Path(afterus.chats.whatsapp.__file__).parent / "phrases.toml").read_text(encoding="utf-8")
)
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
BENGALI = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
NARROW, FIXED, MARK, RTL = "\u202f", "\u00a0", "\u200e", "\u200f"

# language: (Android, iPhone); the parts are those of `filled`.
STAMPS = {
    "en_US": ("{m}/{d}/{yy}, {h}:{MM} {AM}", "{m}/{d}/{yy}, {h}:{MM}:{SS} {AM}"),
    "en_US narrow": (
        "{m}/{d}/{yy}, {h}:{MM}" + NARROW + "{AM}",
        "{m}/{d}/{yy}, {h}:{MM}:{SS}" + NARROW + "{AM}",
    ),
    "en_GB": ("{dd}/{mm}/{yyyy}, {HH}:{MM}", "{dd}/{mm}/{yyyy}, {HH}:{MM}:{SS}"),
    "en_IN": ("{dd}/{mm}/{yy}, {h}:{MM} {am}", "{dd}/{mm}/{yy}, {h}:{MM}:{SS} {AM}"),
    "en_AU": ("{d}/{m}/{yy}, {h}:{MM} {am}", "{d}/{m}/{yyyy}, {h}:{MM}:{SS} {am}"),
    "en_CA": ("{yyyy}-{mm}-{dd}, {h}:{MM} {a.m.}", "{yyyy}-{mm}-{dd}, {h}:{MM}:{SS} {AM}"),
    "en_ZA": ("{yyyy}/{mm}/{dd}, {HH}:{MM}", "{yyyy}/{mm}/{dd}, {HH}:{MM}:{SS}"),
    "en_NZ": ("{d}/{mm}/{yy}, {h}:{MM} {am}", "{d}/{mm}/{yyyy}, {h}:{MM}:{SS} {am}"),
    "de_DE": ("{dd}.{mm}.{yy}, {HH}:{MM}", "{dd}.{mm}.{yy}, {HH}:{MM}:{SS}"),
    "es_ES": ("{d}/{m}/{yy}, {H}:{MM}", "{d}/{m}/{yy}, {H}:{MM}:{SS}"),
    "es_ES old": ("{d}/{m}/{yy} {H}:{MM}", "{d}/{m}/{yy} {H}:{MM}:{SS}"),
    "es_MX": (
        "{dd}/{mm}/{yy}, {h}:{MM} {a. m.}",
        "{dd}/{mm}/{yy}, {h}:{MM}:{SS}" + NARROW + "{a. m.}",
    ),
    "es_CO fixed": (
        "{d}/{mm}/{yy}, {h}:{MM}" + FIXED + "{a.f m.}",
        "{d}/{mm}/{yy}, {h}:{MM}:{SS}" + FIXED + "{a.f m.}",
    ),
    "pt_BR": ("{dd}/{mm}/{yyyy} {HH}:{MM}", "{dd}/{mm}/{yyyy}, {HH}:{MM}:{SS}"),
    "pt_PT": ("{dd}/{mm}/{yy}, {HH}:{MM}", "{dd}/{mm}/{yy}, {HH}:{MM}:{SS}"),
    "fr_FR": ("{dd}/{mm}/{yyyy}, {HH}:{MM}", "{dd}/{mm}/{yyyy} {HH}:{MM}:{SS}"),
    "fr_FR à": ("{dd}/{mm}/{yyyy} à {HH}:{MM}", "{dd}/{mm}/{yyyy} à {HH}:{MM}:{SS}"),
    "fr_CA": ("{yyyy}-{mm}-{dd} {HH} h {MM}", "{yyyy}-{mm}-{dd} {HH} h {MM} min {SS} s"),
    "it_IT": ("{dd}/{mm}/{yy}, {HH}:{MM}", "{dd}/{mm}/{yy}, {HH}:{MM}:{SS}"),
    "nl_NL": ("{dd}-{mm}-{yyyy} {HH}:{MM}", "{dd}-{mm}-{yyyy} {HH}:{MM}:{SS}"),
    "pl_PL": ("{dd}.{mm}.{yyyy}, {HH}:{MM}", "{dd}.{mm}.{yyyy}, {HH}:{MM}:{SS}"),
    "ru_RU": ("{dd}.{mm}.{yyyy}, {HH}:{MM}", "{dd}.{mm}.{yyyy}, {HH}:{MM}:{SS}"),
    "uk_UA": ("{dd}.{mm}.{yy}, {HH}:{MM}", "{dd}.{mm}.{yy}, {HH}:{MM}:{SS}"),
    "tr_TR": ("{d}.{mm}.{yyyy} {HH}:{MM}", "{d}.{mm}.{yyyy} {HH}:{MM}:{SS}"),
    "ar_EG": (
        "{d}" + RTL + "/{m}" + RTL + "/{yyyy}، {h}:{MM} {ص}",
        "{d}" + RTL + "/{m}" + RTL + "/{yyyy}، {h}:{MM}:{SS} {ص}",
    ),
    "ar latin": ("{d}/{m}/{yyyy}, {h}:{MM} {ص}", "{dd}/{mm}/{yyyy}, {h}:{MM}:{SS} {ص}"),
    "he_IL": ("{d}.{m}.{yyyy}, {H}:{MM}", "{d}.{m}.{yyyy}, {H}:{MM}:{SS}"),
    "hi_IN": ("{d}/{m}/{yy}, {h}:{MM} {am}", "{dd}/{mm}/{yy}, {h}:{MM}:{SS} {am}"),
    "hi digits": ("{d}/{m}/{yy}, {h}:{MM} {अ}", "{d}/{m}/{yy}, {h}:{MM}:{SS} {अ}"),
    "bn_BD": ("{d}/{m}/{yy}, {h}:{MM} {AM}", "{d}/{m}/{yy}, {h}:{MM}:{SS} {AM}"),
    "id_ID": ("{dd}/{mm}/{yy} {HH}.{MM}", "{dd}/{mm}/{yy} {HH}.{MM}.{SS}"),
    "ms_MY": ("{d}/{mm}/{yy}, {h}:{MM} {PG}", "{dd}/{mm}/{yyyy}, {h}:{MM}:{SS} {PG}"),
    "ja_JP": ("{yyyy}/{mm}/{dd} {H}:{MM}", "{yyyy}/{mm}/{dd} {H}:{MM}:{SS}"),
    "ja 12": ("{yyyy}/{mm}/{dd} {午前}{h}:{MM}", "{yyyy}/{mm}/{dd} {午前}{h}:{MM}:{SS}"),
    "ja era": ("R{era}/{m}/{d} {H}:{MM}", "R{era}/{m}/{d} {H}:{MM}:{SS}"),
    "ko_KR": ("{yyyy}. {m}. {d}. {오전} {h}:{MM}", "{yyyy}. {m}. {d}. {오전} {h}:{MM}:{SS}"),
    "ko words": (
        "{yyyy}년 {m}월 {d}일 {오전} {h}:{MM}",
        "{yyyy}년 {m}월 {d}일 {오전} {h}:{MM}:{SS}",
    ),
    "zh_CN": ("{yyyy}/{m}/{d} {上午}{h}:{MM}", "{yyyy}/{m}/{d} {上午}{h}:{MM}:{SS}"),
    "zh_CN 24": ("{yyyy}/{m}/{d} {HH}:{MM}", "{yyyy}/{m}/{d} {HH}:{MM}:{SS}"),
    "zh_HK": ("{d}/{m}/{yyyy} {上午}{h}:{MM}", "{d}/{m}/{yyyy} {上午}{h}:{MM}:{SS}"),
    "sv_SE": ("{yyyy}-{mm}-{dd} {HH}:{MM}", "{yyyy}-{mm}-{dd}, {HH}:{MM}:{SS}"),
    "sv kl.": ("{yyyy}-{mm}-{dd} kl. {HH}:{MM}", "{yyyy}-{mm}-{dd} kl. {HH}:{MM}:{SS}"),
    "da_DK": ("{dd}.{mm}.{yyyy} {HH}.{MM}", "{dd}.{mm}.{yyyy} {HH}.{MM}.{SS}"),
    "nb_NO": ("{dd}.{mm}.{yyyy}, {HH}:{MM}", "{dd}.{mm}.{yyyy}, {HH}:{MM}:{SS}"),
    "nb kl.": ("{dd}.{mm}.{yyyy} kl. {HH}.{MM}", "{dd}.{mm}.{yyyy} kl. {HH}.{MM}.{SS}"),
    "fi_FI": ("{d}.{m}.{yyyy} klo {HH}.{MM}", "{d}.{m}.{yyyy} klo {HH}.{MM}.{SS}"),
    "cs_CZ": ("{dd}.{mm}.{yy} {H}:{MM}", "{dd}.{mm}.{yy} {H}:{MM}:{SS}"),
    "cs spaced": ("{d}. {m}. {yyyy} {H}:{MM}", "{d}. {m}. {yyyy} {H}:{MM}:{SS}"),
    "sk_SK": ("{d}. {m}. {yyyy}, {H}:{MM}", "{d}. {m}. {yyyy} {H}:{MM}:{SS}"),
    "hu_HU": ("{yyyy}. {mm}. {dd}. {H}:{MM}", "{yyyy}. {mm}. {dd}. {H}:{MM}:{SS}"),
    "ro_RO": ("{dd}.{mm}.{yyyy}, {HH}:{MM}", "{dd}.{mm}.{yyyy}, {HH}:{MM}:{SS}"),
    "el_GR": ("{d}/{m}/{yy}, {h}:{MM} {π.μ.}", "{d}/{m}/{yy}, {h}:{MM}:{SS} {π.μ.}"),
    "vi_VN": ("{HH}:{MM}, {dd}/{mm}/{yyyy}", "{HH}:{MM}:{SS}, {d}/{m}/{yy}"),
    "vi lúc": ("{dd}/{mm}/{yyyy} lúc {HH}:{MM}", "{dd}/{mm}/{yyyy} lúc {HH}:{MM}:{SS}"),
    "th_TH": ("{d}/{m}/{BE} {HH}:{MM}", "{d}/{m}/{BE} {HH}:{MM}:{SS}"),
    "th short": ("{d}/{m}/{be} {HH}:{MM}", "{d}/{m}/{be} {HH}:{MM}:{SS}"),
    "th BE": ("{d}/{m}/{BE} BE, {HH}:{MM}", "{d}/{m}/{BE} BE, {HH}:{MM}:{SS}"),
    "hr_HR": ("{dd}. {mm}. {yyyy}. {HH}:{MM}", "{dd}. {mm}. {yyyy}. {HH}:{MM}:{SS}"),
    "hr tight": ("{d}.{m}.{yyyy}. {HH}:{MM}", "{d}.{m}.{yyyy}. {HH}:{MM}:{SS}"),
    "bg_BG": ("{d}.{mm}.{yy} г., {H}:{MM}", "{d}.{mm}.{yy} г., {H}:{MM}:{SS}"),
    "hr dots": ("{d}.{m}.{yy}. {HH}.{MM}", "{d}.{m}.{yy}. {HH}.{MM}.{SS}"),
    "lt_LT": ("{yyyy}-{mm}-{dd} {HH}:{MM}", "{yyyy}-{mm}-{dd} {HH}:{MM}:{SS}"),
    "fa latin": ("{yyyy}/{m}/{d}, {HH}:{MM}", "{yyyy}/{m}/{d}, {HH}:{MM}:{SS}"),
    "ca_ES": ("{d}/{m}/{yy} {H}:{MM}", "{d}/{m}/{yy}, {H}:{MM}:{SS}"),
}
DIGITS = {"ar_EG": ARABIC, "hi digits": DEVANAGARI, "bn_BD": BENGALI}


def filled(form, moment):
    """A stamp of this form for this moment."""
    evening = moment.hour >= 12
    parts = {
        "d": moment.day, "dd": f"{moment.day:02}", "m": moment.month, "mm": f"{moment.month:02}",
        "yy": f"{moment.year % 100:02}", "yyyy": moment.year, "BE": moment.year + 543,
        "be": f"{(moment.year + 543) % 100:02}", "era": moment.year - 2018,
        "H": moment.hour, "HH": f"{moment.hour:02}", "h": moment.hour % 12 or 12,
        "MM": f"{moment.minute:02}", "SS": f"{moment.second:02}",
    }  # fmt: skip
    for morning, other in (
        ("AM", "PM"), ("am", "pm"), ("a.m.", "p.m."), ("a. m.", "p. m."), ("ص", "م"),
        ("अ", ""), ("PG", "PTG"), ("午前", "午後"), ("오전", "오후"), ("上午", "下午"),
        ("π.μ.", "μ.μ."),
    ):  # fmt: skip
        form = form.replace("{" + morning + "}", other if evening else morning)
    form = form.replace("{a.f m.}", f"{'p' if evening else 'a'}.{FIXED}m.")
    return form.format(**parts)


@dataclass(frozen=True)
class Phone:
    """One phone: how it writes a moment, and the app's words in its language."""

    name: str
    stamp_form: str
    is_iphone: bool
    words: dict

    def stamp(self, moment):
        """The moment as it stands before a message."""
        form = self.stamp_form.replace("{अ}", "अपराह्न" if moment.hour >= 12 else "पूर्वाह्न")
        written = filled(form, moment)
        digits = DIGITS.get(self.name.rpartition(" ")[0])
        return written.translate(digits) if digits else written

    @property
    def keeps_seconds(self):
        """Whether seconds are written."""
        return "{SS}" in self.stamp_form

    def line(self, moment, sender, text, *, own=False):
        """One entry; ``own``: words of the app, which an iPhone marks."""
        if not self.is_iphone:
            return f"{self.stamp(moment)} - {sender}: {text}\n"
        before = MARK if own else ""
        return f"{before}[{self.stamp(moment)}] {sender}: {MARK if own else ''}{text}\r\n"

    def notice(self, moment, partner):
        """A line of the system."""
        text = self.words["notice"][0].replace("*", partner) + " …"
        if not self.is_iphone:
            return f"{self.stamp(moment)} - {text}\n"
        return f"[{self.stamp(moment)}] {partner}: {MARK}{text}\r\n"

    def media(self, moment, sender):
        """A picture that was left out."""
        if self.is_iphone:
            said = PHRASES["things"][0] + " omitted" if "en" in self.name[:2] else None
            said = said or f"{self.words['media'][0].strip('<>')}"
            return self.line(moment, sender, said, own=True)
        return self.line(moment, sender, self.words["media"][0])

    def attached(self, moment, sender, caption):
        """A picture that came with the export, and what was written below it."""
        word = self.words.get("attached", ["attached"])[0]
        if self.is_iphone:
            text = f"<{word}: 00000012-PHOTO-2022-03-27-21-46-17.jpg>"
        else:
            text = f"IMG-20220327-WA0001.jpg ({word})"
        text += f"\n{caption}" if caption else ""
        return self.line(moment, sender, text, own=self.is_iphone)

    def deleted(self, moment, sender):
        """A message that was taken back."""
        return self.line(moment, sender, self.words["deleted"][0], own=self.is_iphone)

    def call(self, moment, sender):
        """A missed call."""
        return self.line(moment, sender, self.words["call"][0], own=self.is_iphone)

    def edited(self, moment, sender, text):
        """A message that was changed."""
        note = self.words.get("edited", ["edited"])[0]
        return self.line(moment, sender, f"{text} {MARK if self.is_iphone else ''}<{note}>")


def _language(name):
    return PHRASES[name[:2]]


ALL = [
    Phone(f"{name} {kind}", forms[place], bool(place), _language(name))
    for name, forms in STAMPS.items()
    for place, kind in enumerate(("Android", "iPhone"))
]

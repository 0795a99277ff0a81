"""What a review is written with: the language of our own words, and how names and numbers are spelled."""

from journeymap.diffing.changes import Level
from journeymap.model.claims import Number
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.naming import write_score
from journeymap.rendering.templating import marked, marked_count, translate, translate_count

LEVEL_SIGNS = {Level.BREAKING: "✖", Level.WARNING: "▲", Level.INFO: "●", Level.DETAIL: "·"}
"""Level → the sign beside its word: no two differ by colour alone."""

LEVEL_WORDS = {
    Level.BREAKING: marked("breaking"),
    Level.WARNING: marked("warning"),
    Level.INFO: marked("info"),
    Level.DETAIL: marked("detail"),
}
LEVEL_COUNTS = {
    Level.BREAKING: marked_count("%(count)d breaking", "%(count)d breaking"),
    Level.WARNING: marked_count("%(count)d warning", "%(count)d warnings"),
    Level.INFO: marked_count("%(count)d info", "%(count)d info"),
    Level.DETAIL: marked_count("%(count)d detail", "%(count)d details"),
}
NOTHING = marked("No changes for the customer.")


class Pen(NamedTuple):
    """The language that our own words are written in."""

    lang: str = "en"

    def say(self, text: str, **values: object) -> str:
        """Return one of our own texts in the language, its values filled in."""
        translated = translate(text, lang=self.lang)
        return translated % values if values else translated

    def say_count(self, forms: tuple[str, str], count: int) -> str:
        """Return the form of one of our own texts that goes with a count."""
        return translate_count(*forms, count, lang=self.lang)

    def score(self, score: Number) -> str:
        """Return a score with its sign."""
        return write_score(score, lang=self.lang)

    def level(self, level: Level) -> str:
        """Return the word for a level."""
        return self.say(LEVEL_WORDS[level])

    def quote(self, name: str) -> str:
        """Return a name in the quotation marks of our own words."""
        return self.say(marked("“%(name)s”"), name=name)

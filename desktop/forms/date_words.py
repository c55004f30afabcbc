"""Dates of which only a part is known, said in a few words: “about Apr 2022”, “since 2021”."""

from PySide6.QtCore import QDate, QLocale, QObject

from models.values.date_point import DatePoint, Precision
from models.values.partial_date import Gap, PartialDate, Shape

_LEAP = 2000  # stands in for an unknown year: it has every day of the calendar


class DateWords(QObject):
    """Says dates in the language of the windows; digits stay Western (design, decision 16)."""

    def of(self, day: PartialDate) -> str:
        """Return ``day`` in words."""
        first, last = day.first, day.last
        if day.shape is Shape.POINT:
            return self._doubted(day.point)
        if isinstance(first, Gap):
            return self._until(day, self._end(last))
        if isinstance(last, Gap):
            return self._since(day, self._end(first))
        return self.tr("{first} to {last}").format(first=self._end(first), last=self._end(last))

    def _since(self, day: PartialDate, end: str) -> str:
        if day.shape is Shape.PERIOD:
            return self.tr("since {date}").format(date=end)
        return self.tr("not before {date}").format(date=end)

    def _until(self, day: PartialDate, end: str) -> str:
        if day.shape is Shape.PERIOD:
            return self.tr("until {date}").format(date=end)
        return self.tr("not after {date}").format(date=end)

    def _end(self, end: DatePoint | Gap) -> str:
        return self._doubted(end) if isinstance(end, DatePoint) else ""

    def _doubted(self, point: DatePoint) -> str:
        plain = self._plain(point)
        if point.is_approximate:
            plain = self.tr("about {date}").format(date=plain)
        return self.tr("{date} (uncertain)").format(date=plain) if point.is_uncertain else plain

    def _plain(self, point: DatePoint) -> str:
        year = point.year
        match point.precision:
            case Precision.DAY | Precision.MONTH:
                return self._say(point, "d MMM yyyy")
            case Precision.SEASON:
                return f"{self._season(point)} {year}"
            case Precision.YEAR:
                return year
            case Precision.DECADE:
                return self.tr("the {decade}0s").format(decade=year[:3])
            case Precision.CENTURY:
                return self.tr("{first}00 to {first}99").format(first=year[:2])
            case _:
                return self.tr("{day}, year not known").format(day=self._say(point, "d MMM"))

    def _say(self, point: DatePoint, pattern: str) -> str:
        year = int(point.year) if point.year.isdigit() else _LEAP
        day = QDate(year, point.month_number or 1, point.day_number or 1)
        locale = QLocale()
        said = locale.toString(day, pattern if point.day_number else pattern.removeprefix("d "))
        return western(said)

    def _season(self, point: DatePoint) -> str:
        return {
            "21": self.tr("spring"),
            "22": self.tr("summer"),
            "23": self.tr("autumn"),
            "24": self.tr("winter"),
        }[point.month or ""]


def western(text: str) -> str:
    """Return ``text`` with every digit of another script as 0 to 9."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)

"""People and organisations, and how they belong together."""

from dataclasses import dataclass
from uuid import UUID

from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.record import NewRecord, Stored, coded, referring, required


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson(NewRecord):
    """Any human; names are records of their own, because an article spells one man three ways.

    ``languages`` are BCP 47 tags, separated by semicolons: those in which one can write to them.
    """

    born_on: PartialDate | None = None
    gender: str | None = coded("gender")
    occupation: str = ""
    languages: str = ""
    family_situation: str = ""
    public_alias: str = ""
    photo_id: int | None = referring("attachment")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView(NewPerson, Stored):
    """A recorded person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPersonName(NewRecord):
    """One spelling of a person's name; ``script`` is ISO 15924, ``language`` BCP 47."""

    full: str = required()
    kind: str = coded("person_name_kind", "press")
    script: str = "Latn"
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNameView(NewPersonName, Stored):
    """A recorded name; the lowest id is the one shown first."""

    person_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrganisation(NewRecord):
    """A union, court, prison, ministry, … ; it stays an organisation when dissolved or in exile.

    ``postal_rules`` is what a prison lets through, in the office's own words.
    """

    kind: str = coded("organisation_kind", "union")
    country: Country | None = None
    founded_on: PartialDate | None = None
    cfa_standing: str | None = coded("cfa_standing")
    postal_address: str = ""
    postal_rules: str = ""
    email: str = ""
    parent_id: int | None = referring("organisation")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView(NewOrganisation, Stored):
    """A recorded organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrganisationName(NewRecord):
    """One name or acronym of an organisation."""

    full: str = required()
    kind: str = coded("organisation_name_kind", "name")
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationNameView(NewOrganisationName, Stored):
    """A recorded name of an organisation."""

    organisation_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAffiliation(NewRecord):
    """One organisation is a member of another."""

    began_on: PartialDate | None = None
    ended_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AffiliationView(NewAffiliation, Stored):
    """A recorded affiliation."""

    organisation_id: int
    umbrella_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMembership(NewRecord):
    """A person's place in an organisation; the office held at the arrest is the motive."""

    office: str = ""
    at_arrest: bool | None = None
    began_on: PartialDate | None = None
    ended_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipView(NewMembership, Stored):
    """A recorded membership."""

    person_id: int
    organisation_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRelation(NewRecord):
    """A tie between two people: relative, lawyer, colleague."""

    kind: str = coded("relation_kind", "relative")
    note: str = ""
    began_on: PartialDate | None = None
    ended_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView(NewRelation, Stored):
    """A recorded relation, read from ``person_id`` to ``other_id``."""

    person_id: int
    other_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementView(Stored):
    """Somebody's decision that two people are the same, or are not.

    ``cluster`` is shared by all who were judged to be one.
    """

    person_id: int
    other_id: int
    same: bool
    cluster: UUID
